/**
 * A session bus and a keyring daemon of their own, in a folder of their own: the person's real keyring is
 * out of reach. Needs the programs dbus-daemon, gnome-keyring-daemon, gdbus and secret-tool.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { until } from './until';

const PROGRAMS = ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus', 'secret-tool'] as const;
const PASSWORD = 'open sesame';
const { PATH = '/usr/bin:/bin' } = process.env;
/** Operation of the daemon's control socket, as the log-in screen uses it; result 0 is success. */
const UNLOCK = 1;
const PATIENCE = 15_000;

export interface KeyringOptions {
  /** False: a bus on which nobody offers secrets. */
  readonly daemon?: boolean;
  /** False: the daemon runs, but there is no keyring in it, as in a session nobody has logged in to. */
  readonly collection?: boolean;
  /** An X display; with it, and only with it, the daemon can put up a prompt (which then waits for ever). */
  readonly display?: string;
}

export interface ToolOutcome {
  readonly status: number;
  readonly output: string;
}

/** The programs that are not installed here; the keyring suite needs all of them. */
export function missingKeyringPrograms(): readonly string[] {
  const folders = PATH.split(delimiter);
  return PROGRAMS.filter((program) => !folders.some((folder) => isExecutable(join(folder, program))));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export class PrivateKeyring {
  readonly folder: string;
  /** The whole environment for a program that shall see this keyring and no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly #options: KeyringOptions;
  #bus: ChildProcess | null = null;
  #daemon: ChildProcess | null = null;

  private constructor(folder: string, options: KeyringOptions) {
    this.folder = folder;
    this.#options = options;
    this.env = {
      PATH,
      LANG: 'C.UTF-8',
      HOME: folder,
      XDG_RUNTIME_DIR: join(folder, 'run'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'run', 'bus')}`,
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
    };
  }

  static async start(options: KeyringOptions = {}): Promise<PrivateKeyring> {
    const missing = missingKeyringPrograms();
    if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}.`);
    const folder = await mkdtemp(join(tmpdir(), 'keyring-'));
    for (const name of ['run', 'data', 'config', 'cache', 'services']) {
      await mkdir(join(folder, name), { mode: 0o700 });
    }
    const keyring = new PrivateKeyring(folder, options);
    try {
      await keyring.startBus();
      if (options.daemon !== false) await keyring.startDaemon();
    } catch (error) {
      await keyring.stop();
      throw error;
    }
    return keyring;
  }

  async startBus(): Promise<void> {
    const config = join(this.folder, 'bus.conf');
    await writeFile(config, busConfig(this.folder));
    await this.#writePrompter();
    // A bus that was killed leaves its socket behind, which would look like a running one.
    await rm(join(this.folder, 'run', 'bus'), { force: true });
    this.#bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile'], {
      env: this.env,
      stdio: 'ignore',
      // A group of its own, so that what the bus starts by itself (the prompter) ends with it.
      detached: true,
    });
    await until('the bus', () => exists(join(this.folder, 'run', 'bus')), PATIENCE);
  }

  /** Opens the log-in keyring with its password, and makes it on the first start. */
  async startDaemon(): Promise<void> {
    const unlocks = this.#options.collection !== false;
    const args = ['--foreground', '--components=secrets', ...(unlocks ? ['--unlock'] : [])];
    this.#daemon = spawn('gnome-keyring-daemon', args, {
      env: this.env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#daemon.stdin?.end(unlocks ? PASSWORD : '');
    await until(
      'the keyring daemon',
      async () => {
        const owner = await this.#call('org.freedesktop.DBus', '/org/freedesktop/DBus', [
          'org.freedesktop.DBus.NameHasOwner',
          'org.freedesktop.secrets',
        ]);
        return owner.output.includes('true');
      },
      PATIENCE,
    );
  }

  async lock(): Promise<void> {
    await this.#call('org.freedesktop.secrets', '/org/freedesktop/secrets', [
      'org.freedesktop.Secret.Service.Lock',
      "[objectpath '/org/freedesktop/secrets/collection/login']",
    ]);
    if (!(await this.isLocked())) throw new Error('The keyring did not lock.');
  }

  async unlock(): Promise<void> {
    const result = await control(join(this.folder, 'run', 'keyring', 'control'), UNLOCK, PASSWORD);
    if (result !== 0 || (await this.isLocked())) throw new Error(`The keyring did not open: ${result}.`);
  }

  async isLocked(): Promise<boolean> {
    const property = await this.#call(
      'org.freedesktop.secrets',
      '/org/freedesktop/secrets/collection/login',
      ['org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Secret.Collection', 'Locked'],
    );
    if (property.status !== 0) throw new Error('The keyring does not say whether it is locked.');
    return property.output.includes('true');
  }

  /** Looks from outside, as another program would. */
  secretTool(args: readonly string[]): Promise<ToolOutcome> {
    return run('secret-tool', args, this.env);
  }

  async killDaemon(): Promise<void> {
    await end(this.#daemon, 'SIGKILL');
    this.#daemon = null;
  }

  async killBus(): Promise<void> {
    await end(this.#bus, 'SIGKILL', 'with its group');
    this.#bus = null;
  }

  /** As if the person had closed the prompt: the program that shows it ends. Needs a display. */
  async dismissPrompt(): Promise<void> {
    const owner = await this.#call('org.freedesktop.DBus', '/org/freedesktop/DBus', [
      'org.freedesktop.DBus.GetConnectionUnixProcessID',
      'org.gnome.keyring.SystemPrompter',
    ]);
    const pid = Number(/uint32 (\d+)/.exec(owner.output)?.[1]);
    if (!Number.isInteger(pid)) throw new Error('There is no prompt.');
    process.kill(pid);
  }

  /** The daemon holds still, so that a call to it stays unanswered until `resumeDaemon`. */
  pauseDaemon(): void {
    this.#daemon?.kill('SIGSTOP');
  }

  resumeDaemon(): void {
    this.#daemon?.kill('SIGCONT');
  }

  /** Ends what was started here, in particular the daemon, which would outlive its bus. */
  async stop(): Promise<void> {
    await this.killDaemon();
    await this.killBus();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #call(destination: string, path: string, args: readonly string[]): Promise<ToolOutcome> {
    return run('gdbus', ['call', '--session', '-d', destination, '-o', path, '-m', ...args], this.env);
  }

  /** Only the prompter may be started by the bus, and that only with a display: nothing comes back unasked. */
  async #writePrompter(): Promise<void> {
    if (this.#options.display === undefined) return;
    const program = ['/usr/libexec/gcr-prompter', '/usr/lib/gcr/gcr-prompter'].find(isExecutable);
    if (program === undefined) throw new Error('gcr-prompter is not installed.');
    const service = `[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=${program}\n`;
    await writeFile(join(this.folder, 'services', 'prompter.service'), service);
  }
}

