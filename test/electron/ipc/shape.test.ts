import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPlainShape } from '../../../electron/ipc/shape';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inner: nested(depth - 1) });
const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

describe('the shape of a request', () => {
  it.each([
    [
      'the largest matrix',
      { cells: Array(1_000).fill({ keyId: 'k', models: Array(3_000).fill('gpt-5.5') }) },
    ],
    ['ten thousand ids', { ids: Array(10_000).fill('id') }],
    ['the longest paste', { text: 'x'.repeat(6_000_000), keyId: null, model: undefined }],
    ['six levels', nested(6)],
  ])('lets %s through', (_name, request) => {
    expect(hasPlainShape(request)).toBe(true);
  });

  it.each([
    ['a typed array', new Uint8Array(1_000_000)],
    ['a list of a million numbers', Array(1_000_000).fill(1)],
    ['a list that claims to be endless', Object.assign([], { length: 4_294_967_295 })],
    ['a matrix of numbers', { cells: Array(1_000).fill({ models: Array(3_000).fill(1) }) }],
    ['many fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]))],
    ['too many levels', nested(7)],
    ['a cycle', cycle],
    ['a map', new Map()],
    ['a date', { at: new Date(0) }],
    ['an error', new Error('x')],
    ['a big number', { n: 1n }],
    ['a function', () => 1],
    ['a class’s object', new (class Own {})()],
    ['texts of seventy million letters', { texts: Array(7).fill('x'.repeat(10_000_000)) }],
  ])('turns away %s, at once', (_name, request) => {
    const start = performance.now();
    expect(hasPlainShape(request)).toBe(false);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('is that of whatever JSON can say in a few values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => hasPlainShape(JSON.parse(JSON.stringify(value)))),
    );
  });
});
