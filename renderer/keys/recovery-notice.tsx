import type { KeyActivity } from '../../shared/keys/activity';
import { useKeyActivity, useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';

/** What the list had lost and the keychain gave back, and what is still waiting for it. */
export function RecoveryNotices() {
  const activity = useKeyActivity().data;
  if (activity === undefined) return null;
  return (
    <>
      {activity.unreadable > 0 && <UnreadableNotice count={activity.unreadable} />}
      {activity.recovered !== null && <RecoveredNotice {...activity.recovered} />}
    </>
  );
}

function UnreadableNotice({ count }: { readonly count: number }) {
  const { say } = useText();
  return (
    <div data-testid="unreadable">
      <Notice tone="warn" role="status" title={say('keyring.unreadable.title', { count })}>
        {say('keyring.unreadable.text')}
      </Notice>
    </div>
  );
}

function RecoveredNotice({
  restored,
  mended,
  withoutDetails,
  damagedPages,
}: NonNullable<KeyActivity['recovered']>) {
  const { say } = useText();
  const dismiss = useKeyCall((doctor) => doctor.keys.dismiss_recovered);
  const labels = useLabels();
  const isBack = restored.length > 0 || mended.length > 0;
  return (
    <div data-testid="recovered">
      <Notice
        tone={damagedPages > 0 ? 'warn' : 'info'}
        role="status"
        title={say(isBack ? 'keyring.recovered.title' : 'keyring.recovered.damagedTitle')}
        onClose={() => dismiss.mutate({})}
      >
        {restored.length > 0 && (
          <div>{say('keyring.recovered.restored', { count: restored.length, labels: labels(restored) })}</div>
        )}
        {withoutDetails > 0 && (
          <div>{say('keyring.recovered.withoutDetails', { count: withoutDetails })}</div>
        )}
        {mended.length > 0 && <div>{say('keyring.recovered.mended', { labels: labels(mended) })}</div>}
        {damagedPages > 0 && <div>{say('keyring.recovered.damaged', { count: damagedPages })}</div>}
        <CallAlert error={dismiss.error} />
      </Notice>
    </div>
  );
}

const NAMED = 12;

function useLabels(): (labels: readonly string[]) => string {
  const { say, language } = useText();
  const quote = (label: string) => (language === 'ja' ? `「${label}」` : `“${label}”`);
  return (labels) => {
    const named = labels
      .slice(0, NAMED)
      .map(quote)
      .join(language === 'ja' ? '' : ', ');
    const more = labels.length - NAMED;
    return more > 0 ? `${named} ${say('keyring.recovered.more', { count: more })}` : named;
  };
}
