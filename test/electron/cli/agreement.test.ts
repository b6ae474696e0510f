/** The terminal and a case say the same of one text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../electron/cli/flat-reading';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import { readError } from '../../../shared/errors/read-error';
import { TABLE } from '../../../shared/errors/table';
import { AT } from '../../support/evidence';

const SAMPLES = TABLE.flatMap(({ samples }) => [...samples]);
const unknownWords = fc
  .tuple(
    fc.constantFrom(400, 401, 403, 404, 409, 422),
    fc.stringMatching(/^[bdfgkz]{3,9}( [bdfgkz]{3,9}){0,4}$/),
  )
  .map(
    ([status, message]) =>
      `openai.APIStatusError: Error code: ${status} - ${JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null } })}`,
  );
const texts = fc.oneof(fc.constantFrom(...SAMPLES), unknownWords, fc.string({ maxLength: 60 }));

function verdictOn(text: string) {
  const evidence = [{ kind: 'text', at: AT, reading: readError(text) }] as const;
  return diagnose({ evidence, keyId: null, model: null, today: '2026-11-22' });
}

describe('a text in the terminal and in a case', () => {
  it('is not understood in both, or in neither', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cause, understood } = explain(text);
        expect(verdictOn(text).unknown === 'not_understood').toBe(!understood && cause !== 'not_an_error');
      }),
    );
  });

  it('has the same cause and layer wherever the case names one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { cause, layer } = explain(text);
        const verdict = verdictOn(text);
        expect([cause, layer]).toEqual([verdict.cause ?? cause, verdict.layer ?? layer]);
      }),
    );
  });

  it('of unknown words is called so', () => {
    fc.assert(
      fc.property(unknownWords, (text) => {
        expect(explain(text)).toMatchObject({ understood: false });
      }),
    );
  });
});
