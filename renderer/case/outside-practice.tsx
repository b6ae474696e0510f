import type { CaseView } from '../../shared/case/views';
import { useAppInfo } from '../state/queries';
import { useText } from '../text/use-text';
import { LeavePractice } from '../ui/leave-practice';
import { Notice } from '../ui/notice';
import { useOutsider } from './outsider';

/** In practice, the way on for an error that is none of practice. */
export function OutsidePractice({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const stuck = useAppInfo().data?.practiceOnly === true;
  const outsider = useOutsider(view);
  if (outsider === null) return null;
  const leave = (
    <LeavePractice size="xs" carry={view.text}>
      {say('practice.outside.leave')}
    </LeavePractice>
  );
  return (
    <div style={{ marginTop: 14 }} data-testid="outside-practice">
      <Notice tone="warn" title={say('practice.outside.title')} {...(stuck ? {} : { actions: leave })}>
        <div>{say(`practice.outside.${outsider.kind}`, { id: outsider.id })}</div>
        <div>{say(stuck ? 'practice.only' : 'practice.outside.hint')}</div>
      </Notice>
    </div>
  );
}
