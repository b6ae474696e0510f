import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../shared/redaction/known-runs';
import { secretsByPart, withPart } from '../../../shared/redaction/parts';
import { findSecrets, replaced, type Secret } from '../../../shared/redaction/redact';
import { DAMAGES, OPENAI_KINDS } from '../../support/damaged-keys';

const SMALL = { part: 700, around: 2_500 };
const key = fc.oneof(...Object.values(OPENAI_KINDS));
const damage = fc.constantFrom((text: string) => text, ...Object.values(DAMAGES));
const words = fc
  .array(fc.constantFrom('Error', '403', 'model', 'gpt-5.5', 'task-force', '{"a":1}', '\n', '—'), {
    maxLength: 120,
  })
  .map((all) => all.join(' '));

describe('a search in parts', () => {
  it('finds what a search of the whole text finds, wherever the cuts are', () => {
    const piece = fc.tuple(words, key, damage);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), key, (pieces, used) => {
        const runs = runsOf([used]);
        const text = pieces.map(([before, each, harm]) => `${before} ${harm(each)} ${harm(used)} `).join('');
        let found: readonly Secret[] = [];
        for (const part of secretsByPart(text, runs, SMALL)) found = withPart(found, part);
        expect(replaced(text, found)).toBe(replaced(text, findSecrets(text, runs)));
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing in no text', () => {
    expect([...secretsByPart('', null)]).toEqual([]);
  });
});
