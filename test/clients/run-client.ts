/** Runs a client's program against a refusing service and gives back what a person would see in their terminal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from './catalogue';
import type { Refuser } from './refusals';

const PROGRAMS = join(process.cwd(), 'test/clients/programs');
/** One folder a client, so that several versions of a package lie beside each other under its own name. */
const INSTALLED = join(process.cwd(), 'out/clients');
const INSTALL = ['npm', 'install', '--no-save', '--no-package-lock', '--ignore-scripts'];
/** Longer than any client takes that is not stuck; the most patient one tries three times. */
const LIMIT_MS = 60_000;

/** Debian's own programs first, because its packages belong to those. */
const PATH = `/usr/bin:/bin:${process.env['PATH'] ?? ''}`;

interface Ran {
  readonly status: number;
  readonly output: string;
}

/** Nothing of the person's own set-up reaches a client. */
function ownVariables(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const home = { HOME: tmpdir(), LANG: 'C.UTF-8', GOCACHE: join(INSTALLED, 'go-cache') };
  return { PATH, ...home, ELECTRON_RUN_AS_NODE: '1', ...more };
}

async function run(command: readonly string[], env: NodeJS.ProcessEnv, cwd = tmpdir()): Promise<Ran> {
  const [program = '', ...args] = command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => parts.push(text));
  try {
    const [code] = await once(child, 'close');
    return { status: code ?? 1, output: parts.join('') };
  } catch (error) {
    return { status: 127, output: String(error) };
  }
}

function folderOf(client: Client): string {
  return join(INSTALLED, client.name.replace(/\W+/g, '-').toLowerCase());
}

/** What keeps the client from running here; null where nothing does. */
export async function prepare(client: Client): Promise<string | null> {
  const probed = client.probe === undefined ? null : await run(client.probe, ownVariables());
  if (probed !== null && probed.status !== 0) return `Debian: ${client.debian.join(' ')}`;
  const folder = folderOf(client);
  mkdirSync(folder, { recursive: true });
  const missing = client.packages.filter((each) => !existsSync(join(folder, 'node_modules', nameOf(each))));
  if (missing.length > 0) {
    const { status } = await run([...INSTALL, '--prefix', folder, ...client.packages], process.env, folder);
    if (status !== 0) return `npm: ${client.packages.join(' ')}`;
  }
  for (const file of [client.program, 'ways.mjs']) cpSync(join(PROGRAMS, file), join(folder, file));
  return null;
}

function nameOf(packageWithVersion: string): string {
  return packageWithVersion.slice(0, packageWithVersion.lastIndexOf('@'));
}

/** Its output, as it would read had the service stood where the real one does. */
export async function outputOf(client: Client, way: string, refuser: Refuser): Promise<string> {
  const { simulator, secret, refusal } = refuser;
  const folder = folderOf(client);
  const shell = client.program.endsWith('.sh') || client.program.endsWith('.go');
  const { output } = await run(
    [...client.command, join(folder, client.program), ...(client.ways[way] ?? [])],
    ownVariables({
      OPENAI_BASE_URL: simulator.apiBaseUrl,
      OPENAI_API_KEY: secret,
      MODEL: refusal.model,
    }),
    shell ? folder : tmpdir(),
  );
  return asIfReal(output, simulator.origin, folder);
}

const REAL = 'https://api.openai.com';

function asIfReal(output: string, origin: string, folder: string): string {
  const { host, hostname, port } = new URL(origin);
  return output
    .replaceAll(origin, REAL)
    .replaceAll(host, 'api.openai.com')
    .replaceAll(hostname, 'api.openai.com')
    .replaceAll(port, '443')
    .replaceAll(folder, '/srv/app');
}
