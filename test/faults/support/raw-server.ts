/** A loopback server that sends exactly the bytes a test wants, whether or not they are HTTP. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** Answers one request. `head`: the request's first line and headers. */
export type RawBehaviour = (socket: Socket, head: string) => void;

export interface RawServer {
  readonly port: number;
  readonly baseUrl: string;
  /** Heads of all requests since the last `behave`. */
  readonly heads: readonly string[];
  /** Connections that are open now. */
  readonly open: () => number;
  behave(behaviour: RawBehaviour): void;
  close(): Promise<void>;
}

export async function startRawServer(): Promise<RawServer> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  let behaviour: RawBehaviour = (socket) => socket.end();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that goes away in the middle is what many tests are about.
    socket.on('error', () => socket.destroy());
    onRequest(socket, (head) => {
      heads.push(head);
      behaviour(socket, head);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    heads,
    open: () => sockets.size,
    behave: (next) => {
      heads.length = 0;
      behaviour = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Calls back once for each request whose head and body have arrived. */
function onRequest(socket: Socket, call: (head: string) => void): void {
  let received = '';
  socket.on('data', (data) => {
    received += data.toString('latin1');
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      received = received.slice(end + 4 + length);
      call(head);
    }
  });
}

/** A whole answer. `status`: literally what stands behind `HTTP/1.1`. */
export function answering(
  status: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): RawBehaviour {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ 'content-length': String(bytes.length), ...headers });
  const head = `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return (socket) => socket.write(Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
}
