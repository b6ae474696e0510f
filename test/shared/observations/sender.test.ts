import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { KeyTraits } from '../../../shared/diagnosis/key-answers';
import type { Verdict } from '../../../shared/diagnosis/verdict';
import type { Facts } from '../../../shared/errors/reading';
import { KEY_KINDS, type SentFor } from '../../../shared/keys/key';
import {
  headerTexts,
  NO_HEADERS,
  readHeaderId,
  sentForBy,
  speaksFor,
} from '../../../shared/observations/sender';
import { KEY, MODEL, reading, refused, validated } from '../../support/evidence';

const A = { organization: 'org-A1', project: 'proj_A1' };
const B = { organization: null, project: 'proj_B2' };
const lacks = (facts: Partial<Facts>) => reading('project_lacks_model', facts);

describe('the headers that a key is sent with', () => {
  it('are those chosen for it, where it is of the old form, and none otherwise', () => {
    const sent = KEY_KINDS.map((kind) => [kind, sentForBy({ kind, sentFor: A })]);
    expect(sent.filter(([, headers]) => headers !== NO_HEADERS)).toEqual([['legacy', A]]);
  });

  it.each<[string, SentFor, Partial<Facts>, SentFor]>([
    ['names another project', A, { project: 'proj_B2' }, B],
    ['names another organization', A, { organization: 'org-B2' }, { organization: 'org-B2', project: null }],
    ['names the same project', A, { project: 'proj_A1' }, A],
    ['names neither', A, {}, A],
    ['names one, where none is chosen', NO_HEADERS, { project: 'proj_B2' }, B],
  ])('are decided by an error that %s', (_name, sentFor, facts, expected) => {
    expect(sentForBy({ kind: 'legacy', sentFor }, lacks(facts))).toEqual(expected);
  });

  it('are not those that were refused as such', () => {
    const refusedHeader = reading('org_or_project_mismatch', { project: 'proj_B2' });
    expect(sentForBy({ kind: 'legacy', sentFor: A }, refusedHeader)).toEqual(A);
  });

  it('read the same in every language', () => {
    expect([headerTexts(A), headerTexts(NO_HEADERS)]).toEqual([
      ['OpenAI-Organization: org-A1', 'OpenAI-Project: proj_A1'],
      [],
    ]);
  });
});

describe('an answer', () => {
  const { showed: access } = found(validated());
  const { showed: keyRefused } = found(refused('list', 'key_invalid', { httpStatus: 401 }));
  const { showed: headerRefused } = found(refused('list', 'org_or_project_mismatch', { httpStatus: 401 }));

  it.each([
    ['to the same headers', { sent: A, showed: access }, A, true],
    ['to other headers', { sent: A, showed: access }, B, false],
    ['to no headers', { sent: NO_HEADERS, showed: access }, A, false],
    ['of an earlier version', { showed: access }, NO_HEADERS, true],
    ['of an earlier version, to headers', { showed: access }, A, false],
    ['that refuses the key', { sent: A, showed: keyRefused }, B, true],
    ['that refuses a header', { sent: A, showed: headerRefused }, B, false],
  ])('%s speaks for a request accordingly', (_name, answer, wanted, expected) => {
    expect(speaksFor(answer, wanted)).toBe(expected);
  });

  const traits = (sentFor: SentFor): KeyTraits => ({
    end: 'aaaa',
    host: 'api.openai.com',
    hostSeen: null,
    reachesSeveral: true,
    sentFor,
  });
  const verdictOf = (evidence: readonly Evidence[], sentFor: SentFor) =>
    diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22', key: traits(sentFor) });
  const sentAs = (evidence: Evidence, sent: SentFor): Evidence => ({
    ...found(evidence),
    sent: { host: 'api.openai.com', ...sent },
  });

  it('to other headers neither opens nor closes a model for a case', () => {
    const open = [sentAs(validated(), A), sentAs(refused('free_probe', 'project_lacks_model'), B)];
    const nothing = verdictOf([], NO_HEADERS);
    expect(verdictOf(open, NO_HEADERS)).toMatchObject({ outcome: nothing.outcome, cause: nothing.cause });
    expect(verdictOf(open, A).outcome).not.toBe(nothing.outcome);
    expect(verdictOf(open, B)).toMatchObject({ cause: 'project_lacks_model' });
  });

  it('to other headers changes no verdict, whatever it says', () => {
    const kinds = fc.constantFrom(
      () => validated(),
      () => validated({ control: true, model: 'gpt-5.2' }),
      () => refused('free_probe', 'project_lacks_model'),
      () => refused('list', 'org_or_project_mismatch', { httpStatus: 401 }),
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 6 }), fc.array(kinds, { maxLength: 6 }), (own, others) => {
        const mine = own.map((make) => sentAs(make(), A));
        const theirs = others.map((make) => sentAs(make(), B));
        const alone = verdictOf(mine, A);
        expect(outline(verdictOf([...mine, ...theirs], A))).toEqual(outline(alone));
      }),
    );
  });
});

describe('what a person types for a header', () => {
  it.each([
    ['organization', ' org-Ab12 ', 'org-Ab12'],
    ['project', 'proj_Ab12', 'proj_Ab12'],
    ['project', '  ', null],
    ['organization', 'proj_Ab12', 'bad_organization_id'],
    ['project', 'org-Ab12', 'bad_project_id'],
    ['project', 'proj_…', 'bad_project_id'],
    ['project', 'proj_', 'bad_project_id'],
    ['organization', 'Maple Robotics', 'bad_organization_id'],
    ['organization', 'org-a\nx: y', 'bad_organization_id'],
  ] as const)('as the %s “%s” is read as %s', (name, typed, expected) => {
    const read = readHeaderId(name, typed);
    expect(read.ok ? read.value : read.error).toBe(expected);
  });

  it('never becomes a header with anything but what ids are made of', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        const read = readHeaderId('project', `proj_${tail}`);
        if (read.ok) expect(read.value).toMatch(/^proj_[A-Za-z0-9]+$/);
      }),
    );
  });
});

const outline = ({ outcome, cause, state, confidence, proof }: Verdict) => ({
  outcome,
  cause,
  state,
  confidence,
  proof,
});

function found(evidence: Evidence) {
  if (evidence.kind !== 'probe') throw new Error('No answer');
  return evidence;
}
