/** A proxy that treats each host as its test says, and counts who came. */
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What becomes of a request for a way to a host. */
export type Way =
  | { readonly kind: 'drop' }
  /** Sent as they are, and then the end. */
  | { readonly kind: 'says'; readonly text: string }
  /** A way to this port of this machine. */
  | { readonly kind: 'leads'; readonly port: number };

export interface ConnectProxy {
  readonly port: number;
  /** Hosts that a way was asked for, with their ports. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startConnectProxy(ways: Readonly<Record<string, Way>>): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      // Without encryption a proxy is not asked for a way, but for the page itself.
      const [, host = ''] = /^(?:CONNECT |[A-Z]+ [a-z]+:\/\/)([^\s/]+)/.exec(String(data)) ?? [];
      asked.push(host);
      follow(socket, ways[host.replace(/:\d+$/, '')] ?? { kind: 'drop' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function follow(socket: Socket, way: Way): void {
  if (way.kind === 'drop') socket.destroy();
  else if (way.kind === 'says') socket.end(way.text);
  else {
    const onward = connect(way.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  }
}

export interface ScriptServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a proxy script; null never answers. */
export async function serveScript(text: string | null): Promise<ScriptServer> {
  const server = createHttpServer((_request, response) => {
    if (text === null) return;
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy.pac`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
