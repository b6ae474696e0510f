/** The command line as it is built, and as people start it: by the Node of the person, in a process of its own. */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const PERSONS_NODE = spawnSync('node', ['--version']).status === 0 ? 'node' : process.execPath;

export function personsNode(): string {
  return PERSONS_NODE;
}

/** Builds it into a folder of its own, below the one that is given. Returns its file. */
export function buildProgram(below = tmpdir()): string {
  mkdirSync(below, { recursive: true });
  const folder = mkdtempSync(join(below, 'command-line-'));
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'build/vite.cli.config.ts'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [...vite, '--logLevel', 'warn', '--outDir', folder],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The command line was not built: ${stderr}`);
  return join(folder, 'cli.mjs');
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

interface Start {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Without colours and locale of whoever runs the tests. */
const SURROUNDINGS = { PATH: process.env['PATH'] ?? '', ELECTRON_RUN_AS_NODE: '1', HOME: tmpdir() };

export function runProgram(program: string, argv: readonly string[], start: Start = {}): Promise<Ended> {
  return ended(PERSONS_NODE, [program, ...argv], start);
}

/** A line of a shell in which `$NODE $PROGRAM` is the command line. */
export function runInShell(program: string, line: string, start: Start = {}): Promise<Ended> {
  const env = { ...start.env, NODE: PERSONS_NODE, PROGRAM: program };
  return ended('bash', ['-c', line], { ...start, env });
}

export function ended(command: string, argv: readonly string[], start: Start = {}): Promise<Ended> {
  const { input = '', env = {}, cwd } = start;
  const options: SpawnOptions = { env: { ...SURROUNDINGS, ...env }, ...(cwd === undefined ? {} : { cwd }) };
  const child = spawn(command, argv, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  const [out, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => errors.push(piece));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const textOf = (pieces: readonly Buffer[]) => Buffer.concat(pieces).toString('utf8');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: textOf(out), errors: textOf(errors) }));
  });
}
