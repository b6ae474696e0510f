/**
 * Starts the built app as a person starts it: as a plain child process, without a debugger. What a test wants done is
 * sent to `bare-app-hook.cjs` over the channel of parent and child. Every wait here ends by its own clock.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DoctorApi } from '../../../shared/ipc/contract';
import {
  type AppOptions,
  argumentsFor,
  collectOutput,
  environmentFor,
  hasEnded,
  ROOT,
  START_MS,
} from '../../support/app-launch';
import { until, within } from '../../support/until';
import { type ProcessEntry, stillAlive, treeOf } from './processes';

const HOOK = fileURLToPath(new URL('./bare-app-hook.cjs', import.meta.url));
const ANSWER_MS = 15_000;
/** A question to a page that is replaced meanwhile is never answered, so it is asked again. */
const GLANCE_MS = 500;
/** After its main process, every other process of the app has this long to end by itself. */
const FOLLOW_MS = 5_000;

export interface BareOptions extends AppOptions {
  /** Another program than Electron, with what is to stand before the app's own arguments: `faketime` or `setpriv`. */
  readonly through?: readonly string[];
  /** False: does not wait for the window's page, as for a start that is expected to fail. */
  readonly untilDrawn?: boolean;
}

export type BareEventName =
  | 'window-opened'
  | 'window-closed'
  | 'page-loaded'
  | 'page-gone'
  | 'process-gone'
  | 'unresponsive'
  | 'responsive';

export interface BareEvent {
  readonly event: BareEventName;
  readonly detail: Readonly<Record<string, string>>;
  /** On the clock of `performance.now()` in the test. */
  readonly at: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

type Electron = typeof import('electron');
type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };
type Told = Omit<BareEvent, 'at'> | Answer;

export class BareApp {
  readonly profile: string;
  /** How the main process ended, once it has. */
  readonly ended: Promise<Ended>;
  /** What all of its processes printed. */
  readonly output: () => string;
  readonly #child: ChildProcess;
  readonly #events: BareEvent[] = [];
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #onEvent = new Set<(event: BareEvent) => void>();
  #asked = 0;

