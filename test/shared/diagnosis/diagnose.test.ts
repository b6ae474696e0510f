import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { LAYER_OF_CAUSE, LAYERS } from '../../../shared/diagnosis/layers';
import type { Verdict } from '../../../shared/diagnosis/verdict';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import { CAUSES } from '../../../shared/errors/reading';
import {
  answered,
  earlier,
  elsewhere,
  KEY,
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
  withReading,
} from '../../support/evidence';

const MANY = Array.from({ length: 60 }, (_, index) => `model-${index}`);

function ask(evidence: readonly Evidence[], model: string | null = MODEL): Verdict {
  return diagnose({ evidence, keyId: KEY, model, today: '2026-11-22' });
}

function brief(verdict: Verdict): readonly (string | null)[] {
  return [verdict.outcome, verdict.cause, verdict.layer, verdict.confidence];
}

const PROJECT_TEXT = text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 });
const REVOKED = refused('list', 'key_invalid', { httpStatus: 401 });
const SLOW_DOWN = refused('free_probe', 'rate_limited', { httpStatus: 429 });
const REFUSED = refused('free_probe', 'project_lacks_model', { project: PROJECT, model: MODEL });

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
      'the sentence, confirmed by a test, with a short list',
      [PROJECT_TEXT, listed('gpt-5.4-mini'), REFUSED],
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
      ['open', null, null, 'possible'],
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
    [
      'a free test passes, and all that is known is that a made-up name is unknown',
      [
        listed(MODEL),
        refused(
          'free_probe',
          'model_missing_or_no_access',
          { httpStatus: 404 },
          { model: 'gpt-99-nonsense' },
        ),
        validated(),
      ],
      ['open', null, null, 'possible'],
    ],
    [
      'a free test passes while its control is said not to exist, which does',
      [
        listed(MODEL),
        validated(),
        refused(
          'free_probe',
          'model_missing_or_no_access',
          { httpStatus: 404 },
          { model: 'gpt-4.1', control: true },
        ),
      ],
      ['open', null, null, 'likely'],
    ],
    [
      'a free test passes while a control that was shut down is said not to exist',
      [
        listed(MODEL),
        validated(),
        refused(
          'free_probe',
          'model_missing_or_no_access',
          { httpStatus: 404 },
          { model: 'gpt-4', control: true },
        ),
      ],
      ['open', null, null, 'possible'],
    ],
    [
      'a free test passes, and another one was refused at another endpoint',
      [elsewhere(refused('free_probe', 'project_lacks_model', {}, { model: 'gpt-image-2' })), validated()],
      ['open', null, null, 'possible'],
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
      ['refused', 'project_lacks_model', 'policy', 'likely'],
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
      'the key is refused since a real request was answered',
      [listed(MODEL), answered(), REVOKED],
      ['refused', 'key_invalid', 'key', 'certain'],
    ],
    [
      'the key is refused since its model was',
      [REFUSED, REVOKED],
      ['refused', 'key_invalid', 'key', 'certain'],
    ],
    [
      'the network refuses since a real request was answered',
      [answered(), refused('list', 'ip_blocked')],
      ['refused', 'ip_blocked', 'reach', 'certain'],
    ],
    [
      'the key’s project is archived since a real request was answered',
      [answered(), refused('list', 'project_archived')],
      ['refused', 'project_archived', 'belonging', 'certain'],
    ],
    [
      'the account of the key is disabled, as a test of the model says',
      [refused('free_probe', 'account_disabled')],
      ['refused', 'account_disabled', 'belonging', 'certain'],
    ],
    [
      'the key may not list since a real request was answered',
      [answered(), refused('list', 'key_scope')],
      ['open', null, null, 'certain'],
    ],
    [
      'a real request is answered after the key was refused',
      [REVOKED, answered()],
      ['open', null, null, 'certain'],
    ],
    [
      'the key lists again after it was refused',
      [answered(), REVOKED, listed(MODEL)],
      ['open', null, null, 'certain'],
    ],
    [
      'the list meets the server’s own fault after a real request was answered',
      [answered(), refused('list', 'server_error', { httpStatus: 503 })],
      ['open', null, null, 'certain'],
    ],
    [
      'the list meets the server’s own fault, and the sentence stands',
      [PROJECT_TEXT, refused('list', 'server_error', { httpStatus: 503 })],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'told to wait after the model was refused',
      [REFUSED, SLOW_DOWN],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'a free test passes after a real request was answered',
      [answered(), validated()],
      ['open', null, null, 'certain'],
    ],
    [
      'a free test passes after a real request met verification, which it cannot see',
      [refused('real_probe', 'org_unverified'), validated()],
      ['refused', 'org_unverified', 'entitlement', 'certain'],
    ],
    [
      'a free test passes after a real request was refused, and so does its control',
      [
        refused('real_probe', 'project_lacks_model', { project: PROJECT, model: MODEL }),
        validated({ model: 'gpt-4.1', control: true }),
        validated(),
      ],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'the key was refused between a real request and a free test',
      [answered(), REVOKED, validated()],
      ['open', null, null, 'certain'],
    ],
    [
      'a model that was refused when it was looked up can be looked up again',
      [refused('retrieve', 'project_lacks_model'), answered('retrieve')],
      ['undecided', null, null, 'possible'],
    ],
    [
      'the sentence, and since then the model can be looked up',
      [PROJECT_TEXT, answered('retrieve')],
      ['undecided', null, null, 'possible'],
    ],
    [
      'the sentence, and the model could be looked up before a list lacked it',
      [PROJECT_TEXT, answered('retrieve'), listed('gpt-5.4-mini')],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'the model could be looked up before a list lacked it',
      [answered('retrieve'), listed('gpt-5.4-mini')],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'a model that was refused can be looked up',
      [REFUSED, answered('retrieve')],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    ['told to wait after a real request', [answered(), SLOW_DOWN], ['open', null, null, 'certain']],
    [
      'told to wait, and the sentence stands',
      [PROJECT_TEXT, SLOW_DOWN],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
    ],
    [
      'told to wait, and nothing else is known of the model',
      [listed(MODEL), answered('retrieve'), SLOW_DOWN],
      ['refused', 'rate_limited', 'pace', 'certain'],
    ],
    [
      'a limit of zero after a real request',
      [answered(), refused('free_probe', 'rate_limited', { httpStatus: 429, limit: 0 })],
      ['refused', 'rate_limited', 'pace', 'certain'],
    ],
    [
      'steady again, with a moment of being told to wait',
      [validated(), REFUSED, validated(), validated(), SLOW_DOWN, validated()],
      ['open', null, null, 'likely'],
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
    expect(after).toEqual(['allow_list']);
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
    ['nothing once a test and a short list agree', [PROJECT_TEXT, listed('a'), REFUSED], null],
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
      expect(verdict.layer).toBe(LAYER_OF_CAUSE[cause]);
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

describe('a refused list', () => {
  const passed = (refusal: Evidence) =>
    ask([refusal])
      .ladder.filter(({ state }) => state === 'passed')
      .map(({ layer }) => layer);
  const page = (status: number) =>
    withReading(refused('list', 'server_error', { httpStatus: status }), readAnswer(status, '<html></html>'));

  it.each<[string, Evidence, readonly string[]]>([
    ['an address that is blocked', refused('list', 'ip_blocked'), []],
    ['a page on the way', page(403), []],
    ['a proxy that wants a password', page(407), []],
    ['a page that is not there', page(404), []],
    ['a bare 429', page(429), []],
    ['a key that is not known', REVOKED, ['reach']],
    ['an archived project', refused('list', 'project_archived'), ['reach', 'key']],
    ['a missing scope', refused('list', 'key_scope'), ['reach', 'key']],
  ])('has passed what it took to be refused for %s', (_name, refusal, expected) => {
    expect(passed(refusal)).toEqual(expected);
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
