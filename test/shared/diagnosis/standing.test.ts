import { describe, expect, it } from 'vitest';
import { outdoes, type Said } from '../../../shared/diagnosis/standing';

const said = (says: Said['says'], probe: Said['probe'], atEntitlement = false): Said => ({
  says,
  probe,
  atEntitlement,
});
const PROVED = said('proved', 'real_probe');
const VALIDATED = said('validated', 'free_probe');
const VISIBLE = said('visible', 'retrieve');
const REFUSED = said('refused', 'free_probe');

describe('a newer answer stands', () => {
  it.each<[string, Said, Said, readonly boolean[]]>([
    ['a real one, after whatever', PROVED, REFUSED, [true, true, true]],
    ['a refusal, after whatever', REFUSED, PROVED, [true, true, true]],
    ['a passed free test, after a real answer', VALIDATED, PROVED, [false, false, false]],
    ['a passed free test, after a refusal', VALIDATED, REFUSED, [true, true, false]],
    [
      'a passed free test, after a real request met verification',
      VALIDATED,
      said('refused', 'real_probe', true),
      [false, false, false],
    ],
    [
      'a passed free test, after a free test met verification',
      VALIDATED,
      said('refused', 'free_probe', true),
      [true, true, false],
    ],
    ['a passed free test, after the model was seen', VALIDATED, VISIBLE, [true, true, true]],
    ['the model being seen, after a real answer', VISIBLE, PROVED, [false, false, false]],
    ['the model being seen, after a passed free test', VISIBLE, VALIDATED, [false, false, false]],
    ['the model being seen, after a refusal', VISIBLE, REFUSED, [false, false, false]],
    ['the model being seen, after it could not be', VISIBLE, said('refused', 'retrieve'), [true, true, true]],
  ])('%s: by what free tests are worth', (_name, newer, older, expected) => {
    expect([true, null, false].map((calibrated) => outdoes(newer, older, calibrated))).toEqual(expected);
  });
});
