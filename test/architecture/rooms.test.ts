import { describe, expect, it } from 'vitest';
import { type Import, importsIn, ROOMS, readSource, sourcesOf } from './sources';

interface Rule {
  readonly promise: string;
  readonly breaks: (found: Import) => boolean;
  /** An invented line that breaks the rule, in an invented file: proof that the rule can find something. */
  readonly example: readonly [file: string, line: string];
}

const inRoom = (path: string, room: string) => path.startsWith(`${room}/`);
const isTest = (path: string) => inRoom(path, 'test');

const RULES: readonly Rule[] = [
  {
    promise: 'shared imports nothing but shared',
    breaks: ({ from, to, relative }) => inRoom(from, 'shared') && relative && !inRoom(to, 'shared'),
    example: ['shared/a/b.ts', "import { x } from '../../electron/x';"],
  },
  {
    promise: 'shared uses no package',
    breaks: ({ from, relative }) => inRoom(from, 'shared') && !relative,
    example: ['shared/ipc/a.ts', "import { z } from 'zod';"],
  },
  {
    promise: 'the privileged half never reaches into the window',
    breaks: ({ from, to }) => inRoom(from, 'electron') && (inRoom(to, 'renderer') || to.startsWith('react')),
    example: ['electron/a.ts', "import type { X } from '../renderer/x';"],
  },
  {
    promise:
      'the window never reaches into the privileged half, nor Node, nor Electron, and carries no schema library',
    breaks: ({ from, to }) =>
      inRoom(from, 'renderer') &&
      (inRoom(to, 'electron') ||
        to.startsWith('node:') ||
        ['electron', 'keytar', 'openai', 'zod'].includes(to)),
    example: ['renderer/a.tsx', "const x = await import('node:fs');"],
  },
  {
    promise: 'what ships depends neither on tests nor on the build',
    breaks: ({ from, to }) =>
      ['shared', 'electron', 'renderer'].some((room) => inRoom(from, room)) &&
      (inRoom(to, 'test') || inRoom(to, 'build')),
    example: ['electron/a.ts', "import { x } from '../test/support/x';"],
  },
  {
    promise: 'practice and the command line see shared and Node alone',
    breaks: ({ from, to, relative }) =>
      ['electron/practice', 'electron/cli'].some(
        (door) =>
          inRoom(from, door) &&
          (relative ? !inRoom(to, door) && !inRoom(to, 'shared') : ['electron', 'keytar'].includes(to)),
      ),
    example: ['electron/practice/a.ts', "import type { Vault } from '../vault/vault';"],
  },
  {
    promise: 'one file loads keytar',
    breaks: ({ from, to }) => to === 'keytar' && !isTest(from) && from !== 'electron/vault/vault-process.ts',
    example: ['electron/vault/vault.ts', "import { getPassword } from 'keytar';"],
  },
  {
    promise: 'one file listens to the window',
    breaks: ({ from, names }) =>
      names.includes('ipcMain') && !isTest(from) && from !== 'electron/ipc/register.ts',
    example: ['electron/a.ts', "import { app, ipcMain } from 'electron';"],
  },
  {
    promise: 'the preload carries no schema library into the window',
    breaks: ({ from, to }) => inRoom(from, 'electron/preload') && (to === 'zod' || to === 'openai'),
    example: ['electron/preload/a.ts', "import { z } from 'zod';"],
  },
  {
    promise: 'relative imports carry no extension, except between scripts that Node runs as they are',
    breaks: ({ from, to, relative }) =>
      relative && !from.endsWith('.mjs') && /\.(?:ts|tsx|js)$/.test(to) && !isTest(from),
    example: ['shared/a.ts', "import { x } from './x.ts';"],
  },
];

const imports = ROOMS.flatMap((room) =>
  sourcesOf(room).flatMap((path) =>
    isTest(path) && path.includes('architecture') ? [] : importsIn(path, readSource(path)),
  ),
);

describe.each(RULES)('$promise', ({ breaks, example: [file, line] }) => {
  it('holds in every source file', () => {
    expect(imports.filter(breaks).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('would be noticed where it is broken', () => {
    expect(importsIn(file, line).filter(breaks)).toHaveLength(1);
  });
});

it('finds the imports of a file in all their forms', () => {
  const source = [
    "import type { A } from './a';",
    "import { b, type C as D } from '../b';",
    "import {\n  e,\n  f,\n} from 'package/sub';",
    "import './style.css';",
    "export { g } from './g';",
    "// import { h } from './h';",
    'const text = "import { i } from \'./i\'";',
    "const j = await import('node:fs');",
  ].join('\n');
  expect(importsIn('room/folder/file.ts', source).map(({ to, names }) => [to, ...names])).toEqual([
    ['room/folder/a', 'A'],
    ['room/b', 'b', 'C'],
    ['package/sub', 'e', 'f'],
    ['room/folder/style.css'],
    ['room/folder/g', 'g'],
    ['node:fs'],
  ]);
});
