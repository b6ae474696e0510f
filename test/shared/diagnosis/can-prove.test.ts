import { describe, expect, it } from 'vitest';
import { freeTestsCanProve } from '../../../shared/diagnosis/can-prove';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { elsewhere, KEY, MODEL, PROJECT, refused, text, validated } from '../../support/evidence';

const PROJECT_TEXT = text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 });
const LET_THROUGH = validated({ model: 'gpt-4.1', control: true });

describe('whether free tests can prove anything', () => {
  it.each<[string, readonly Evidence[], boolean, string?]>([
    ['the project’s sentence', [PROJECT_TEXT], true],
    ['no text', [], true],
    ['verification, which they have not met', [text('org_unverified'), validated()], false],
    [
      'verification, which one has met',
      [text('org_unverified'), refused('free_probe', 'org_unverified')],
      true,
    ],
    ['a request that does not suit the model', [text('wrong_endpoint_or_parameter')], false],
    ['a control that was let through', [PROJECT_TEXT, validated(), LET_THROUGH], false],
    ['a control that was let through at another endpoint', [PROJECT_TEXT, elsewhere(LET_THROUGH)], true],
    [
      'a refusal by the project before that',
      [refused('free_probe', 'project_lacks_model'), LET_THROUGH],
      true,
    ],
    ['a model that can only be looked up', [PROJECT_TEXT], true, 'gpt-realtime'],
    ['the same, and no text', [], true, 'gpt-realtime'],
    ['the same, and money, which a look does not meet', [text('quota_or_billing')], false, 'gpt-realtime'],
    ['the same, and verification', [text('org_unverified')], false, 'gpt-realtime'],
  ])('%s', (_name, evidence, expected, model = MODEL) => {
    expect(freeTestsCanProve({ evidence, keyId: KEY, model, today: '2026-11-22' })).toBe(expected);
  });
});
