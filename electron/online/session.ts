/** What one command, or one server for agents, asks with: a queue, the network, and a gate that every text passes on its way out. */
import { randomUUID } from 'node:crypto';
import { DEFAULT_PROBING } from '../../shared/matrix/views';
import { systemTimers } from '../base/timers';
import { Gate } from '../gate/gate';
import { notingFetch } from '../gate/noting-fetch';
import { RequestQueue } from '../probes/request-queue';
import { Asker } from './can-i';
import { nodeFetch } from './node-fetch';

export interface AskingSession {
  readonly asker: Asker;
  readonly gate: Gate;
}

export async function openAskingSession(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<AskingSession> {
  const gate = new Gate();
  const environment = {
    ...{ timers: systemTimers, now: () => new Date() },
    ...{ newId: randomUUID, random: Math.random },
  };
  const fetch = notingFetch(await nodeFetch(variables), (secret) => gate.note(secret));
  const queue = new RequestQueue(environment, DEFAULT_PROBING);
  return { asker: new Asker({ environment, fetch, queue }), gate };
}