  private constructor(child: ChildProcess, profile: string) {
    this.#child = child;
    this.profile = profile;
    this.ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        resolve({ code, signal });
        for (const [id, answer] of this.#waiting) answer({ id, error: 'The app ended.' });
      }),
    );
    child.on('message', (told) => this.#hear(told as Told));
    // A message to an app that has just been killed is answered by its end.
    child.on('error', () => undefined);
    this.output = collectOutput(child);
  }

  static async start(options: BareOptions = {}): Promise<BareApp> {
    const electron = process.env['MAD_ELECTRON'];
    if (electron === undefined) throw new Error('MAD_ELECTRON names no Electron.');
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'doctor-bare-')));
    const [program = electron, ...before] = [...(options.through ?? []), electron];
    const child = spawn(program, [...before, '-r', HOOK, ...argumentsFor(profile, options)], {
      cwd: ROOT,
      env: environmentFor(options.env),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const app = new BareApp(child, profile);
    if (options.untilDrawn === false) return app;
    try {
      await app.untilDrawn();
      return app;
    } catch (error) {
      const output = app.output();
      await (options.profile === undefined ? app.stop() : app.kill());
      throw new Error(`The app did not draw its window.\n${output}`, { cause: error });
    }
  }

  /** The main process. */
  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('The app was not started.');
    return pid;
  }

  get #isOver(): boolean {
    return hasEnded(this.#child);
  }

  /** What happened since the start, oldest first. */
  get events(): readonly BareEvent[] {
    return this.#events;
  }

  /** Every process of the app, the main process first. */
  processes(): readonly ProcessEntry[] {
    return treeOf(this.pid);
  }

  /** The page shows its title: it is drawn, and the main process told it what it needs. The navigation comes earlier. */
  async untilDrawn(limitMs = START_MS): Promise<void> {
    const drawn = () => this.page(() => document.querySelector('main h1') !== null, undefined, GLANCE_MS);
    const isDrawn = () =>
      drawn().catch((error: unknown) => {
        if (this.#isOver) throw error;
        return false;
      });
    await until('the page to be drawn', isDrawn, limitMs);
  }

  /**
   * Runs a function in the main process. It sees nothing of the test but its argument, and both its argument and its
   * value travel as messages.
   */
  main<A, R>(
    work: (electron: Electron, argument: A) => R | Promise<R>,
    argument?: A,
    limitMs = ANSWER_MS,
  ): Promise<R> {
    return this.#ask(String(work), argument, limitMs) as Promise<R>;
  }

  /** Runs a function in the page of the main window. */
  page<A, R>(work: (argument: A) => R | Promise<R>, argument?: A, limitMs = ANSWER_MS): Promise<Awaited<R>> {
    const code = `(${String(work)})(${JSON.stringify(argument) ?? 'undefined'})`;
    return this.main(IN_PAGE, code, limitMs) as Promise<Awaited<R>>;
  }

  /** Calls the main process as the page would, by the name of the area and the verb. */
  verb<A extends Exclude<keyof DoctorApi, 'onChange'>, V extends keyof DoctorApi[A]>(
    area: A,
    verb: V,
    request: DoctorApi[A][V] extends (request: infer Q) => unknown ? Q : never,
    limitMs = ANSWER_MS,
  ): Promise<DoctorApi[A][V] extends (request: never) => Promise<infer R> ? R : never> {
    const code = `doctor[${JSON.stringify(area)}][${JSON.stringify(verb)}](${JSON.stringify(request)})`;
    return this.main(IN_PAGE, code, limitMs) as never;
  }

  /** Asks again and again until the answer is yes. */
  until(what: string, condition: () => Promise<boolean>, limitMs = ANSWER_MS): Promise<void> {
    return until(what, condition, limitMs);
  }

  /** The first event of this name that happens from now on, or that happened at or after `since`. */
  async next(name: BareEventName, limitMs: number, since = performance.now()): Promise<BareEvent> {
    const already = this.#events.find(({ event, at }) => event === name && at >= since);
    if (already !== undefined) return already;
    const { promise, resolve } = Promise.withResolvers<BareEvent>();
    const listener = (event: BareEvent) => {
      if (event.event === name) resolve(event);
    };
    this.#onEvent.add(listener);
    return within(limitMs, `"${name}"`, promise).finally(() => this.#onEvent.delete(listener));
  }

  /** Sends a signal to the main process and does not wait for anything. */
  signal(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Asks the app to quit as its menu does, and waits for the end of its main process. */
  async quit(limitMs = 10_000): Promise<Ended> {
    await this.main(({ app }) => setImmediate(() => app.quit()) && null);
    return this.untilEnded(limitMs);
  }

  untilEnded(limitMs: number): Promise<Ended> {
    return within(limitMs, 'the end of the app', this.ended);
  }

  /**
   * kill -9 of the main process, at this very moment. Gives back the processes of the app that had not followed it after
   * five seconds; they are ended then.
   */
  async kill(): Promise<readonly ProcessEntry[]> {
    const others = this.#isOver ? [] : this.processes().slice(1);
    if (!this.#isOver) this.#child.kill('SIGKILL');
    await this.ended;
    return this.leftOf(others);
  }

  /** Of these processes, those that still run after five seconds; they are ended then. */
  async leftOf(others: readonly ProcessEntry[]): Promise<readonly ProcessEntry[]> {
    await until('its end', () => stillAlive(others).length === 0, FOLLOW_MS).catch(() => undefined);
    const left = stillAlive(others);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    return left;
  }

  /** Ends the app, whatever state it is in, and removes its profile. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  #hear(told: Told): void {
    if ('id' in told) {
      this.#waiting.get(told.id)?.(told);
      return;
    }
    const event = { ...told, at: performance.now() };
    this.#events.push(event);
    for (const listener of [...this.#onEvent]) listener(event);
  }

  async #ask(code: string, argument: unknown, limitMs: number): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, resolve);
    if (this.#isOver) resolve({ id, error: 'The app ended.' });
    else this.#child.send({ id, code, argument });
    const answer = await within(limitMs, 'an answer of the app', promise).finally(() =>
      this.#waiting.delete(id),
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }
}

/** Runs in the main process. */
const IN_PAGE = ({ BrowserWindow }: Electron, code: string): Promise<unknown> => {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
    webContents.getURL().startsWith('doctor:'),
  );
  if (window === undefined) throw new Error('The app has no window.');
  return window.webContents.executeJavaScript(code);
};
