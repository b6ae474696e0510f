/** The window's only way to the main process: nothing else touches `window.doctor`. */

import type { ErrorCode, IpcError } from '../../shared/base/error-codes';
import type { ChangeTopic, Channel, DoctorApi, ReplyOf, WindowRequest } from '../../shared/ipc/contract';

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

type AnyVerb = (request: unknown) => Promise<unknown>;

/** Asks the main process; throws a `CallError` where it declines. */
export async function ask<C extends Channel>(channel: C, request: WindowRequest<C>): Promise<ReplyOf<C>> {
  const [area, verb] = channel.split(':') as [Exclude<keyof DoctorApi, 'onChange'>, string];
  const verbs: Readonly<Record<string, AnyVerb>> = window.doctor[area] as Readonly<Record<string, AnyVerb>>;
  const call = verbs[verb];
  if (call === undefined) throw new CallError({ code: 'internal', values: {} });
  const result = (await call(request)) as
    | { readonly ok: true; readonly value: ReplyOf<C> }
    | { readonly ok: false; readonly error: IpcError };
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}

export function onChange(listener: (topic: ChangeTopic) => void): () => void {
  return window.doctor.onChange(listener);
}
