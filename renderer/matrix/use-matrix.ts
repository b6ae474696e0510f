import { startTransition, useEffect, useRef, useState } from 'react';
import { ask, onChange } from '../state/bridge';
import { applyChanges, type MatrixData } from './matrix-data';

interface MatrixReading {
  readonly data: MatrixData | null;
  readonly error: unknown;
}

/**
 * Reads the matrix, and then what changes, one call at a time: what comes in meanwhile is read with the next, which waits
 * until the last one is drawn. Drawn as a transition, in slices, so that the window answers the person in between.
 */
export function useMatrix(): MatrixReading {
  const [reading, setReading] = useState<MatrixReading>({ data: null, error: null });
  const drawn = useRef<() => void>(() => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that this reading was drawn.
  useEffect(() => drawn.current(), [reading]);
  useEffect(() => {
    let latest: MatrixData | null = null;
    let over = false;
    let busy = false;
    let again = false;
    const read = async () => {
      again = busy;
      if (busy) return;
      busy = true;
      const error = await readOnce().then(
        () => null,
        (reason: unknown) => reason,
      );
      if (over) return;
      await new Promise<void>((resolve) => {
        drawn.current = resolve;
        startTransition(() => setReading({ data: latest, error }));
      });
      busy = false;
      if (again && !over) void read();
    };
    const readOnce = async () => {
      const since = latest === null ? null : { session: latest.session, revision: latest.revision };
      latest = applyChanges(latest, await ask((doctor) => doctor.matrix.read({ since })));
    };
    const stop = onChange(({ kind }) => {
      if (kind === 'matrix' || kind === 'keys' || kind === 'app') void read();
    });
    void read();
    return () => {
      over = true;
      stop();
    };
  }, []);
  return reading;
}