function busConfig(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(folder, 'run', 'bus')}</listen>
  <servicedir>${join(folder, 'services')}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** One request on the daemon's control socket: a credentials byte, then length, operation and a string. */
function control(path: string, operation: number, text: string): Promise<number> {
  const body = Buffer.from(text, 'utf8');
  const head = Buffer.alloc(12);
  head.writeUInt32BE(12 + body.length, 0);
  head.writeUInt32BE(operation, 4);
  head.writeUInt32BE(body.length, 8);
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    let reply = Buffer.alloc(0);
    socket.once('connect', () => {
      socket.write(Buffer.alloc(1));
      socket.write(Buffer.concat([head, body]));
    });
    socket.on('data', (chunk) => {
      reply = Buffer.concat([reply, chunk]);
      if (reply.length >= 8) socket.end(() => resolve(reply.readUInt32BE(4)));
    });
    socket.once('error', reject);
  });
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  return new Promise<ToolOutcome>((resolve) => {
    execFile(program, [...args], { env, timeout: PATIENCE }, (error, stdout) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ status, output: stdout });
    });
  });
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function end(
  child: ChildProcess | null,
  signal: NodeJS.Signals,
  group?: 'with its group',
): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (group === undefined) child.kill(signal);
  else process.kill(-child.pid, signal);
  await gone;
}
