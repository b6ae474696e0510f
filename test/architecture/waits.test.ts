import { expect, it } from 'vitest';
import { readSource, sourcesOf } from './sources';

/** Waiting for time to pass: Playwright's own way, and a helper that takes a number of milliseconds. */
const REAL_TIME =
  /\bwaitForTimeout\(|\(ms(?:: number)?\) =>\s*new Promise(?:<void>)?\(\((\w+)\) => setTimeout\(\1, ms\)\)/;

const samples = [
  `await page.${'waitForTimeout'}(500);`,
  `const pass = (ms: number) => ${'new Promise'}((resolve) => setTimeout(resolve, ms));`,
];

/** Chromium asks for its lists unasked, in its first seconds: no event shows that it will not. */
const LOOK_AT_A_SPAN_OF_TIME = ['test/faults/proxies.test.ts'];

it('no test waits for time to pass, where something has to happen or not to happen', () => {
  const found = sourcesOf('test').filter((path) => REAL_TIME.test(readSource(path)));
  expect(found).toEqual(LOOK_AT_A_SPAN_OF_TIME);
});

it.each(samples)('this would be found: %s', (line) => {
  expect(line).toMatch(REAL_TIME);
});
