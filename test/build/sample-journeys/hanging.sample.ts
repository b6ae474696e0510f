import { describe, it } from 'vitest';
import { waitForSilentApp } from './app';

describe('third', () => {
  it('hangs', () => waitForSilentApp());
  it('comes after', () => undefined);
});

describe('fourth', () => {
  it('comes after, too', () => undefined);
});
