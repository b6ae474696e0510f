import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vaultEnvironment } from '../../electron/vault/vault-environment';
import type { StartVaultProcess } from '../../electron/vault/vault-protocol';

const MODULE = fileURLToPath(new URL('../../electron/vault/vault-process.ts', import.meta.url));

/** Runs the real vault process without a window, and keeps hold of it so that a test can hurt it. */
export class ForkTransport {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #children: ChildProcess[] = [];
  #onSend: (() => void) | null = null;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
  }

  get started(): number {
    return this.#children.length;
  }

  /** What anybody on this machine can read of the running process: its arguments and its environment. */
  get visible(): string {
    const pid = this.#current().pid;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8');
  }

  readonly start: StartVaultProcess = () => {
    const child = fork(MODULE, [], {
      // Electron behaves as plain Node, and runs TypeScript as it is, only when told so.
      env: { ...vaultEnvironment(this.#environment), ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      stdio: 'ignore',
    });
    this.#children.push(child);
    return {
      send: (request) => void child.send(request, () => this.#onSend?.()),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      kill: () => void child.kill('SIGKILL'),
    };
  };

  /** The next request is on its way to the process. */
  asked(): Promise<void> {
    return new Promise((resolve) => {
      this.#onSend = resolve;
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.#current().kill(signal);
  }

  #current(): ChildProcess {
    const child = this.#children.at(-1);
    if (child === undefined) throw new Error('No vault process was started.');
    return child;
  }
}
