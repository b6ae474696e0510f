/** The built program, started as people start it. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAUSES } from '../../../shared/errors/reading';
import { TABLE } from '../../../shared/errors/table';
import { LAYERS } from '../../../shared/observations/layers';
import { inventedKey } from '../../support/secrets';
import { buildProgram, ended, runInShell, runProgram } from './built-program';
import { REFUSED, runCommand } from './run-command';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'texts-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
let program = '';

beforeAll(() => {
  program = buildProgram();
}, 120_000);

function schema(name: string) {
  const text = readFileSync(join(ROOT, 'electron/cli/schemas', name), 'utf8');
  return new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(text));
}

describe('bad use and bad input', { timeout: 60_000 }, () => {
  const refused = file('refused.txt', REFUSED);
  const binary = file('binary.bin', new Uint8Array([0x89, 0x50, 0, 1, 2, 255]));
  const key = inventedKey('Zq9xAb12Cd34Ef56Gh78');

  it.each([
    ['nothing', [], 2, 'No command was given'],
    ['an unknown command', ['explian'], 2, 'There is no command “explian”.\nDid you mean “explain”?'],
    ['an unknown option', ['explain', '--jsno'], 2, 'There is no option “--jsno”.\nDid you mean “--json”?'],
    ['two files', ['explain', 'a', 'b'], 2, 'too many arguments'],
    ['options that exclude each other', ['explain', '--json', '--jsonl'], 2, 'cannot be used together'],
    ['an option without its value', ['explain', '--cause'], 2, 'A value is missing behind “--cause'],
    ['an unknown cause', ['explain', '--cause', 'x'], 2, '“x” is not possible for “--cause'],
    ['an unknown language', ['--lang', 'fr', 'explain'], 2, 'Possible are: en, ja.'],
    ['an unknown shell', ['completion', 'tcsh'], 2, '“tcsh” is not possible for “shell”.'],
    ['a file that does not exist', ['explain', join(folder, 'none.txt')], 4, 'There is no file'],
    ['a folder', ['explain', folder], 4, 'is a folder'],
    ['binary data', ['explain', binary], 4, 'binary data'],
  ])('%s gets a sentence on standard error and its status', async (_name, argv, status, sentence) => {
    const { out, errors, ...rest } = await runProgram(program, argv);
    expect({ ...rest, out }).toEqual({ status, out: '' });
    expect(errors.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '));
  });

  it('gets its sentence in the language of the locale', async () => {
    const start = { env: { LANG: 'ja_JP.UTF-8' } };
    expect(await runProgram(program, ['explain', '--jsno'], start)).toMatchObject({
      status: 2,
      errors: expect.stringContaining('「--jsno」というオプションはありません。'),
    });
    expect((await runProgram(program, ['explain', '--help'], start)).out).toContain('終了ステータス:');
  });

  it('never gives back a key that was typed by mistake', async () => {
    for (const argv of [[key], ['explain', `--${key}`], ['explain', key], ['explain', '--cause', key]]) {
      const { status, out, errors } = await runProgram(program, argv);
      expect(status).not.toBe(0);
      expect(out + errors).not.toContain(key.slice(8, 24));
    }
  });

  it('on standard input: empty, binary, and in the letters of a Windows shell', async () => {
    const explain = (input: string | Uint8Array) => runProgram(program, ['explain'], { input });
    expect((await explain('')).status).toBe(3);
    expect(await explain(new Uint8Array([1, 0, 2]))).toMatchObject({ status: 4, out: '' });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(REFUSED, 'utf16le')]);
    expect((await explain(utf16)).status).toBe(0);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk', async () => {
    const { status, errors } = await runInShell(program, '"$NODE" "$PROGRAM" explain > /dev/full', {
      input: REFUSED,
    });
    expect(status).toBe(4);
    expect(errors).toContain('could not be written');
  });

  it('a reader that goes away early', async () => {
    const many = `${JSON.stringify({ id: 1, text: REFUSED })}\n`.repeat(3_000);
    const line = 'set -o pipefail; "$NODE" "$PROGRAM" explain --jsonl | head -n 1';
    const { status, errors } = await runInShell(program, line, { input: many });
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  it.skipIf(process.platform !== 'linux')(
    'a terminal in place of standard input: says what it waits for',
    async () => {
      const line = 'script -qec \'stty cols 20; "$NODE" "$PROGRAM" explain\' /dev/null';
      // End of input, as Ctrl-D sends it.
      const { out } = await runInShell(program, line, { input: `${REFUSED}\n\u0004` });
      expect(out.replace(/\s+/g, ' ')).toContain('Reading standard input: paste the error');
      expect(out).toContain('\u001b[');
    },
  );

  it('a locale whose letters are not UTF-8', async () => {
    const { out } = await runProgram(program, ['explain', refused], { env: { LC_ALL: 'C' } });
    expect(out).toMatch(/^[\n -~]+$/);
  });
});

describe('every JSON', () => {
  it('of explain --json fits its schema, in both languages', async () => {
    const fits = schema('explain.schema.json');
    const texts = TABLE.filter((_row, index) => index % 5 === 0).map(({ samples }) => samples[0] ?? '');
    const printed = await runProgram(program, ['explain', '--json'], { input: REFUSED });
    expect([printed.status, fits(JSON.parse(printed.out))]).toEqual([0, true]);
    for (const [index, input] of ['', ...texts].entries()) {
      const argv = ['explain', '--json', '--lang', index % 2 === 0 ? 'en' : 'ja'];
      const { out } = await runCommand(argv, [input]);
      expect([fits(JSON.parse(out)), fits.errors]).toEqual([true, null]);
    }
    for (const argv of [['--list'], ['--cause', 'network'], ['--cause', 'not_an_error']]) {
      const { out } = await runCommand(['explain', '--json', ...argv]);
      expect([fits(JSON.parse(out)), fits.errors]).toEqual([true, null]);
    }
  });

  it('of explain --jsonl fits its schema', async () => {
    const fits = schema('explain-line.schema.json');
    const lines = TABLE.map(({ samples }, id) => JSON.stringify({ id, text: samples[0] ?? '' }));
    const { out } = await runProgram(program, ['explain', '--jsonl'], { input: [...lines, '{'].join('\n') });
    for (const line of out.trimEnd().split('\n'))
      expect([fits(JSON.parse(line)), fits.errors]).toEqual([true, null]);
  });

  it('has the causes and layers that there are', () => {
    const text = readFileSync(join(ROOT, 'electron/cli/schemas/explain.schema.json'), 'utf8');
    const { $defs } = JSON.parse(text) as {
      readonly $defs: Readonly<Record<'cause' | 'layer', { readonly enum: readonly string[] }>>;
    };
    expect([$defs.cause.enum, $defs.layer.enum]).toEqual([CAUSES, LAYERS]);
  });
});

describe('every command that the help names', { timeout: 60_000 }, () => {
  it('has a help of its own, with examples and exit statuses', async () => {
    const { out } = await runProgram(program, ['--help']);
    const list = out.slice(out.indexOf('Commands:'), out.indexOf('Examples:'));
    const commands = [...list.matchAll(/^ {2}([a-z-]+)(?:\|[a-z]+)?(?: |$)/gm)].map(([, name = '']) => name);
    expect(commands).toEqual([
      'explain',
      'can-i',
      'practice',
      'mcp',
      'doctor',
      'message',
      'completion',
      'help',
    ]);
    for (const command of commands.filter((name) => name !== 'help')) {
      const help = await runProgram(program, [command, '--help']);
      expect(help).toMatchObject({ status: 0, errors: '' });
      expect(help.out).toMatch(/Examples:[\s\S]*Exit status:/);
      expect((await runProgram(program, ['help', command])).out).toBe(help.out);
    }
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await runProgram(program, ['--version'])).toEqual({ status: 0, out: `${version}\n`, errors: '' });
  });
});

// Each starts the program several times, on a machine that may be busy.
describe('completion', { timeout: 60_000 }, () => {
  const script = async (shell: string) =>
    file(`completion.${shell}`, (await runProgram(program, ['completion', shell])).out);
  const isThere = async (shell: string) =>
    (await ended('bash', ['-c', `command -v ${shell}`]).catch(() => null))?.status === 0;

  it('completes commands, options and their values in bash', async () => {
    const reply = async (...words: readonly string[]) => {
      const quoted = ['model-access-doctor', ...words].map((word) => `'${word}'`).join(' ');
      const line = `source "$0"; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _model_access_doctor; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return (await ended('bash', ['-c', line, await script('bash')], { cwd: folder })).out
        .trim()
        .split('\n');
    };
    expect(await reply('expl')).toEqual(['explain']);
    expect(await reply('explain', '--js')).toEqual(['--json', '--jsonl']);
    expect(await reply('explain', '--cause', 'project_')).toEqual([
      'project_lacks_model',
      'project_archived',
    ]);
    expect(await reply('explain', 'refus')).toEqual(['refused.txt']);
    expect(await reply('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await reply('--lang', 'j')).toEqual(['ja']);
  });

  it('completes in fish', async ({ skip }) => {
    if (!(await isThere('fish'))) skip();
    const path = await script('fish');
    const reply = async (typed: string) => {
      const line = `source ${path}; complete -C '${typed}'`;
      return (await ended('fish', ['--no-config', '-c', line])).out
        .trim()
        .split(/\n/)
        .map((each) => each.split('\t')[0]);
    };
    expect(await reply('model-access-doctor expl')).toEqual(['explain']);
    expect(await reply('model-access-doctor explain --js')).toEqual(['--json', '--jsonl']);
    expect((await reply('model-access-doctor explain --cause project_')).toSorted()).toEqual([
      'project_archived',
      'project_lacks_model',
    ]);
    expect(await reply('model-access-doctor completion ')).toEqual(['bash', 'fish', 'zsh']);
  });

  it('completes in zsh, at a prompt of its own', async ({ skip }) => {
    if (!(await isThere('zsh'))) skip();
    const path = await script('zsh');
    // What is completed is run behind `print`, and so comes out.
    const typed = (words: string) =>
      [
        'zmodload zsh/zpty',
        'zpty shell zsh -f -i',
        `zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source ${path}; print READY"`,
        "zpty -r shell seen '*READY*READY*'",
        `zpty -w -n shell $'model-access-doctor ${words}\\t\\C-aprint -r -- DONE \\n'`,
        "zpty -r shell seen '*DONE model*\n'",
        'print -r -- "$seen"',
        'zpty -d shell',
      ].join('\n');
    const reply = async (words: string) => (await ended('zsh', ['-f', '-c', typed(words)])).out;
    expect(await reply('expl')).toContain('DONE model-access-doctor explain');
    expect(await reply('explain --cause project_a')).toContain('--cause project_archived');
    expect(await reply('completion fi')).toContain('completion fish');
  });
});
