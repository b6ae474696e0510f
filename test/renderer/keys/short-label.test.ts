import { describe, expect, it } from 'vitest';
import { shortLabel } from '../../../renderer/keys/short-label';

describe('a label as part of a title', () => {
  it.each([
    ['Storefront', 'Storefront'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(59)}…`],
    ['😀'.repeat(100), `${'😀'.repeat(59)}…`],
  ])('%s is said as %s', (label, short) => {
    expect(shortLabel(label)).toBe(short);
  });
});
