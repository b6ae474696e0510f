import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import {
  answered,
  elsewhere,
  listed,
  MODEL,
  PROJECT,
  refused,
  validated,
  withReading,
} from '../../support/evidence';
import { ask, brief, PROJECT_TEXT, REFUSED, REVOKED, SLOW_DOWN } from './support';

describe('of answers that disagree, the verdict goes by', () => {
  it.each<[string, readonly Evidence[], readonly (string | null)[]]>([
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
      ['undecided', null, null, 'possible'],
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
  ])('%s', (_name, evidence, expected) => {
    expect(brief(ask(evidence))).toEqual(expected);
  });
});

describe('a free test that passes is worth as much as is known of such tests', () => {
  it.each<[string, readonly Evidence[], readonly (string | null)[]]>([
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
  ])('%s', (_name, evidence, expected) => {
    expect(brief(ask(evidence))).toEqual(expected);
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

  it.each<[string, Evidence]>([
    ['its permission', refused('list', 'key_scope')],
    ['its pace', refused('list', 'rate_limited', { httpStatus: 429 })],
    ['a failure of the server', refused('list', 'server_error', { httpStatus: 500 })],
    ['its address', refused('list', 'wrong_endpoint_or_parameter', { httpStatus: 404 })],
    ['its address on another host', refused('list', 'other_vendor', { httpStatus: 404 })],
  ])('for %s alone refuses no model', (_name, refusal) => {
    expect(brief(ask([refusal]))).toEqual(['undecided', null, null, 'possible']);
    expect(ask([PROJECT_TEXT, refusal]).cause).toBe('project_lacks_model');
  });

  it('for what stops every call refuses the model as well', () => {
    expect(brief(ask([refused('list', 'quota_or_billing', { httpStatus: 429 })]))).toEqual([
      'refused',
      'quota_or_billing',
      'money',
      'certain',
    ]);
  });
});
