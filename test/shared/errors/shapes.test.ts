import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { SHAPES, shapeIn } from '../../../shared/errors/shapes';

describe('the shape of an answer', () => {
  it.each(SHAPES.map((shape) => [shape.vendor, shape] as const))(
    'tells %s by a sample',
    (vendor, { sample }) => {
      expect(shapeIn(sample)?.shape.vendor).toBe(vendor);
      expect(readError(`openai-compatible server failed: ${sample}`)).toMatchObject({
        cause: 'other_vendor',
        vendor,
      });
    },
  );

  it('tells a proxy by an error that is a string with its reason beside it', () => {
    const answer =
      '{"error":"policy_denied","detail":"Model \'gpt-5.5\' is not approved for this cost centre."}';
    expect(readError(`[llm.intra.example] 403 Forbidden\n${answer}`).cause).toBe('other_vendor');
  });

  it('counts for less than the address where the words are anyone’s', () => {
    const refused = '401 {"detail":"Invalid API key"}';
    expect(readError(`POST https://llm.maple.example/v1/chat/completions ${refused}`).cause).toBe(
      'other_vendor',
    );
    expect(readError(`POST https://api.openai.com/v1/chat/completions ${refused}`).cause).toBe('key_invalid');
    const own = 'Project `proj_Ab12Cd34` does not have access to model `gpt-5.5`';
    expect(readError(`POST https://llm.maple.example/v1/chat/completions 403 ${own}`).cause).toBe(
      'project_lacks_model',
    );
  });

  it('tells a service where a client printed the body behind the status', () => {
    const answer = 'Request failed with status code 403: {"code":30001,"message":"No.","data":null}';
    expect(readError(`openai: ${answer}`).cause).toBe('other_vendor');
    expect(readError(`[siliconflow] ${answer}`)).toMatchObject({
      cause: 'other_vendor',
      vendor: 'siliconflow',
    });
  });

  it('counts for less than the base URL that the client was given', () => {
    const refused = '401 {"error":"Unauthorized","success":false}';
    expect(readError(`openai ${refused}\nbaseURL: https://llm.maple.example/v1`).cause).toBe('other_vendor');
    expect(readError(`openai ${refused}\nbaseURL: https://api.openai.com/v1`).cause).not.toBe('other_vendor');
    const own = 'You exceeded your current quota, please check your plan and billing details.';
    expect(readError(`openai 429 ${own}\nbaseURL: https://llm.maple.example/v1`).cause).toBe(
      'quota_or_billing',
    );
  });

  it.each([
    '{"error":{"message":"…","type":"invalid_request_error","param":null,"code":"model_not_found"}}',
    "{'error': {'message': '…', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}",
    'Error code: 429 - status: 429, code: null',
  ])('of OpenAI’s own is nobody else’s: %s', (answer) => {
    expect(shapeIn(answer)).toBeNull();
  });

  it('counts for more than a sentence that others say as well', () => {
    const words = 'You exceeded your current quota, please check your plan and billing details.';
    expect(
      readError(`{"error":{"message":"${words}","code":429,"status":"Too Many Requests"}}`),
    ).toMatchObject({
      cause: 'other_vendor',
    });
    expect(
      readError(`{"error":{"message":"${words}","type":"insufficient_quota","code":"insufficient_quota"}}`),
    ).toMatchObject({
      cause: 'quota_or_billing',
    });
  });

  it('is nothing against a sentence that names OpenAI’s own ids', () => {
    const text =
      '{"error":{"message":"Project `proj_Ab3dEf6h` does not have access to model `gpt-5.5`","code":403}}';
    expect(readError(text).cause).toBe('project_lacks_model');
  });
});
