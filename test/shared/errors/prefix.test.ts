import { describe, expect, it } from 'vitest';
import { LABELLED_TEXTS, readLabelled } from '../../../build/labelled-texts.mjs';
import { readError } from '../../../shared/errors/read-error';
import { KNOWN_MISSES } from './corpus/known-misses';

/** So many beginnings of each text, at even distances. */
const CUTS = 24;

/**
 * Beginnings that are whole sentences of their own and say something else than the text that goes on: an id, and then that
 * nothing is kept; a code, and then what it stands for; a service's sentence without the service's name; a failure that was
 * got over, and then the one that stopped the person; what a parser met, and then whose page it was.
 */
const OWN_SENTENCE: readonly string[] = [
  'e354',
  'e357',
  'oi04',
  'oj04',
  'ol02',
  'ol03',
  'ol12',
  'oo11',
  'p101',
  'p102',
  'p131',
  'p212',
  'p213',
  'p224',
  'p225',
  'p284',
  'q035',
  'q081',
  'q096',
  'q102',
  'q132',
  'v13',
];

/** Wrong, and more than possible. A text that is cut off may report nothing yet, or no reason yet. */
function overclaims(text: string, cause: string): boolean {
  const part = readError(text);
  return ![cause, 'not_an_error', 'reason_not_shown'].includes(part.cause) && part.confidence !== 'possible';
}

const beginningsOf = (text: string) =>
  Array.from({ length: CUTS }, (_, cut) => text.slice(0, Math.ceil((text.length * (cut + 1)) / (CUTS + 1))));

describe('a text that is cut off anywhere', () => {
  it('is read rightly, or as no more than possible', () => {
    const rows = LABELLED_TEXTS.flatMap(readLabelled).filter(
      ({ id, cause }) => cause !== 'not_an_error' && KNOWN_MISSES[id]?.includes('cause') !== true,
    );
    const wrong = rows.filter(({ text, cause }) =>
      beginningsOf(text).some((beginning) => overclaims(beginning, cause)),
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(wrong.map(({ id }) => id).filter((id) => !OWN_SENTENCE.includes(id))).toEqual([]);
  });

  it('inside an error object is no more than possible, unless the sentence is OpenAI’s alone', () => {
    const cut =
      "RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check";
    expect(readError(cut).confidence).toBe('possible');
    const own =
      "Error code: 403 - {'error': {'message': 'Project `proj_Ab3dEf6h` does not have access to model `gpt-5.5`";
    expect(readError(own)).toMatchObject({ cause: 'project_lacks_model', confidence: 'certain' });
  });

  it('before the body that a client prints does not hide it', () => {
    const text = 'openai: Request failed with status code 401 and body {"error":{"message":"Incorr';
    expect(readError(text)).toMatchObject({ cause: 'reason_not_shown', confidence: 'possible' });
  });
});
