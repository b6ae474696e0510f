/**
 * The app in a network of its own (a namespace of the kernel's, which takes root), with one server in it. That network can be
 * taken away and given back under the running app, as by a cable that is pulled.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { until } from '../../support/until';

/** To be put before the app's own program. */
export const IN_OWN_NETWORK = ['unshare', '--net', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh'] as const;

/** Where no such network may be made, its tests are skipped. */
export function mayHaveOwnNetwork(): boolean {
  try {
    execFileSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** Answers every request after `delayMs`; tells its port, then the moment of each request. */
const SERVER = `
  const [delay, body] = process.argv.slice(1);
  require('node:http')
    .createServer((request, response) => {
      process.send({ arrived: Date.now() });
      setTimeout(() => {
        response.setHeader('content-type', 'application/json');
        response.end(body);
      }, Number(delay));
    })
    .listen(0, '127.0.0.1', function () {
      process.send({ port: this.address().port });
    });
`;

export class OwnNetwork {
  readonly #pid: number;
  #server: ChildProcess | null = null;
  #arrivals = 0;

  /** `pid`: of an app that was started by `IN_OWN_NETWORK`. */
  constructor(pid: number) {
    this.#pid = pid;
  }

  /** How many requests reached the server. */
  get arrivals(): number {
    return this.#arrivals;
  }

  /** Starts the server and gives its address. */
  async serve(delayMs: number, body: string): Promise<string> {
    const program = ['--target', String(this.#pid), '--net', process.execPath];
    const server = spawn('nsenter', [...program, '-e', SERVER, String(delayMs), body], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#server = server;
    let port: number | null = null;
    server.on('message', (told: { readonly port?: number }) => {
      if (told.port === undefined) this.#arrivals += 1;
      else port = told.port;
    });
    await until('the server', () => port !== null);
    return `http://127.0.0.1:${port}/v1`;
  }

  /** There is no way to any address any more, as where a cable was pulled. */
  takeAway(): void {
    this.#ip('addr', 'del', '127.0.0.1/8', 'dev', 'lo');
  }

  /** Whatever is sent is lost, as behind a router that lost its own way. */
  swallow(): void {
    this.#ip('link', 'set', 'lo', 'down');
  }

  giveBack(): void {
    this.#ip('link', 'set', 'lo', 'up');
    this.#ip('addr', 'replace', '127.0.0.1/8', 'dev', 'lo');
  }

  stop(): void {
    this.#server?.kill('SIGKILL');
  }

  #ip(...args: readonly string[]): void {
    execFileSync('nsenter', ['--target', String(this.#pid), '--net', 'ip', ...args]);
  }
}
