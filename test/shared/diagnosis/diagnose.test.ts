import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readError } from '../../../shared/errors/read-error';
import { CAUSES } from '../../../shared/errors/reading';
import { CAUSE_ROWS, LAYERS } from '../../../shared/observations/layers';
import {
  answered,
  earlier,
  listed,
  MODEL,
  notSent,
  ofOtherKey,
  PROJECT,
  refused,
  statement,
  text,
  unanswered,
  validated,
} from '../../support/evidence';
import { ask, brief, PROJECT_TEXT, REFUSED } from './support';

const MANY = Array.from({ length: 60 }, (_, index) => `model-${index}`);

describe('a test with a key that cannot be the one of the text', () => {
  it('is about that key, and keeps what the text by itself says', () => {
    expect(ask([PROJECT_TEXT, validated({ project: 'proj_Other' })]).otherKey).toEqual({
      why: 'other_project',
      textCause: 'project_lacks_model',
    });
    expect(ask([PROJECT_TEXT, refused('free_probe', 'key_invalid')]).otherKey).toEqual({
      why: 'key_refused',
      textCause: 'project_lacks_model',
    });
  });

  it('is not found where the text is about the key itself, nor where the key fits', () => {
    expect(ask([text('key_invalid', {}), refused('free_probe', 'key_invalid')]).otherKey).toBeNull();
    expect(ask([PROJECT_TEXT, REFUSED]).otherKey).toBeNull();
    expect(ask([PROJECT_TEXT, refused('free_probe', 'account_disabled')]).otherKey).toBeNull();
    expect(ask([refused('free_probe', 'key_invalid')]).otherKey).toBeNull();
  });
});

describe('a test that was held back', () => {
  it.each<[string, readonly Evidence[]]>([
    ['nothing', []],
    ['a text', [PROJECT_TEXT]],
    ['a list', [listed('gpt-5.4-mini')]],
    ['a key that was refused', [refused('list', 'key_invalid')]],
    ['a host that did not answer', [unanswered('offline')]],
    ['a success', [listed(MODEL), validated()]],
  ])('changes nothing of what is known by %s', (_name, evidence) => {
    const more = [notSent('list'), notSent('free_probe')];
    expect(ask([...evidence, ...more])).toEqual(ask(evidence));
  });
});

