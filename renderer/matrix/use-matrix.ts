import { useEffect, useState } from 'react';
import { ask, onChange } from '../bridge';
import { applyChanges, type MatrixData } from './matrix-data';

export interface MatrixReading {
  readonly data: MatrixData | null;
  readonly error: unknown;
}

/** Reads the matrix, and then what changes, one call at a time: what comes in meanwhile is read with the next. */
export function useMatrix(): MatrixReading {
  const [reading, setReading] = useState<MatrixReading>({ data: null, error: null });
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
      busy = false;
      if (over) return;
      setReading({ data: latest, error });
      if (again) void read();
    };
    const readOnce = async () => {
      const since = latest === null ? null : { session: latest.session, revision: latest.revision };
      latest = applyChanges(latest, await ask('matrix:read', { since }));
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
