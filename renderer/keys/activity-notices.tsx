import { useCurrentRuns, useKeyActivity, useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { isActive } from '../ui/run-bar';
import { Runs } from '../ui/runs';
import { UndoNotice } from '../ui/undo-notice';
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
  return (
    <UndoNotice id={UNDO_DELETE} until={until} undo={undo}>
      {say('keyring.deleted', { count })}
    </UndoNotice>
  );
}
