import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../shared/matrix/cell';
import type { CellCheck, ListState, MatrixModel, MatrixRow } from '../../../shared/matrix/views';
import { isShutDown } from '../../../shared/models/retirements';

const TODAY = '2026-11-22';
const AT = '2026-11-20T10:00:00.000Z';
/** Places in the order of recording. */
const EARLY = 1;
const LATE = 2;

const MODEL: MatrixModel = { id: 'gpt-5.5', shutdownDate: null };
const ANSWERED: ListState = {
  checkId: 'list-1',
  at: AT,
  order: EARLY,
  outcome: 'listed',
  layer: null,
  cause: null,
  code: null,
  durationMs: 5,
};

function row(part: Partial<MatrixRow> = {}): MatrixRow {
  const answered = { refusal: null, list: ANSWERED, listed: [], listedAt: AT, listedOrder: EARLY };
  return { keyId: 'key-1', ...answered, ...part };
}

function check(part: Partial<CellCheck>): CellCheck {
  return {
    keyId: 'key-1',
    column: 0,
    checkId: 'check-1',
    at: AT,
    order: LATE,
    probe: 'free_probe',
    outcome: 'confirmed',
    strength: null,
    unproven: false,
    outweighed: false,
    layer: null,
    cause: null,
    status: 400,
    code: null,
    durationMs: 5,
    newerAttempt: null,
    ...part,
  };
}

const never = row({ list: null, listed: null, listedAt: null, listedOrder: null });
const refusedKey = row({
  refusal: { at: AT, order: LATE, layer: 'key', cause: 'key_invalid' },
  list: { ...ANSWERED, order: LATE, outcome: 'denied', layer: 'key', cause: 'key_invalid' },
});
const mayNotList = row({
  list: { ...ANSWERED, outcome: 'denied', layer: 'scope', cause: 'key_scope' },
  listed: null,
  listedAt: null,
  listedOrder: null,
});
const wrongHost = row({
  refusal: { at: AT, order: EARLY, layer: 'reach', cause: 'wrong_endpoint_or_parameter' },
  list: { ...ANSWERED, outcome: 'denied', layer: 'reach', cause: 'wrong_endpoint_or_parameter' },
  listed: null,
  listedAt: null,
  listedOrder: null,
});
const offline = row({
  list: { ...ANSWERED, order: LATE, outcome: 'unknown', layer: 'reach', cause: 'network' },
});

describe('a cell of the matrix', () => {
  it.each<[string, MatrixRow, MatrixModel, boolean, CellCheck | null, string]>([
    ['nothing known', never, MODEL, false, null, 'unknown nothing'],
    ['on the list', row(), MODEL, true, null, 'listed list'],
    ['not on the list', row(), MODEL, false, null, 'not_listed not_listed'],
    ['not on the list and retired by table', row(), { ...MODEL, id: 'gpt-4' }, false, null, 'denied retired'],
    ['retired by table but still listed', row(), { ...MODEL, id: 'gpt-4' }, true, null, 'listed list'],
    [
      'retired by the API’s date',
      row(),
      { ...MODEL, shutdownDate: '2026-11-01' },
      false,
      null,
      'denied retired',
    ],
    ['a key that is refused', refusedKey, MODEL, true, null, 'denied key'],
    ['a key that may not list', mayNotList, MODEL, false, null, 'unknown list_failed'],
    ['a key on the wrong host', wrongHost, MODEL, false, null, 'denied reach'],
    ['a list kept while offline', offline, MODEL, true, null, 'listed list'],
    ['confirmed for real', row(), MODEL, true, check({ strength: 'proved' }), 'confirmed check'],
    ['confirmed though not listed', row(), MODEL, false, check({ strength: 'proved' }), 'confirmed check'],
    [
      'confirmed, and not on a newer list that never held it',
      row({ listedOrder: LATE }),
      MODEL,
      false,
      check({ order: EARLY, strength: 'proved' }),
      'confirmed check',
    ],
    [
      'confirmed, then dropped from a newer list',
      row({ listedOrder: LATE }),
      MODEL,
      false,
      check({ order: EARLY, strength: 'proved', outweighed: true }),
      'not_listed not_listed',
    ],
    [
      'refused though listed',
      row(),
      MODEL,
      true,
      check({ outcome: 'denied', layer: 'money' }),
      'denied check',
    ],
    [
      'refused by policy, then on a newer list',
      row({ listedOrder: LATE }),
      MODEL,
      true,
      check({ order: EARLY, outcome: 'denied', layer: 'policy' }),
      'denied check',
    ],
    [
      'refused when it was looked up, then on a newer list',
      row({ listedOrder: LATE }),
      MODEL,
      true,
      check({ order: EARLY, probe: 'retrieve', outcome: 'denied', layer: 'policy' }),
      'listed list',
    ],
    [
      'no credit, then on a newer list: the list says nothing of money',
      row({ listedOrder: LATE }),
      MODEL,
      true,
      check({ order: EARLY, outcome: 'denied', layer: 'money' }),
      'denied check',
    ],
    ['a check that told nothing', row(), MODEL, true, check({ outcome: 'unknown' }), 'listed list'],
    [
      'let through where free tests prove nothing',
      row(),
      MODEL,
      false,
      check({ strength: 'validated', unproven: true }),
      'not_listed not_listed',
    ],
    [
      'let through where free tests prove nothing, and no list',
      mayNotList,
      MODEL,
      false,
      check({ strength: 'validated', unproven: true }),
      'unknown unproven',
    ],
    [
      'let through where free tests are not shown to prove nothing',
      row(),
      MODEL,
      true,
      check({ strength: 'validated' }),
      'passed_free_test check',
    ],
    [
      'a check older than the key’s refusal',
      refusedKey,
      MODEL,
      true,
      check({ order: EARLY, strength: 'proved' }),
      'denied key',
    ],
  ])('%s', (_name, ofRow, model, listed, ofCell, expected) => {
    const cell = cellOf(ofRow, listed, isShutDown(model, TODAY), ofCell);
    expect(`${cell.state} ${cell.basis}`).toBe(expected);
  });

  it.each<[string, MatrixRow, boolean, Partial<CellCheck>, string]>([
    ['the key’s refusal', refusedKey, true, { strength: 'proved' }, 'denied key'],
    [
      'a list that dropped it',
      row({ listedOrder: LATE }),
      false,
      { strength: 'proved', outweighed: true },
      'not_listed not_listed',
    ],
    [
      'a list that holds it',
      row({ listedOrder: LATE }),
      true,
      { probe: 'retrieve', outcome: 'denied', layer: 'policy' },
      'listed list',
    ],
  ])(
    'goes by %s that was recorded after a check whose clock ran ahead',
    (_name, ofRow, listed, part, expected) => {
      const cell = cellOf(
        ofRow,
        listed,
        false,
        check({ ...part, at: '2027-11-20T10:00:00.000Z', order: EARLY }),
      );
      expect(`${cell.state} ${cell.basis}`).toBe(expected);
    },
  );

  it('names neither layer nor cause where nobody refused', () => {
    expect(cellOf(row(), false, false, null)).toMatchObject({
      state: 'not_listed',
      layer: null,
      cause: null,
    });
  });
});
