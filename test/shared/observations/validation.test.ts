import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import type { Probe } from '../../../shared/observations/observation';
import { refused, withReading } from '../../support/evidence';

interface Answered {
  readonly model?: string;
  readonly probe?: Probe;
  readonly status?: number;
}

/** What the body of a refused test amounts to. */
function meaning(body: string, { model = 'gpt-5.5', probe = 'free_probe', status = 400 }: Answered = {}) {
  const item: Evidence = withReading(
    refused(probe, 'server_error', { httpStatus: status }, { model }),
    readAnswer(status, body),
  );
  if (item.kind !== 'probe') return 'nothing';
  return item.showed.outcome === 'confirmed' ? 'open' : (item.showed.cause ?? 'nothing');
}

function error(message: string, more: { param?: string; code?: string } = {}): string {
  return JSON.stringify({
    error: { message, type: 'invalid_request_error', param: null, code: null, ...more },
  });
}

const TOO_SMALL =
  "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.";

describe('a free test has got as far as the parameters', () => {
  it.each<[string, string, string]>([
    [
      'a code and the broken parameter',
      'gpt-5.5',
      error(TOO_SMALL, { param: 'max_output_tokens', code: 'integer_below_min_value' }),
    ],
    ['the broken parameter without a code', 'gpt-image-2', error("Invalid 'n'.", { param: 'n' })],
    [
      'the broken parameter with a code of its own',
      'gpt-image-2',
      error('Not that one.', { param: 'n', code: 'unsupported_value' }),
    ],
    ['the sentence alone', 'gpt-5.5', error(TOO_SMALL)],
    [
      'its name in a sentence of another kind',
      'text-embedding-3-small',
      error(
        "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.",
      ),
    ],
    [
      'another parameter that is missing',
      'tts-1',
      error("Missing required parameter: 'voice'.", { param: 'voice', code: 'missing_required_parameter' }),
    ],
    [
      'the list of a validator',
      'whisper-1',
      error('1 validation error for Request\nbody -> file\n  field required (type=value_error.missing)'),
    ],
    [
      'the words of a validator',
      'tts-1',
      error(
        "[{'type': 'string_too_short', 'loc': ('body', 'input'), 'msg': 'String should have at least 1 character'}]",
      ),
    ],
  ])('by %s', (_name, model, body) => {
    expect(meaning(body, { model })).toBe('open');
  });

  it.each<[string, string, string]>([
    [
      'a page of a server on the way',
      '<html><head><title>400 Bad Request</title></head><body><h1>400 Bad Request</h1><hr>nginx</body></html>',
      'nothing',
    ],
    ['nothing', '', 'nothing'],
    ['another service’s JSON', '{"detail":"Not Found"}', 'nothing'],
    [
      'another service’s JSON with a code',
      '{"detail":{"code":"invalid_value"}}',
      'wrong_endpoint_or_parameter',
    ],
    [
      'a page of a firewall with the words of a validation',
      '<html><body>Request blocked: empty string in header. integer below minimum value</body></html>',
      'wrong_endpoint_or_parameter',
    ],
    [
      'a model that the endpoint does not serve',
      error("The requested model 'gpt-5.5' is not supported with the Responses API.", { param: 'model' }),
      'wrong_endpoint_or_parameter',
    ],
    [
      'a model that the endpoint does not serve, as a value',
      error("Invalid value: 'gpt-5.5'. Supported values are: 'gpt-image-2'.", {
        param: 'model',
        code: 'invalid_value',
      }),
      'wrong_endpoint_or_parameter',
    ],
    ['a parameter that the test did not break, without a code', error('No.', { param: 'store' }), 'nothing'],
    [
      'a model that does not exist',
      error("The requested model 'gpt-5.5' does not exist.", { param: 'model', code: 'model_not_found' }),
      'model_missing_or_no_access',
    ],
  ])('but not by %s', (_name, body, expected) => {
    expect(meaning(body)).toBe(expected);
  });

  it('by a status of 400 and no other, and in no test that was meant to be valid', () => {
    const body = error(TOO_SMALL, { param: 'max_output_tokens', code: 'integer_below_min_value' });
    expect([meaning(body, { status: 422 }), meaning(body, { probe: 'real_probe' })]).toEqual([
      'wrong_endpoint_or_parameter',
      'wrong_endpoint_or_parameter',
    ]);
  });
});
