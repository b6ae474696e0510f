import { describe, expect, it } from 'vitest';
import { Ledger } from './support/ledger';

const found = (state: Readonly<Record<string, string>>) => new Map(Object.entries(state));

describe('the ledger', () => {
  it('notices an acknowledged key that is gone, one that came back, and a secret that is neither old nor new', () => {
    const ledger = new Ledger();
    ledger.begin('kept', 'a').acknowledged();
    ledger.begin('deleted', 'b').acknowledged();
    ledger.begin('deleted', null).acknowledged();
    ledger.begin('rotated', 'c').acknowledged();
    ledger.begin('rotated', 'd');
    expect(ledger.acknowledged).toBe(4);
    expect(ledger.judge(found({ deleted: 'b', rotated: 'x' })).map((line) => line.split(':')[0])).toEqual([
      'kept',
      'deleted',
      'rotated',
    ]);
  });

  it('lets an operation that was not acknowledged have happened or not', () => {
    for (const state of [{ k: 'old' }, { k: 'new' }] as readonly Readonly<Record<string, string>>[]) {
      const ledger = new Ledger();
      ledger.begin('k', 'old').acknowledged();
      ledger.begin('k', 'new');
      expect(ledger.judge(found(state))).toEqual([]);
      expect(ledger.judge(found(state))).toEqual([]);
    }
  });

  it('holds a refused operation to the state before it', () => {
    const ledger = new Ledger();
    ledger.begin('k', 'old').acknowledged();
    ledger.begin('k', 'new').refused();
    expect(ledger.judge(found({ k: 'new' }))).toHaveLength(1);
  });
});
