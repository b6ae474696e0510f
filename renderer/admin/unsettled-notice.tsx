import { Button } from '@mantine/core';
import { UNSETTLED } from '../../shared/admin/change';
import { useNavigation } from '../state/navigation';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import { useChangesMade } from './queries';

/** Told on every page until it is settled, since somebody else's program may depend on it. */
export function UnsettledNotice() {
  const { say, language } = useText();
  const { page, go } = useNavigation();
  const open = (useChangesMade().data ?? []).find(
    ({ state }) => state !== 'writing' && UNSETTLED.includes(state),
  );
  if (open === undefined || page.kind === 'admin') return null;
  return (
    <div style={{ padding: '16px 30px 0' }} data-testid="unsettled-change">
      <Notice
        tone="warn"
        role="status"
        title={say('admin.unsettled.title')}
        actions={
          <Button size="xs" variant="default" onClick={() => go({ kind: 'admin' })}>
            {say('admin.unsettled.look')}
          </Button>
        }
      >
        {say('admin.unsettled.text', {
          project: open.project.name,
          at: formatMoment(open.at, language, new Date()),
        })}
      </Notice>
    </div>
  );
}
