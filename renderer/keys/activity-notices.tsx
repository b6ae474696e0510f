import { Button } from '@mantine/core';
import { useCurrentRuns, useKeyActivity, useKeyCall } from '../state/queries';
import { secondsUntil } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { isActive } from '../ui/run-bar';
import { Runs } from '../ui/runs';
import { useNow } from '../ui/use-now';
import { UNDO_DELETE } from './focus-ids';

/** What is under way with several keys: tests, or a deletion that can still be undone. */
export function ActivityNotices() {
  const deleted = useKeyActivity().data?.deleted ?? null;
  return (
    <>
      <KeyRuns />
      {deleted !== null && <Deleted {...deleted} />}
    </>
  );
}

/** Tests of several keys are a run. One of cells is shown while it goes on, since no other can begin meanwhile. */
function KeyRuns() {
  const { run, rests } = useCurrentRuns().data ?? { run: null, rests: [] };
  const isShown = run !== null && (run.kind === 'fill' || isActive(run));
  return <Runs run={isShown ? run : null} rests={rests.filter(({ kind }) => kind === 'fill')} />;
}

function Deleted({ count, until }: { readonly count: number; readonly until: string }) {
  const { say } = useText();
  const undo = useKeyCall((doctor) => doctor.keys.undo_delete);
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
