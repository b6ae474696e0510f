import { describe, expect, it } from 'vitest';
import { codeOnly, readSource, sourcesOf } from './sources';

/** What makes a function answer differently today than yesterday, or here than there. */
const IMPURE: readonly (readonly [name: string, pattern: RegExp, example: string])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, 'const t = new Date();'],
  ['chance', /\bMath\.random\b|\bcrypto\./, 'const id = crypto.randomUUID();'],
  ['timers', /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\(/, 'setTimeout(done, 1);'],
  ['the process', /\bprocess\.|\bglobalThis\.|\brequire\(/, 'const path = process.env.PATH;'],
  ['output', /\bconsole\./, 'console.log(1);'],
  ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/, 'await fetch(url);'],
  // A language that is passed in is no dependency.
  [
    "the person's language",
    /\btoLocale\w+\(|\bIntl\.(?!\w+\(language\))/,
    'new Intl.NumberFormat().format(n);',
  ],
];

const sources = sourcesOf('shared').map((path) => ({ path, code: codeOnly(readSource(path)) }));

describe.each(IMPURE)('shared does not depend on %s', (_name, pattern, example) => {
  it('in any file', () => {
    expect(sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('and a line that did would be noticed', () => {
    expect(pattern.test(codeOnly(`/* a comment */\n${example}`))).toBe(true);
  });
});

it('looks at code alone, not at what strings, comments and patterns say', () => {
  const source =
    "// Date.now()\nconst a = 'process.env'; /* console.log */ const b = /fetch(x)/.test(`Math.random`);";
  expect(IMPURE.filter(([, pattern]) => pattern.test(codeOnly(source)))).toEqual([]);
});
