/**
 * The only file that listens to the window. Every call passes a check of its sender and of its request before a
 * handler sees it; whatever a handler throws becomes a plain error without its text.
 */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import type { Channel, ReplyResult, RequestOf } from '../../shared/ipc/contract';
import { readKeyText } from '../../shared/keys/key-text';
import { fail } from '../base/failure';
import { refusalOf } from '../schemas/fields';
import { SCHEMAS } from '../schemas/schemas';
import { storeErrorCode } from '../store/sqlite-error';
import { hasPlainShape } from './shape';

export type Handlers = {
  readonly [C in Channel]: (request: RequestOf<C>) => Promise<ReplyResult<C>> | ReplyResult<C>;
};

/** What the register asks about each call, and whom it tells. Texts are cleaned by `electron/gate`, through `clean`. */
interface Guard {
  /** True only for the main frame of our own window on our own origin. */
  readonly isOurWindow: (event: IpcMainInvokeEvent) => boolean;
  /** Told of the secret that a request brings, before anything is done with it. */
  readonly note: (secret: string) => void;
  /** Takes secrets out of a reply. */
  readonly clean: <T>(reply: T) => Promise<T>;
  /** Told of refusals, of bugs and of what the disk refused, by channel; never given a request. */
  readonly report: (
    kind: 'foreign_sender' | 'bad_request' | 'bug' | 'store',
    channel: Channel,
    error: unknown,
  ) => void;
}

export function registerHandlers(handlers: Handlers, guard: Guard): void {
  for (const channel of Object.keys(SCHEMAS) as Channel[]) {
    ipcMain.handle(channel, (event, request: unknown) => answer(channel, handlers, guard, event, request));
  }
}

async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  guard: Guard,
  event: IpcMainInvokeEvent,
  request: unknown,
): Promise<ReplyResult<C>> {
  if (!guard.isOurWindow(event)) {
    guard.report('foreign_sender', channel, null);
    throw new Error('Refused');
  }
  if (!hasPlainShape(request)) {
    guard.report('bad_request', channel, null);
    return fail('bad_request');
  }
  const schema: z.ZodType<RequestOf<C>> = SCHEMAS[channel];
  const parsed = schema.safeParse(request);
  if (!parsed.success) {
    const refusal = refusalOf(parsed.error);
    if (refusal === 'bad_request') guard.report(refusal, channel, null);
    return fail(refusal);
  }
  noteSecretOf(parsed.data, guard);
  try {
    return await guard.clean(await handlers[channel](parsed.data));
  } catch (error) {
    const code = storeErrorCode(error);
    guard.report(code === null ? 'bug' : 'store', channel, error);
    return fail(code ?? 'internal');
  }
}

function noteSecretOf(request: unknown, guard: Guard): void {
  if (typeof request !== 'object' || request === null || !('secret' in request)) return;
  if (typeof request.secret !== 'string') return;
  const read = readKeyText(request.secret);
  if (read.ok) guard.note(read.value.secret);
}
