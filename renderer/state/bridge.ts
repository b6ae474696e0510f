/** The window's only way to the main process: nothing else touches `window.doctor`. */

import type { ErrorCode, IpcError } from '../../shared/base/error-codes';
import type { Result } from '../../shared/base/result';
import type { ChangeTopic, DoctorApi, Verb } from '../../shared/ipc/contract';

declare global {
  interface Window {
    readonly doctor: DoctorApi;
  }
}

/** An expected failure as the query library wants it: thrown. Holds a code for the sentence and never a secret. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string>>;

  constructor(error: IpcError) {
    super(error.code);
    this.name = 'CallError';
    this.code = error.code;
    this.values = error.values;
  }
}

/** Chooses what is to be called, as in `(doctor) => doctor.keys.add`. */
export type ChooseVerb<Said, Reply> = (doctor: DoctorApi) => Verb<Said, Reply>;

/** Gives the value of a call to the main process; throws a `CallError` where it declines. */
export async function ask<Reply>(
  call: (doctor: DoctorApi) => Promise<Result<Reply, IpcError>>,
): Promise<Reply> {
  const result = await call(window.doctor);
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}

export function onChange(listener: (topic: ChangeTopic) => void): () => void {
  return window.doctor.onChange(listener);
}
