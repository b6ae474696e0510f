import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface HostileServer {
  readonly baseUrl: string;
  readonly requests: readonly IncomingMessage[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** A loopback server that answers just as badly as a test wants. */
export async function startHostileServer(): Promise<HostileServer> {
  const requests: IncomingMessage[] = [];
  let behaviour: Behaviour = (_request, response) => response.end();
  const server: Server = createServer((request, response) => {
    requests.push(request);
    behaviour(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port on which nothing listens. */
export async function deadBaseUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/v1`;
}
