import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, edited, hideSecrets, spliced } from '../../../shared/redaction/veiled';
import { inventedKey } from '../../support/secrets';

const MASK = 'sk-proj-…[redacted]';
const secret = (number: number) => inventedKey(`h4Tq9ZrW2xLmB7yRs3Vd${number}`);
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(' a word ', ' [redacted] ', '\n', ' sk-proj-…[redacted] '),
    fc.nat(9).map((number) => ` ${secret(number)} `),
  ),
  { maxLength: 8 },
);

describe('what is hidden in a text', () => {
  it('is every secret of the text and nothing else, where it stands', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const veiled = hideSecrets(bare(parts.join('')));
        const secrets = parts.filter((part) => /INVENTED|h4Tq/.test(part)).length;
        expect(veiled.hidden.map(({ start, end }) => veiled.text.slice(start, end))).toEqual(
          Array.from({ length: secrets }, () => MASK),
        );
        expect(hideSecrets(veiled)).toEqual(veiled);
      }),
    );
  });

  it('stays known, wherever else something is put in or removed', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.nat(),
        fc.nat(20),
        fc.constantFrom('', 'x', 'more words'),
        (parts, from, length, put) => {
          const before = hideSecrets(bare(parts.join('')));
          const start = from % (before.text.length + 1);
          const end = Math.min(before.text.length, start + length);
          const after = spliced(before, { start, end }, bare(put));
          const kept = before.hidden.filter((each) => each.end <= start || each.start >= end).length;
          expect(after.hidden.map((each) => after.text.slice(each.start, each.end))).toEqual(
            Array.from({ length: kept }, () => MASK),
          );
          const typed = edited(before, after.text);
          expect(typed.text).toBe(after.text);
          for (const each of typed.hidden) expect(typed.text.slice(each.start, each.end)).toBe(MASK);
        },
      ),
    );
  });
});
