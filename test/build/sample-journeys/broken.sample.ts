import { describe, expect, it } from 'vitest';

describe('first', () => {
  it('goes well', () => undefined);
  it('breaks', () => expect(1).toBe(2));
  it('comes after', () => undefined);
  describe('deeper', () => {
    it('comes after, too', () => undefined);
  });
});

describe('second', () => {
  it('does not depend on it', () => undefined);
});
