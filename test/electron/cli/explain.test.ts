/** What a person reads in the terminal, and how it is laid out. */
import { describe, expect, it } from 'vitest';
import { languageOf, screenOf } from '../../../electron/cli/terminal/screen';
import { widthOf, wrap } from '../../../electron/cli/terminal/width';
import { judgeText } from '../../../shared/diagnosis/judge-text';
import { CAUSES } from '../../../shared/errors/reading';
import { TABLE } from '../../../shared/errors/table';
import { sayIn } from '../../../shared/messages/say';
import { headlineOf } from '../../../shared/report/headline';
import { REFUSED, runCommand } from './run-command';

/** Some of each table, since each text is read several times. */
const SAMPLES = TABLE.filter((_row, index) => index % 5 === 0).map(({ samples }) => samples[0] ?? '');
/** Without the breaks and marks of lines. */
const plain = (text: string) => text.replace(/^[│• ]+/gm, '').replace(/\s+/g, '');

describe('explain for people', () => {
  it.each(['en', 'ja'] as const)('says what the window says of the same text, in %s', async (language) => {
    for (const text of SAMPLES) {
      const { out } = await runCommand(['explain', '--lang', language], [text]);
      const { verdict } = judgeText(text, '2026-11-30');
      const say = sayIn(language);
      const { title, explanation } = headlineOf(verdict, say);
      const rivals = verdict.rivals.map(({ cause }) => say(`verdict.rival.${cause}`));
      for (const sentence of [title, explanation, ...rivals]) expect(plain(out)).toContain(plain(sentence));
    }
  });

  it('ends with 0 where a layer refuses, and with 3 where nothing tells', async () => {
    for (const text of ['', 'hello', ...SAMPLES]) {
      const { status } = await runCommand(['explain'], [text]);
      const { outcome, layer } = judgeText(text, '2026-11-30').verdict;
      expect([status, layer !== null]).toEqual(outcome === 'refused' ? [0, true] : [3, false]);
    }
  });

  it.each([20, 33, 40, 80])('keeps to %i columns in both languages, addresses apart', async (width) => {
    const screen = { width, colours: false, asciiOnly: false };
    for (const argv of [['explain'], ['--help'], ['explain', '--help'], ['explain', '--list']])
      for (const language of ['en', 'ja']) {
        const { out } = await runCommand([...argv, '--lang', language], [REFUSED], { screen });
        const long = out.split('\n').filter((line) => widthOf(line) > width && !line.includes('://'));
        expect(long).toEqual([]);
      }
  });

  it('shows colours where there are some, and the same text without them', async () => {
    const coloured = await runCommand(['explain'], [REFUSED], {
      screen: { width: 80, colours: true, asciiOnly: false },
    });
    const { out } = await runCommand(['explain'], [REFUSED]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
    expect(coloured.out.replace(/\u001b\[\d+m/g, '')).toBe(out);
    expect(coloured.out).toContain('\u001b[');
  });

  it('lets no text steer the terminal', async () => {
    const { out } = await runCommand(
      ['explain'],
      [`${REFUSED.replace('gpt-5.5', 'gpt-\u001b]0;owned\u0007')}`],
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('keeps to ASCII where the locale says so', async () => {
    const screen = { width: 80, colours: false, asciiOnly: true };
    for (const argv of [['explain'], ['--help'], ['explain', '--cause', 'key_scope']]) {
      const { out } = await runCommand(argv, [REFUSED], { screen });
      expect(out).toMatch(/^[\n -~]+$/);
    }
  });
});

describe('explain --cause', () => {
  it.each(['en', 'ja'] as const)('has a page for each cause, in %s', async (language) => {
    for (const cause of CAUSES) {
      const { status, out } = await runCommand(['explain', '--cause', cause, '--lang', language]);
      expect(status).toBe(0);
      expect(out).toContain(cause);
      expect(plain(out)).toContain(plain(sayIn(language)(`verdict.cause.${cause}.explanation`)));
    }
  });

  it('takes no file beside it', async () => {
    expect(await runCommand(['explain', 'x.txt', '--cause', 'network'])).toMatchObject({
      status: 2,
      out: '',
    });
  });
});

describe('the terminal', () => {
  const screen = (env: Record<string, string>, isTerminal = true) =>
    screenOf({ env, isTerminal, columns: isTerminal ? 120 : undefined });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j, a terminal: %s, has colours: %s', (env, isTerminal, colours) => {
    expect(screen(env as Record<string, string>, isTerminal).colours).toBe(colours);
  });

  it.each([
    [{}, 'en', false],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja', false],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'ja_JP.UTF-8' }, 'en', false],
    [{ LC_ALL: '', LANG: 'ja_JP.utf8' }, 'ja', false],
    [{ LANG: 'ja_JP.eucJP' }, 'en', true],
    [{ LC_ALL: 'C' }, 'en', true],
    [{ LC_ALL: 'C.UTF-8' }, 'en', false],
  ] as const)('with %j, speaks %s, in ASCII alone: %s', (env, language, asciiOnly) => {
    expect([languageOf(env), screen(env).asciiOnly]).toEqual([language, asciiOnly]);
  });
});

describe('lines', () => {
  it('break between Japanese letters, but not before a full stop or behind an opening bracket', () => {
    expect(wrap('これは「例」です。次の文', 8)).toEqual(['これは', '「例」で', 'す。次の', '文']);
    expect(wrap('あいう。', 6)).toEqual(['あい', 'う。']);
  });

  it('break between words, inside a word that is too long, and not inside an address', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('see https://example.test/a/b now', 6)).toEqual(['see', 'https://example.test/a/b', 'now']);
  });
});