describe('the verdict', () => {
  it.each<[string, readonly Evidence[], readonly (string | null)[]]>([
    ['nothing known', [], ['undecided', null, null, 'possible']],
    ['only the project’s sentence', [PROJECT_TEXT], ['refused', 'project_lacks_model', 'policy', 'likely']],
    [
      'the sentence, confirmed by a test, with a short list, which an organization that never paid has, too',
      [PROJECT_TEXT, listed('gpt-5.4-mini'), REFUSED],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'the sentence, confirmed by a test, while another project of the organization has the model',
      [PROJECT_TEXT, listed('gpt-5.4-mini'), REFUSED, statement('other_project_has_it')],
      ['refused', 'project_lacks_model', 'policy', 'certain'],
    ],
    [
      'the sentence, confirmed by a test, with a long list',
      [PROJECT_TEXT, listed(...MANY), REFUSED],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'the error names a project that is not the key’s',
      [PROJECT_TEXT, validated({ project: 'proj_Other' })],
      ['refused', 'org_or_project_mismatch', 'belonging', 'certain'],
    ],
    [
      'refused before, and a calibrated free test passes now',
      [PROJECT_TEXT, REFUSED, validated(), validated(), validated()],
      ['open', null, null, 'likely'],
    ],
    [
      'a free test passes and nothing shows that free tests mean anything',
      [validated()],
      ['open', null, null, 'possible'],
    ],
    [
      'a free test passes, and so does its control',
      [listed(MODEL), validated(), validated({ model: 'gpt-4.1', control: true })],
      ['undecided', null, null, 'possible'],
    ],
    [
      'a free test passes while its control is refused',
      [
        listed(MODEL),
        validated(),
        refused('free_probe', 'project_lacks_model', {}, { model: 'gpt-4.1', control: true }),
      ],
      ['open', null, null, 'likely'],
    ],
    ['a real request is answered', [PROJECT_TEXT, answered()], ['open', null, null, 'certain']],
    [
      'answers alternate',
      [PROJECT_TEXT, REFUSED, validated(), REFUSED, validated()],
      ['undecided', 'project_lacks_model', null, 'likely'],
    ],
    [
      'a free test passes, then is refused within minutes',
      [validated(), REFUSED],
      ['undecided', 'project_lacks_model', null, 'likely'],
    ],
    [
      'a free test passed an hour before it is refused',
      [earlier(validated()), REFUSED],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'no text, and the list lacks the model',
      [listed('gpt-5.4-mini')],
      ['undecided', null, null, 'possible'],
    ],
    ['no text, and the list has the model', [listed(MODEL)], ['undecided', null, null, 'possible']],
    [
      'the key is refused',
      [refused('list', 'key_invalid', { httpStatus: 401 })],
      ['refused', 'key_invalid', 'key', 'certain'],
    ],
    ['the key may not list', [refused('list', 'key_scope')], ['undecided', null, null, 'possible']],
    [
      'the key may not list, and the sentence stands',
      [PROJECT_TEXT, refused('list', 'key_scope')],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    ['no network, no text', [unanswered('offline')], ['refused', 'network', 'reach', 'likely']],
    [
      'no network, but the text shows that the API answered',
      [PROJECT_TEXT, unanswered('offline')],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'money',
      [text('quota_or_billing', { httpStatus: 429 })],
      ['refused', 'quota_or_billing', 'money', 'certain'],
    ],
    ['text that is no failure', [text('not_an_error')], ['not_an_error', 'not_an_error', null, 'certain']],
    [
      'a free test cannot disprove that verification is asked for',
      [text('org_unverified', { model: MODEL }), listed(MODEL), validated()],
      ['refused', 'org_unverified', 'entitlement', 'certain'],
    ],
    [
      'a real request disproves it',
      [text('org_unverified', { model: MODEL }), answered()],
      ['open', null, null, 'certain'],
    ],
    [
      'no request of ours disproves it where it is asked for a parameter',
      [text('org_unverified', { param: 'reasoning.summary' }), answered()],
      ['refused', 'org_unverified', 'entitlement', 'certain'],
    ],
    [
      'a success of ours does not mend the request that was refused',
      [text('wrong_endpoint_or_parameter'), answered()],
      ['refused', 'wrong_endpoint_or_parameter', 'endpoint', 'certain'],
    ],
    [
      'another key’s answer does not count',
      [PROJECT_TEXT, ofOtherKey(answered())],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'another model’s answer does not count',
      [PROJECT_TEXT, validated({ model: 'gpt-4.1' })],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'the server’s own fault says nothing new',
      [PROJECT_TEXT, refused('free_probe', 'server_error', { httpStatus: 503 })],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
  ])('%s', (_name, evidence, expected) => {
    expect(brief(ask(evidence))).toEqual(expected);
  });

  it('calls a model retired that the table knows and the list lacks', () => {
    expect(brief(ask([listed('gpt-5.5')], 'gpt-4-turbo'))).toEqual([
      'refused',
      'model_retired',
      'model_name',
      'likely',
    ]);
  });

  it('never calls a model retired that the API still lists', () => {
    const verdict = ask([listed('gpt-4-turbo')], 'gpt-4-turbo');
    expect(verdict.ladder.find((finding) => finding.layer === 'model_name')?.state).toBe('passed');
  });

  it('offers a listed spelling of the same model', () => {
    const verdict = ask(
      [text('project_lacks_model', { project: PROJECT }), listed('gpt-4o')],
      'gpt-4o-2024-08-06',
    );
    expect(verdict.siblings).toEqual(['gpt-4o']);
    expect(verdict.rivals.map((rival) => rival.cause)).toContain('alias_or_snapshot');
  });

  it('shows both roots of the project’s sentence until a test separates them', () => {
    const rivals = ask([PROJECT_TEXT]).rivals.map((rival) => rival.cause);
    expect(rivals).toEqual(
      expect.arrayContaining(['allow_list', 'block_list', 'organization_not_entitled', 'wrong_project_key']),
    );
    const after = ask([PROJECT_TEXT, listed('gpt-5.4-mini'), REFUSED]).rivals.map((rival) => rival.cause);
    expect(after).toEqual(['allow_list', 'block_list', 'organization_not_entitled']);
    const long = ask([PROJECT_TEXT, listed(...MANY), REFUSED]).rivals.map((rival) => rival.cause);
    expect(long).toEqual(['allow_list', 'organization_not_entitled', 'block_list']);
  });

  it('says that a change may still be spreading once the person made one', () => {
    const verdict = ask([PROJECT_TEXT, REFUSED, statement('changed_list'), REFUSED]);
    expect(verdict.rivals[0]?.cause).toBe('propagating');
  });

  it.each<[string, readonly Evidence[], unknown]>([
    ['first the free list', [PROJECT_TEXT], { kind: 'probe', probe: 'list' }],
    ['then the free test', [PROJECT_TEXT, listed('a')], { kind: 'probe', probe: 'free_probe' }],
    [
      'a real request once a free test passed',
      [REFUSED, validated(), validated(), validated()],
      { kind: 'probe', probe: 'real_probe' },
    ],
    [
      'another project’s key once a test was refused',
      [PROJECT_TEXT, listed('a'), REFUSED],
      { kind: 'other_project_key' },
    ],
    [
      'nothing once another project has the model',
      [PROJECT_TEXT, listed('a'), REFUSED, statement('other_project_has_it')],
      null,
    ],
    ['nothing once a real request was answered', [listed(MODEL), answered()], null],
    ['nothing for a text that is no failure', [text('not_an_error')], null],
  ])('%s is offered as the next test', (_name, evidence, expected) => {
    expect(ask(evidence).nextTest).toEqual(expected);
  });

  it('offers no real request of a model that has none', () => {
    const research = 'o3-deep-research';
    expect(ask([validated({ model: research })], research).nextTest).toBeNull();
  });

  it.each(CAUSES.filter((cause) => cause !== 'not_an_error'))(
    'a text of %s fails its own layer and no lower one',
    (cause) => {
      const verdict = ask([text(cause)]);
      expect(verdict.layer).toBe(CAUSE_ROWS[cause].stopsAt);
      expect(verdict.cause).toBe(cause);
    },
  );

  it('always answers with ten layers, and its layer is the lowest failed one', () => {
    const pieces = fc.constantFrom(
      PROJECT_TEXT,
      REFUSED,
      validated(),
      answered(),
      answered('retrieve'),
      listed(MODEL),
      listed('x'),
      listed(...MANY),
      unanswered('timeout'),
      unanswered('dns', 'free_probe'),
      statement('changed_list'),
      refused('list', 'key_invalid'),
      refused('free_probe', 'rate_limited', { httpStatus: 429 }),
      refused('retrieve', 'key_scope'),
      text('key_scope'),
      text('not_an_error'),
      refused(
        'free_probe',
        'model_missing_or_no_access',
        { httpStatus: 404 },
        { model: 'gpt-4.1', control: true },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        fc.constantFrom(MODEL, 'gpt-4-turbo', null),
        (evidence, model) => {
          const verdict = ask(evidence, model);
          expect(verdict.ladder.map((finding) => finding.layer)).toEqual(LAYERS);
          const lowest = verdict.ladder.find((finding) => finding.state === 'failed')?.layer ?? null;
          expect(verdict.layer).toBe(lowest);
          expect(verdict.outcome === 'refused').toBe(lowest !== null);
          for (const finding of verdict.ladder) {
            if (finding.state !== 'unknown') expect(finding.evidence.length).toBeGreaterThan(0);
            expect(finding.evidence.every((index) => index < evidence.length)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('what the person says', () => {
  it.each<[string, readonly Evidence[], boolean]>([
    ['verification, once it was done', [text('org_unverified'), statement('verified_organization')], true],
    ['verification, before', [text('org_unverified')], false],
    ['money, once it was paid', [text('quota_or_billing'), statement('paid')], true],
    ['money, when something else was done', [text('quota_or_billing'), statement('changed_list')], false],
  ])('%s: may be spreading is offered accordingly', (_name, evidence, expected) => {
    expect(ask(evidence).rivals.some((rival) => rival.cause === 'propagating')).toBe(expected);
  });

  it('rules the organization out once a key of another project can use the model', () => {
    const rivals = ask([PROJECT_TEXT, statement('other_project_has_it')]).rivals.map((rival) => rival.cause);
    expect(rivals).not.toContain('organization_not_entitled');
    const verdict = ask([PROJECT_TEXT, statement('other_project_has_it')]);
    expect(verdict.ladder.find(({ layer }) => layer === 'entitlement')).toMatchObject({
      state: 'passed',
      reason: 'other_project_has_it',
      evidence: [1],
    });
  });

  it('suspects the organization first once another project lacks the model too', () => {
    const verdict = ask([PROJECT_TEXT, statement('other_project_lacks_it')]);
    expect(verdict.rivals.find(({ cause }) => cause !== 'wrong_project_key')?.cause).toBe(
      'organization_not_entitled',
    );
    expect(verdict.rivals.filter(({ cause }) => cause === 'organization_not_entitled')).toHaveLength(1);
  });
});

describe('a verdict on the text alone', () => {
  it('does not know whose key the program used', () => {
    const belonging = ask([PROJECT_TEXT]).ladder.find(({ layer }) => layer === 'belonging');
    expect(belonging).toMatchObject({ state: 'unknown', test: { kind: 'probe', probe: 'free_probe' } });
  });

  it('says of a retired name that no key was asked, until one was', () => {
    const reason = (evidence: readonly Evidence[]) =>
      ask(evidence, 'gpt-4-turbo').ladder.find(({ layer }) => layer === 'model_name')?.reason;
    const named = text('model_missing_or_no_access', { model: 'gpt-4-turbo' });
    expect([reason([named]), reason([named, listed('gpt-5.5')])]).toEqual([
      'name_on_retired_list',
      'name_retired',
    ]);
  });

  it('puts a wrong regional host below everything, since the project never heard the call', () => {
    const message =
      'Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com';
    const verdict = ask([{ kind: 'text', at: '2026-11-22T10:00:00.000Z', reading: readError(message) }]);
    expect(brief(verdict)).toEqual(['refused', 'wrong_endpoint_or_parameter', 'reach', 'certain']);
    expect(verdict.ladder[0]).toMatchObject({ state: 'failed', reason: 'wrong_host' });
  });
});
