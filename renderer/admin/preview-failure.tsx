import type { CallError } from '../state/bridge';
import { errorText } from '../text/error-text';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';

/** That there is nothing to change is no failure: the wish is fulfilled. */
const NOTHING_TO_CHANGE: readonly CallError['code'][] = ['admin_already_so', 'admin_no_restriction'];

/** Why there is no preview; draws nothing where there is no reason to tell. */
export function PreviewFailure({ error }: { readonly error: CallError | null }) {
  const { say } = useText();
  if (error === null || !NOTHING_TO_CHANGE.includes(error.code)) return <CallAlert error={error} />;
  return (
    <Notice tone="info" role="status">
      {errorText(error, say)}
    </Notice>
  );
}
