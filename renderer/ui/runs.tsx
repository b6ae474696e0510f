import type { CurrentRuns } from '../../shared/matrix/views';
import { useCall } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { CallAlert } from './notice';
import { isActive, RestBar, RunBar } from './run-bar';

/** The newest run, until it is closed, and what earlier ones left. */
export function Runs({ run: newest, rests }: CurrentRuns) {
  const [closed, setClosed] = useRemembered<string | null>('matrix.closedRun', null);
  const start = useCall((doctor) => doctor.matrix.start);
  const dismiss = useCall((doctor) => doctor.matrix.dismiss_rest);
  const shown = newest === null || newest.id === closed ? null : newest;
  const own = rests.find(({ runId }) => runId === shown?.id) ?? null;
  const isBusy = newest !== null && isActive(newest);
  const earlier = isBusy ? [] : rests.filter((rest) => rest !== own);
  return (
    <>
      <CallAlert error={start.error} onClose={start.reset} />
      <CallAlert error={dismiss.error} onClose={dismiss.reset} />
      {shown !== null && (
        <RunBar
          run={shown}
          rest={own}
          onClose={() => {
            setClosed(shown.id);
            if (own !== null) dismiss.mutate({ of: own.kind });
          }}
          onRest={() => own !== null && start.mutate({ kind: 'rest', of: own.kind })}
        />
      )}
      {earlier.map((rest) => (
        <RestBar
          key={rest.kind}
          rest={rest}
          onClose={() => dismiss.mutate({ of: rest.kind })}
          onRest={() => start.mutate({ kind: 'rest', of: rest.kind })}
        />
      ))}
    </>
  );
}
