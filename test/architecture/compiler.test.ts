import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './sources';

interface Probe {
  readonly forbidden: string;
  readonly room: 'shared' | 'electron' | 'renderer';
  readonly line: string;
}

const PROBES: readonly Probe[] = [
  { forbidden: 'Node in shared', room: 'shared', line: "export { readFileSync } from 'node:fs';" },
  { forbidden: 'the process in shared', room: 'shared', line: 'export const path = process.env;' },
  { forbidden: 'the page in shared', room: 'shared', line: 'export const title = document.title;' },
  { forbidden: 'the network in shared', room: 'shared', line: "export const answer = fetch('/');" },
  {
    forbidden: 'the privileged half in shared',
    room: 'shared',
    line: "export { own } from '../electron/own';",
  },
  {
    forbidden: 'the page in the privileged half',
    room: 'electron',
    line: 'export const title = document.title;',
  },
  {
    forbidden: 'the window in the privileged half',
    room: 'electron',
    line: "export { own } from '../renderer/own';",
  },
  { forbidden: 'Node in the window', room: 'renderer', line: 'export const path = process.env;' },
  {
    forbidden: 'the privileged half in the window',
    room: 'renderer',
    line: "export { own } from '../electron/own';",
  },
];

const ALLOWED: readonly Probe[] = [
  {
    forbidden: '',
    room: 'electron',
    line: "export { own } from '../shared/own'; export { readFileSync } from 'node:fs';",
  },
  {
    forbidden: '',
    room: 'renderer',
    line: "export { own } from '../shared/own'; export const title = document.title;",
  },
];

/** A small copy of the rooms with the project's real compiler settings, inside the project so that packages resolve. */
let copy: string;

beforeAll(() => {
  mkdirSync(join(ROOT, 'out/test'), { recursive: true });
  copy = mkdtempSync(join(ROOT, 'out/test/compiler-'));
  for (const file of [
    'build/tsconfig.base.json',
    ...['shared', 'electron', 'renderer'].map((room) => `${room}/tsconfig.json`),
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  for (const room of ['shared', 'electron', 'renderer']) {
    writeFileSync(join(copy, room, 'own.ts'), 'export const own = 1;\n');
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function compiles({ room, line }: Probe): boolean {
  const file = join(copy, room, 'probe.ts');
  writeFileSync(file, `${line}\n`);
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', room], {
      cwd: copy,
    });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(file);
  }
}

describe('the compiler', () => {
  it.each(PROBES)('refuses $forbidden', (probe) => {
    expect(compiles(probe)).toBe(false);
  });

  it.each(ALLOWED)('lets $room use what it may', (probe) => {
    expect(compiles(probe)).toBe(true);
  });
});
