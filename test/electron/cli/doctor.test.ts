/** `doctor` of the built program, on folders as they are. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_FILES, walk } from '../../../electron/cli/folder/walk';
import { DOUBTS, RULES } from '../../../shared/doctor/ways';
import { inventedKey } from '../../support/secrets';
import { buildProgram, runProgram } from './built-program';

const ROOT = join(import.meta.dirname, '../../..');
const key = (end: string) => inventedKey(`aB3x9Zq7aB3x9Zq7aB3x9Zq7aB3x9Zq7${end}`);
const [OLD, NEW] = [key('Old1'), key('New2')];
let program = '';

beforeAll(() => {
  program = buildProgram();
}, 120_000);

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What is in a folder, with times. */
function stateOf(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => [name, statSync(join(folder, name)).mtimeMs]);
}

const PROGRAM = {
  '.env': `OPENAI_API_KEY=${OLD}\n`,
  'app.py': 'load_dotenv()\nclient.responses.create(model="gpt-4")\n',
  'compose.yaml': `services:\n  web:\n    env_file: .env\n    environment: {OPENAI_API_KEY: ${NEW}}\n`,
};
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('doctor', { timeout: 60_000 }, () => {
  it('shows which key is sent and which one it shadows, and changes nothing', async () => {
    const folder = folderWith(PROGRAM);
    const before = stateOf(folder);
    const { status, out, errors } = await runProgram(program, ['doctor'], {
      cwd: folder,
      env: { OPENAI_API_KEY: NEW },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(flat(out)).toContain('Project key that ends in “New2”, from the shell It shadows');
    expect(flat(out)).toContain('that ends in “Old1”, from .env:1. A variable that is set already');
    expect(out).toContain('gpt-4: app.py:2');
    expect(out).not.toContain('aB3x9Zq7');
    expect(stateOf(folder)).toEqual(before);
  });

  it.each([
    ['New2', 0, 'begins and ends like one that would be sent'],
    ['Old1', 0, 'begins and ends like one that would be sent'],
    ['Els3', 1, 'is none of those found here'],
  ])(
    'says by its status whether the key …%s of an error is one of these: %i',
    async (end, status, sentence) => {
      const folder = folderWith({
        ...PROGRAM,
        'error.txt': `Incorrect API key provided: sk-proj-****${end}`,
      });
      const ended = await runProgram(program, ['doctor', '--error', join(folder, 'error.txt'), folder]);
      expect(ended.status).toBe(status);
      expect(flat(ended.out)).toContain(sentence);
    },
  );

  it('speaks Japanese', async () => {
    const { out } = await runProgram(program, ['doctor', '--lang', 'ja', folderWith(PROGRAM)]);
    expect(out).toContain('このフォルダーのプログラムが送るもの');
    expect(out).not.toContain('doctor.');
  });

  it('prints JSON that fits its schema, which names every rule and doubt', async () => {
    const text = readFileSync(join(ROOT, 'electron/cli/schemas/doctor.schema.json'), 'utf8');
    const fits = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(text));
    const folders = [
      folderWith({}),
      folderWith({
        ...PROGRAM,
        '.env.local': `OPENAI_API_KEY=your-key\nOPENAI_BASE_URL=https://x.example.com/v1\n`,
      }),
      folderWith({
        'compose.yaml': 'services:\n  w:\n    environment: [OPENAI_API_KEY]\n',
        '.env': PROGRAM['.env'],
      }),
    ];
    for (const folder of folders) {
      const { out } = await runProgram(program, ['doctor', '--json', folder]);
      expect([fits(JSON.parse(out)), fits.errors]).toEqual([true, null]);
      expect(out).not.toContain('aB3x9Zq7');
    }
    for (const id of [...RULES, ...DOUBTS]) expect(text).toContain(`"${id}"`);
  });

  it.each([
    ['an empty folder', () => [folderWith({})], 3, ''],
    ['a folder that does not exist', () => [join(tmpdir(), 'no-such-folder')], 4, 'There is no folder'],
    ['a file', () => [join(folderWith({ a: '' }), 'a')], 4, 'is no folder'],
    [
      'an error file that does not exist',
      () => ['--error', 'none.txt', folderWith({})],
      4,
      'There is no file',
    ],
    [
      'an error without a key',
      () => ['--error', join(folderWith({ a: 'hello' }), 'a'), folderWith(PROGRAM)],
      3,
      '',
    ],
    ['two folders', () => ['a', 'b'], 2, 'too many arguments'],
  ])('%s: a sentence and a status', async (_name, argv, status, sentence) => {
    const ended = await runProgram(program, ['doctor', ...argv()]);
    expect(ended.status).toBe(status);
    expect(flat(ended.errors)).toContain(sentence);
  });

  it('reads the settings of tools in the home folder', async () => {
    const home = folderWith({ '.codex/config.toml': `model = "gpt-5.5"\n` });
    const { out } = await runProgram(program, ['doctor', folderWith({})], { env: { HOME: home } });
    expect(out).toContain('config.toml:1');
  });
});

describe('the walk through a folder', () => {
  it('leaves out packages, version control, what was built, binary and large files', async () => {
    const folder = folderWith({
      'app.py': 'x',
      'deep/er/app.ts': 'x',
      'node_modules/a/index.js': 'x',
      '.git/config.sh': 'x',
      'dist/app.js': 'x',
      'mine/pyvenv.cfg': '',
      'mine/lib/a.py': 'x',
      'binary.py': new Uint8Array([1, 0, 2]),
      'large.py': 'x'.repeat(1_000_001),
      'notes.txt': 'x',
      // As a shell of Windows writes it, and no loader reads it.
      'utf16.env': Buffer.from('\ufeffA=1', 'utf16le'),
    });
    const { files, unreadable, truncated } = await walk(folder);
    expect(files.map(({ path }) => path)).toEqual(['app.py', 'deep/er/app.ts']);
    expect([unreadable, truncated]).toEqual([['utf16.env'], false]);
  });

  it('follows no link out of the folder, and none in a circle', async () => {
    const outside = folderWith({ '.env': 'A=1', 'sub/app.py': 'x' });
    const folder = folderWith({ 'real/.env': 'A=1' });
    symlinkSync(join(outside, '.env'), join(folder, '.env'));
    symlinkSync(join(outside, 'sub'), join(folder, 'sub'));
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync(join(folder, 'real/.env'), join(folder, '.env.local'));
    symlinkSync(join(folder, 'nowhere'), join(folder, '.env.test'));
    expect((await walk(folder)).files.map(({ path }) => path)).toEqual(['.env.local', 'real/.env']);
  });

  it('says where it stopped', async () => {
    const deep = Array.from({ length: 10 }, (_, index) => `d${index}`).join('/');
    expect(await walk(folderWith({ [`${deep}/app.py`]: 'x' }))).toMatchObject({ files: [], truncated: true });
    const many = Object.fromEntries(
      Array.from({ length: MOST_FILES + 1 }, (_, index) => [`f${index}.py`, 'x']),
    );
    const { files, truncated } = await walk(folderWith(many));
    expect([files.length, truncated]).toEqual([MOST_FILES, true]);
  });
});
