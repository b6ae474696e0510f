/** A prober over real HTTP, and servers that answer it in JSON or in anything else. */
import type { Fetch } from '../../../electron/probes/guarded-fetch';
import { Prober } from '../../../electron/probes/prober';
import type { Answer, Probe } from '../../../shared/observations/observation';
import type { Behaviour, HostileServer } from '../../support/hostile-server';

export const secret = ['sk', 'proj', 'Zy9_'.repeat(20)].join('-');
export const nodeFetch: Fetch = (url, init) => fetch(url, init);

/** Sends a probe to the server of the test, which is there only once the test has begun. */
export const sendingTo =
  (server: () => HostileServer) =>
  (probe: Probe, model: string | null = 'gpt-5.5', signal = new AbortController().signal): Promise<Answer> =>
    new Prober(nodeFetch, 700).send({ secret, baseUrl: server().baseUrl }, { probe, model, signal });

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

export const raw =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
