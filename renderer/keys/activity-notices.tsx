import { Button, Progress } from '@mantine/core';
import { useKeyActivity, useKeyCall } from '../state/queries';
import { secondsUntil } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { useNow } from '../ui/use-now';
import { UNDO_DELETE } from './focus-ids';

/** What is under way with several keys: a check, or a deletion that can still be undone. */
export function ActivityNotices() {
  const { checks, deleted } = useKeyActivity().data ?? { checks: null, deleted: null };
  return (
    <>
      {checks !== null && <Checking {...checks} />}
      {deleted !== null && <Deleted {...deleted} />}
    </>
  );
}

function Checking({ total, done }: { readonly total: number; readonly done: number }) {
  const { say } = useText();
  const stop = useKeyCall('keys:stop_checks');
  const text = say('keyring.bulk.checking', { done, total });
  return (
    <div data-testid="checking">
      <Notice
        tone="info"
        role="status"
        title={text}
        actions={
          <Button size="xs" variant="default" onClick={() => stop.mutate({})}>
            {say('keyring.bulk.stop')}
          </Button>
        }
      >
        <Progress value={(100 * done) / total} aria-label={text} mt={6} size="sm" />
      </Notice>
    </div>
  );
}

function Deleted({ count, until }: { readonly count: number; readonly until: string }) {
  const { say } = useText();
  const undo = useKeyCall('keys:undo_delete');
  const seconds = secondsUntil(until, useNow(true));
  return (
    <div data-testid="deleted">
      <Notice
        tone="info"
        role="status"
        actions={
          <>
            <Button
              id={UNDO_DELETE}
              size="xs"
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate({})}
            >
              {say('keyring.undo')}
              <span aria-hidden style={{ marginInlineStart: 5 }}>
                ({seconds})
              </span>
            </Button>
            <CallAlert error={undo.error} />
          </>
        }
      >
        {say('keyring.deleted', { count })}
      </Notice>
    </div>
  );
}
