/** Invented keys, models and answers for the window's tests: nothing here is real. */

import { readError } from '../../../shared/errors/read-error';
import { type KeySummary, OPENAI_BASE_URL } from '../../../shared/keys/key';
import type { Answer, Observation, Probe } from '../../../shared/observations/observation';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { observed } from '../../../shared/observations/showing';
import { PRACTICE_SCENARIOS, type PracticeScenario } from '../../../shared/practice/views';

export const PROJECT = 'proj_9QmT4vLx2BcR8sYdK1nWeZ7a';
export const MODEL = 'gpt-5.5';

export const ERROR_TEXT = `Traceback (most recent call last):
  File "/srv/app/answer.py", line 41, in reply
    result = client.responses.create(model="${MODEL}", input=question)
openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project \`${PROJECT}\` does not have access to model \`${MODEL}\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}
request id: req_7d1f0c2ab94e4f6d8a35`;

const LISTED = ['gpt-5.4-mini', 'gpt-4.1', 'text-embedding-3-small', 'omni-moderation-latest'];

export function inventedKeys(now: string): readonly KeySummary[] {
  const base = {
    baseUrl: OPENAI_BASE_URL,
    addedAt: now,
    note: '',
    colour: null,
    drift: null,
    learnedAt: null,
    hostSeen: null,
    sentFor: NO_HEADERS,
  } as const;
  return [
    {
      ...base,
      id: 'key-1',
      label: 'Staging server',
      kind: 'project',
      lastFour: 'h4Tq',
      organization: 'org-4kTnVx8LmQ2d',
      project: PROJECT,
      checkedAt: now,
      health: { kind: 'accepted', models: LISTED.length },
    },
    {
      ...base,
      id: 'key-2',
      label: 'Nightly batch',
      kind: 'service_account',
      lastFour: 'Zk0p',
      organization: null,
      project: null,
      checkedAt: null,
      health: null,
    },
    {
      ...base,
      id: 'key-3',
      label: 'Gateway in Frankfurt',
      kind: 'project',
      lastFour: '9wEe',
      baseUrl: 'https://eu.api.openai.com/v1',
      organization: null,
      project: null,
      checkedAt: now,
      health: { kind: 'refused', code: 'invalid_api_key' },
    },
  ];
}

export function inventedScenarios(): readonly PracticeScenario[] {
  return PRACTICE_SCENARIOS.map((id) => ({
    id,
    text: ERROR_TEXT,
    keyId: 'key-1',
    model: MODEL,
  }));
}

interface Request {
  readonly id: string;
  readonly at: string;
  readonly probe: Probe;
  readonly keyId: string;
  readonly model: string;
  readonly allowed: boolean;
}

/** What the invented API answers, before and after the list was changed. */
export function probeAnswer({ id, at, probe, keyId, model, allowed }: Request): Observation {
  const base = { kind: 'probe', id, at, probe, keyId, control: false, durationMs: 182 } as const;
  if (probe === 'list') {
    const models = allowed ? [...LISTED, model] : LISTED;
    const listed = models.map((name) => ({ id: name, shutdownDate: null }));
    return observed({
      ...base,
      model: null,
      endpoint: '/models',
      answer: { kind: 'success', status: 200, headers: headers(id), models: listed },
    });
  }
  if (probe === 'real_probe' && allowed) {
    const answer: Answer = { kind: 'success', status: 200, headers: headers(id), models: null };
    return observed({ ...base, model, endpoint: '/responses', answer });
  }
  const answer = allowed ? validation(id) : refusal(id, model);
  return observed({ ...base, model, endpoint: '/responses', answer });
}

function headers(id: string) {
  return {
    organization: 'org-4kTnVx8LmQ2d',
    project: PROJECT,
    requestId: `req_${id.replaceAll('-', '')}`,
    retryAfterSeconds: null,
  } as const;
}

function refusal(id: string, model: string): Answer {
  const excerpt = `{"error":{"message":"Project \`${PROJECT}\` does not have access to model \`${model}\`","type":"invalid_request_error","param":null,"code":"model_not_found"}}`;
  return answered(id, 403, excerpt);
}

function validation(id: string): Answer {
  const excerpt =
    '{"error":{"message":"Invalid \'max_output_tokens\': integer below minimum value. Expected a value >= 16, but got 1 instead.","type":"invalid_request_error","param":"max_output_tokens","code":"integer_below_min_value"}}';
  return answered(id, 400, excerpt);
}

function answered(id: string, status: number, excerpt: string): Answer {
  const reading = readError(`Error code: ${status} - ${excerpt}`);
  const facts = { ...reading.facts, httpStatus: status };
  return { kind: 'refusal', status, headers: headers(id), reading: { ...reading, facts }, excerpt };
}
