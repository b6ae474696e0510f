import { describe, expect, it } from 'vitest';
import { causeText, reasonText } from '../../renderer/text/reason-text';
import { sayIn } from '../../shared/messages/say';

describe('why a key was not accepted', () => {
  it.each([
    ['wrong_host', 'The call went to the wrong host'],
    ['ip_blocked', sayIn('en')('verdict.cause.ip_blocked.title')],
    ['timeout', sayIn('en')('app.case.failure.timeout')],
    ['something-else', 'something-else'],
  ])('of %s is called “%s”', (code, words) => {
    expect(reasonText(code, sayIn('en'))).toBe(words);
  });
});

describe('what a test was refused for', () => {
  it.each([
    ['wrong_endpoint_or_parameter', 'endpoint', 'The request does not suit this model'],
    ['wrong_endpoint_or_parameter', 'reach', 'The call went to the wrong host'],
    ['ip_blocked', 'reach', sayIn('en')('verdict.cause.ip_blocked.title')],
    ['project_lacks_model', 'policy', 'The project is not allowed to use this model'],
  ] as const)('of %s at %s is called “%s”', (cause, layer, words) => {
    expect(causeText(cause, layer, sayIn('en'))).toBe(words);
  });
});
