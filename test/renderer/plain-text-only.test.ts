import { describe, expect, it } from 'vitest';
import { plainTextOnly } from '../../renderer/plain-text-only';

describe('text written into the page', () => {
  it('passes where it is style text', () => {
    const css = ':root{--x:1px;} @media (min-width: 62em){.a>.b{color:red}}';
    expect(plainTextOnly(css)).toBe(css);
  });

  it.each(['<img src=x onerror=alert(1)>', '</style><script>', 'a < b'])(
    'is refused where it could be markup: %s',
    (text) => {
      expect(() => plainTextOnly(text)).toThrow(TypeError);
    },
  );
});
