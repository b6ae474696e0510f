/** Ready-made failures to practise with: the text as an invented application printed it, and the key that it used. */
import type { PracticeScenario, PracticeScenarioId } from '../../shared/practice/views';
import * as refuse from './api/refusals';
import { KEY_IDS, PROJECTS } from './blueprint';
import { GATEWAY_KEY, GATEWAY_LACKS } from './gateway';
import { drawHex, type Random } from './random';
import type { World } from './world';

/** How the invented application prints an error. */
type Printer = (refusal: refuse.InferenceRefusal, requestId: string) => string;

interface Plan {
  readonly id: PracticeScenarioId;
  readonly keyId: string;
  readonly model: string;
  readonly refusal: refuse.InferenceRefusal;
  readonly print: Printer;
}

/** The main one first. The models named here have no announced shutdown, so that the scenarios outlive this year. */
export function scenarios(world: World, random: Random): readonly PracticeScenario[] {
  return plans(world).map(({ id, keyId, model, refusal, print }) => ({
    id,
    keyId,
    model,
    text: print(refusal, `req_${drawHex(random, 32)}`),
  }));
}

function plans(world: World): readonly Plan[] {
  const revoked = world.keys.find((key) => key.id === KEY_IDS.revoked)?.secret ?? '';
  const lacks = refuse.projectLacksModel;
  const chat = '/chat/completions';
  const row = (
    id: PracticeScenarioId,
    keyId: string,
    model: string,
    refusal: refuse.InferenceRefusal,
    print: Printer = python,
  ): Plan => ({ id, keyId, model, refusal, print });
  return [
    row('allow_list', KEY_IDS.storefront, 'gpt-5.5', lacks(PROJECTS.storefront, 'gpt-5.5')),
    row('block_list', KEY_IDS.research, 'gpt-5.5', lacks(PROJECTS.research, 'gpt-5.5'), node),
    row('wrong_project_key', KEY_IDS.sandbox, 'gpt-5.5', lacks(PROJECTS.mobile, 'gpt-5.5')),
    row('restricted_key', KEY_IDS.restricted, 'gpt-5.4-mini', refuse.scopeMissing(401, 'model.request')),
    row('no_credit', KEY_IDS.weekend, 'gpt-5.4-mini', refuse.quotaExceeded(), node),
    row(
      'not_verified',
      KEY_IDS.sunday,
      'gpt-6-astra',
      refuse.organizationUnverified('gpt-6-astra', '/responses'),
    ),
    row('retired_model', KEY_IDS.sandbox, 'gpt-4-turbo', refuse.modelRetired('gpt-4-turbo'), curl),
    row('typo', KEY_IDS.sandbox, 'gpt-5.4mini', refuse.modelUnknown('gpt-5.4mini', chat), node),
    row(
      'alias_vs_snapshot',
      KEY_IDS.mobile,
      'gpt-5.2-2025-12-11',
      lacks(PROJECTS.mobile, 'gpt-5.2-2025-12-11'),
    ),
    row('not_owner', KEY_IDS.harbor, 'gpt-5.5', lacks(PROJECTS.harbor, 'gpt-5.5')),
    row('not_entitled', KEY_IDS.weekend, 'gpt-5.5', lacks(PROJECTS.weekend, 'gpt-5.5'), curl),
    row('wrong_host', KEY_IDS.europe, 'gpt-5.4-mini', refuse.wrongHost('eu.api.openai.com'), curl),
    row('revoked_key', KEY_IDS.revoked, 'gpt-5.4-mini', refuse.keyIncorrect(revoked)),
    row(
      'batch_sibling',
      KEY_IDS.storefront,
      'gpt-5.4-mini',
      lacks(PROJECTS.storefront, 'gpt-5.4-mini-batch'),
      batch,
    ),
    row('refused_stream', KEY_IDS.storefront, 'gpt-5.5', lacks(PROJECTS.storefront, 'gpt-5.5'), stream),
    row('gateway', GATEWAY_KEY, GATEWAY_LACKS, lacks(PROJECTS.harbor, GATEWAY_LACKS), node),
  ];
}

/** A line of a batch's file of errors. */
function batch({ status, error }: refuse.InferenceRefusal, requestId: string): string {
  const id = requestId.slice(-24);
  return JSON.stringify({
    id: `batch_req_${id}`,
    custom_id: 'summary-17',
    response: { status_code: status, request_id: id, body: { error } },
    error: null,
  });
}

/** A coding assistant whose stream had opened already. */
function stream({ error }: refuse.InferenceRefusal, requestId: string): string {
  return [
    `■ stream disconnected before completion: ${error.message}`,
    `  assistant: turn 3 ended early (request id ${requestId})`,
  ].join('\n');
}

const PYTHON_CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  429: 'RateLimitError',
};

function python({ status, error }: refuse.InferenceRefusal, requestId: string): string {
  const quoted = (text: string | null) => (text === null ? 'None' : pythonString(text));
  const body = `{'error': {'message': ${quoted(error.message)}, 'type': ${quoted(error.type)}, 'param': ${quoted(error.param)}, 'code': ${quoted(error.code)}}}`;
  return [
    'Traceback (most recent call last):',
    '  File "/srv/app/assistant/answers.py", line 48, in reply',
    '    completion = client.chat.completions.create(model=settings.model, messages=messages)',
    '  File "/srv/app/.venv/lib/python3.13/site-packages/openai/_base_client.py", line 1259, in post',
    '    return cast(ResponseT, self.request(cast_to, opts, stream=stream, stream_cls=stream_cls))',
    '  File "/srv/app/.venv/lib/python3.13/site-packages/openai/_base_client.py", line 1047, in request',
    '    raise self._make_status_error_from_response(err.response) from None',
    `openai.${PYTHON_CLASSES[status] ?? 'APIStatusError'}: Error code: ${status} - ${body}`,
    `assistant: gave up after 1 try (request id ${requestId})`,
  ].join('\n');
}

/** Python prefers single quotes and turns to double ones where the text holds a single one. */
function pythonString(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

function node({ status, error }: refuse.InferenceRefusal, requestId: string): string {
  const value = (text: string | null) => (text === null ? 'null' : JSON.stringify(text));
  return [
    `${PYTHON_CLASSES[status] ?? 'APIError'}: ${status} ${error.message}`,
    '    at APIError.generate (file:///app/node_modules/openai/core/error.mjs:42:20)',
    '    at OpenAI.makeRequest (file:///app/node_modules/openai/client.mjs:338:32)',
    '    at async summarize (file:///app/src/summarize.js:21:20) {',
    `  status: ${status},`,
    `  requestID: '${requestId}',`,
    `  error: { message: ${value(error.message)}, type: ${value(error.type)}, param: ${value(error.param)}, code: ${value(error.code)} },`,
    `  code: ${value(error.code)},`,
    `  type: ${value(error.type)}`,
    '}',
  ].join('\n');
}

function curl({ status, error }: refuse.InferenceRefusal, requestId: string): string {
  return [
    `HTTP/2 ${status}`,
    'content-type: application/json',
    `x-request-id: ${requestId}`,
    '',
    JSON.stringify({ error }, null, 2),
  ].join('\n');
}
