import { useKept } from '../state/kept';
import type { MatrixData } from './matrix-data';
import { RestBar, RunBar } from './run-bar';
import type { Starts } from './use-starts';

interface RunsProps {
  readonly data: MatrixData;
  readonly run: Starts;
}

/** The newest run, until it is closed, and what earlier ones left. */
export function Runs({ data: { run: newest, rests }, run }: RunsProps) {
  const [closed, setClosed] = useKept<string | null>('matrix.closedRun', null);
  const shown = newest === null || newest.id === closed ? null : newest;
  const own = rests.find(({ runId }) => runId === shown?.id) ?? null;
  const earlier = run.busy ? [] : rests.filter((rest) => rest !== own);
  return (
    <>
      {shown !== null && (
        <RunBar
          run={shown}
          rest={own}
          onClose={() => {
            setClosed(shown.id);
            if (own !== null) run.dismissRest(own.kind);
          }}
          onRest={() => own !== null && run.rest(own.kind)}
        />
      )}
      {earlier.map((rest) => (
        <RestBar
          key={rest.kind}
          rest={rest}
          onClose={() => run.dismissRest(rest.kind)}
          onRest={() => run.rest(rest.kind)}
        />
      ))}
    </>
  );
}
