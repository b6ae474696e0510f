/**
 * Every refusal of the API in its true shape and wording. Sources: the API's error guide, recorded traffic and
 * public error reports up to 2026-11-22; the words have to be the API's own, because the app reads them.
 */

/** A refusal by an inference endpoint, whose error is always an object. */
export interface InferenceRefusal extends ApiRefusal {
  readonly error: ErrorBody;
}

export interface ApiRefusal {
  readonly status: number;
  /** A bare text on the administration endpoints (seen 2026), an object everywhere else. */
  readonly error: ErrorBody | string;
  /** True where the answer carries the key's organization and project (seen on validation errors, not on earlier ones). */
  readonly attributed: boolean;
}

interface ErrorBody {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

function refusal(status: number, message: string, more: Partial<ErrorBody> = {}): InferenceRefusal {
  const error = { message, type: 'invalid_request_error', param: null, code: null, ...more };
  return { status, error, attributed: false };
}

function invalid(message: string, param: string | null, code: string | null): InferenceRefusal {
  return { ...refusal(400, message, { param, code }), attributed: true };
}

export function keyMissing(): InferenceRefusal {
  return refusal(
    401,
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
  );
}

/** The API stars out the middle of the key that it quotes. */
export function keyIncorrect(secret: string): InferenceRefusal {
  const shown =
    secret.length <= 12
      ? '*'.repeat(secret.length)
      : `${secret.slice(0, 8)}${'*'.repeat(secret.length - 12)}${secret.slice(-4)}`;
  return refusal(
    401,
    `Incorrect API key provided: ${shown}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    { code: 'invalid_api_key' },
  );
}

export function archivedProjectCalled(): InferenceRefusal {
  return refusal(401, 'The project you are requesting has been archived and is no longer accessible', {
    code: 'not_authorized_invalid_project',
  });
}

/** What stops calls for money, one code each (error guide, 2026); the type stays the same. */
export const MONEY_CODES = [
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'billing_not_active',
  'billing_hard_limit_reached',
] as const;
export type MoneyCode = (typeof MONEY_CODES)[number];

/** The oldest of these is a 400 (issue trackers, 2024). */
export function stoppedForMoney(code: MoneyCode): InferenceRefusal {
  if (code === 'insufficient_quota') return quotaExceeded();
  const message = `This request was stopped: ${code.replaceAll('_', ' ')}. Check your plan, your limits and billing details.`;
  const status = code === 'billing_hard_limit_reached' ? 400 : 429;
  return refusal(status, message, { type: 'insufficient_quota', code });
}

export function headerMismatch(subject: 'Organization' | 'Project'): InferenceRefusal {
  const name = subject.toLowerCase();
  return refusal(401, `OpenAI-${subject} header should match ${name} for API key`, {
    code: `mismatched_${name}`,
  });
}

export function wrongHost(host: string): InferenceRefusal {
  return refusal(
    401,
    `Attempted to access resource with incorrect regional hostname. Please make your request to ${host}`,
    { code: 'incorrect_hostname' },
  );
}

const ROLE_HINT =
  "Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.";

/** Seen as 401 where a model was asked for, as 403 where models were to be listed. */
export function scopeMissing(status: 401 | 403, scope: string): InferenceRefusal {
  return refusal(
    status,
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. ${ROLE_HINT}`,
  );
}

/** What a project key meets on an administration endpoint. */
export function managementScopeMissing(scope: string): ApiRefusal {
  return {
    status: 403,
    error: `You have insufficient permissions for this operation. Missing scopes: ${scope}. ${ROLE_HINT}`,
    attributed: false,
  };
}

/** The Responses endpoint words this differently from all others. */
export function modelUnknown(model: string, path: string): InferenceRefusal {
  const code = 'model_not_found';
  return path === '/responses' || path === '/responses/input_tokens'
    ? refusal(400, `The requested model '${model}' does not exist.`, { param: 'model', code })
    : refusal(404, `The model \`${model}\` does not exist or you do not have access to it.`, { code });
}

export function modelRetired(model: string): InferenceRefusal {
  return refusal(
    404,
    `The model \`${model}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
    { code: 'model_not_found' },
  );
}

export function projectLacksModel(project: string, model: string): InferenceRefusal {
  return refusal(403, `Project \`${project}\` does not have access to model \`${model}\``, {
    code: 'model_not_found',
  });
}

export function quotaExceeded(): InferenceRefusal {
  return refusal(
    429,
    'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
    { type: 'insufficient_quota', code: 'insufficient_quota' },
  );
}

const VERIFY_HINT =
  'Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.';

/** 403 on images, 404 elsewhere. */
export function organizationUnverified(model: string, path: string): InferenceRefusal {
  const text = `Your organization must be verified to use the model \`${model}\`. ${VERIFY_HINT}`;
  return path.startsWith('/images') ? refusal(403, text) : refusal(404, text, { code: 'model_not_found' });
}

export function notAChatModel(): InferenceRefusal {
  return refusal(
    404,
    'This is not a chat model and thus not supported in the v1/chat/completions endpoint. Did you mean to use v1/completions?',
    { param: 'model' },
  );
}

export function onlyInResponses(): InferenceRefusal {
  return refusal(404, 'This model is only supported in v1/responses and not in v1/chat/completions.', {
    param: 'model',
  });
}

export function notInResponses(model: string): InferenceRefusal {
  return refusal(400, `The requested model '${model}' is not supported with the Responses API.`, {
    param: 'model',
  });
}

export function soundMissing(): InferenceRefusal {
  const message = 'This model requires that either input content or output modality contain audio.';
  return invalid(message, 'model', 'invalid_value');
}

export function mayNotSample(): InferenceRefusal {
  return refusal(403, 'You are not allowed to sample from this model');
}

export function mayNotEmbed(): InferenceRefusal {
  return refusal(403, 'You are not allowed to generate embeddings from this model');
}

export function urlUnknown(method: string, path: string): InferenceRefusal {
  return refusal(404, `Invalid URL (${method} ${path})`);
}

export function methodUnfit(method: string, path: string): InferenceRefusal {
  return refusal(
    405,
    `Not allowed to ${method} on ${path}. (HINT: Perhaps you meant to use a different HTTP method?)`,
  );
}

export function bodyUnreadable(): InferenceRefusal {
  return refusal(
    400,
    'We could not parse the JSON body of your request. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.',
  );
}

export function modelMissing(): InferenceRefusal {
  return invalid('you must provide a model parameter', null, null);
}

export function parameterMissing(param: string): InferenceRefusal {
  return invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
}

export function parameterUnsupported(param: string, instead: string): InferenceRefusal {
  return invalid(
    `Unsupported parameter: '${param}' is not supported with this model. Use '${instead}' instead.`,
    param,
    'unsupported_parameter',
  );
}

export function integerTooSmall(param: string, minimum: number, got: number): InferenceRefusal {
  return invalid(
    `Invalid '${param}': integer below minimum value. Expected a value >= ${minimum}, but got ${got} instead.`,
    param,
    'integer_below_min_value',
  );
}

export function decimalTooSmall(param: string, minimum: number, got: number): InferenceRefusal {
  return invalid(
    `Invalid '${param}': decimal below minimum value. Expected a value >= ${minimum}, but got ${got} instead.`,
    param,
    'decimal_below_min_value',
  );
}

export function arrayEmpty(param: string): InferenceRefusal {
  return invalid(
    `Invalid '${param}': empty array. Expected an array with minimum length 1, but got an empty array instead.`,
    param,
    'empty_array',
  );
}

export function textEmpty(param: string): InferenceRefusal {
  return invalid(
    `Invalid '${param}': empty string. Expected a string with minimum length 1, but got an empty string instead.`,
    param,
    'empty_string',
  );
}

export function valueInvalid(param: string, value: string, supported: readonly string[]): InferenceRefusal {
  const list = supported.map((each) => `'${each}'`).join(', ');
  return invalid(`Invalid value: '${value}'. Supported values are: ${list}.`, param, 'invalid_value');
}

/** Of streams the practice plays refusals alone; the words of an answer would add nothing to learn from. */
export function streamingLeftOut(): InferenceRefusal {
  return invalid('Streaming is not part of the practice API.', 'stream', 'unsupported_value');
}

/** Without Retry-After and without rate-limit headers, as seen on the administration endpoints in 2026. */
export function tooManyAdminCalls(): InferenceRefusal {
  return refusal(429, 'Rate limit exceeded for this endpoint. Please slow down.', {
    type: 'requests',
    code: 'rate_limit_exceeded',
  });
}

export function projectNotFound(project: string): InferenceRefusal {
  return refusal(404, `No project found with id '${project}'.`, { param: 'project_id', code: 'not_found' });
}

export function projectArchived(project: string): InferenceRefusal {
  return refusal(400, `Project ${project} is archived and cannot be modified.`, { code: 'project_archived' });
}

export function permissionModelUnknown(model: string): InferenceRefusal {
  return refusal(400, `Model '${model}' is not available to this organization.`, {
    param: 'model_ids',
    code: 'invalid_value',
  });
}

export function noModelPermissions(): InferenceRefusal {
  return refusal(404, 'No model permissions are configured for this project.', { code: 'not_found' });
}

export function noSpendLimit(): InferenceRefusal {
  return refusal(404, 'No spend limit is configured for this project.', { code: 'not_found' });
}
