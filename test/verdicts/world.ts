/** An invented server and what may be said of it: written from the facts of the API, never from what the app said. */
import type { Confidence } from '../../shared/errors/reading';

/** One answer as it goes over the wire. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request as the server sees it. */
export interface Seen {
  readonly method: string;
  /** Path below `/v1`. */
  readonly path: string;
  readonly model: string | null;
  /** Whether it is invalid on purpose, by the description of its endpoint. */
  readonly invalid: boolean;
  readonly organization: string | null;
  readonly project: string | null;
  /** Milliseconds on the clock of the world. */
  readonly at: number;
}

export const STEPS = ['text', 'list', 'free', 'both', 'real', 'watch', 'matrix'] as const;
export type Step = (typeof STEPS)[number];

/** What a step may say. What is left out is not looked at. */
export interface Expected {
  readonly outcome?: readonly string[];
  /** `none` stands for no cause. */
  readonly cause?: readonly string[];
  /** Causes that the evidence does not bear out. */
  readonly never?: readonly string[];
  /** `none` stands for no layer. */
  readonly layer?: readonly string[];
  /** The strongest confidence that is known enough. */
  readonly atMost?: Confidence;
  readonly state?: readonly string[];
  readonly unknown?: readonly string[];
  readonly contrast?: readonly string[];
  /** Rivals that have to be named. */
  readonly rivals?: readonly string[];
  readonly proven?: boolean;
  readonly quotes?: boolean;
  /** POST requests that may be sent without consent, at most. */
  readonly unasked?: number;
}

export interface World {
  readonly kind: string;
  readonly name: string;
  readonly model: string;
  /** What the failing program printed. */
  readonly text: string;
  readonly keyKind?: 'project' | 'legacy';
  readonly baseUrl?: string;
  readonly answer: (seen: Seen) => Said;
  /** Milliseconds after which a change has settled: no watch may be over before. */
  readonly settledAt?: number;
  readonly expect: { readonly [S in Step]?: Expected };
}

export const OWN_PROJECT = 'proj_Own1Qw2Er3Ty4Ui5Op6As7Df8';
export const OWN_ORGANIZATION = 'org-Own1Qw2Er3Ty4Ui5Op6As7Df';
export const ORIGIN = 'https://api.openai.com/v1';

const REQUEST = { 'x-request-id': 'req_0123456789abcdef0123456789abcdef', 'openai-version': '2020-10-01' };
/** What recorded traffic carries on answers and on validation errors, and not on earlier refusals. */
const HOME = { 'openai-organization': OWN_ORGANIZATION, 'openai-project': OWN_PROJECT };

interface Words {
  readonly type?: string;
  readonly param?: string | null;
  readonly code?: string | null;
}

export function refusal(status: number, message: string, words: Words = {}): Said {
  const error = { message, type: 'invalid_request_error', param: null, code: null, ...words };
  return { status, body: { error }, headers: REQUEST };
}

export function listing(models: readonly string[]): Said {
  const data = models.map((id) => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'system' }));
  return {
    status: 200,
    body: { object: 'list', data },
    headers: { ...REQUEST, 'openai-processing-ms': '31' },
  };
}

/** What the endpoint says of the parameter that is invalid by its own description. */
const INVALID: Readonly<Record<string, readonly [param: string, message: string, code: string | null]>> = {
  '/responses': [
    'max_output_tokens',
    "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 1 instead.",
    'integer_below_min_value',
  ],
  '/chat/completions': [
    'messages',
    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
    'empty_array',
  ],
  '/embeddings': ['input', "Invalid 'input': input cannot be an empty array.", 'empty_array'],
  '/images/generations': [
    'n',
    "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
    'integer_below_min_value',
  ],
  '/audio/speech': [
    'speed',
    "Invalid 'speed': decimal below minimum value. Expected a value >= 0.25, but got 0 instead.",
    'decimal_below_min_value',
  ],
  '/audio/transcriptions': ['file', "Missing required parameter: 'file'.", 'missing_required_parameter'],
};

export function validation(path: string, project = OWN_PROJECT): Said {
  const [param, message, code] = INVALID[path] ?? ['input', "Invalid 'input'.", 'invalid_value'];
  const said = refusal(400, message, { param, code });
  return { ...said, headers: { ...REQUEST, ...HOME, 'openai-project': project } };
}

const SERVED: Readonly<Record<string, unknown>> = {
  '/responses': { id: 'resp_1', object: 'response', status: 'completed', error: null, output: [] },
  '/chat/completions': { id: 'chatcmpl-1', object: 'chat.completion', choices: [] },
  '/embeddings': { object: 'list', data: [] },
  '/images/generations': { created: 1, data: [] },
  '/audio/transcriptions': { text: 'hi' },
  '/moderations': { results: [] },
};

export function success(path: string, model: string | null, project = OWN_PROJECT): Said {
  const body = { ...Object(SERVED[path]), model };
  return { status: 200, body, headers: { ...REQUEST, ...HOME, 'openai-project': project } };
}

/** How an OpenAI-like server decides, in the order that recorded traffic shows. Each may be a refusal or null. */
export interface Rules {
  /** Models on the list, or how listing is refused. */
  readonly list?: readonly string[] | Said;
  /** Before anything else: key, headers, place. */
  readonly door?: (seen: Seen) => Said | null;
  /** Of the model: project, existence, retirement. */
  readonly access?: (model: string, seen: Seen) => Said | null;
  readonly money?: (model: string) => Said | null;
  /** Of an otherwise valid request. */
  readonly last?: (model: string, seen: Seen) => Said | null;
  /** True where a request is read before access is decided, so that free tests tell nothing. */
  readonly validatesFirst?: boolean;
  readonly project?: (seen: Seen) => string;
  readonly paths?: readonly string[];
}

export const LONG_LIST: readonly string[] = [
  ...['gpt-6-sol', 'gpt-6-luna', 'gpt-5.6-sol', 'gpt-5.6-terra', 'gpt-5.6-luna', 'gpt-5.4', 'gpt-5.4-mini'],
  ...['gpt-5.1', 'gpt-5.4-nano', 'gpt-4.1-mini', 'gpt-4o-mini', 'o3', 'text-embedding-3-small', 'whisper-1'],
  ...Array.from({ length: 26 }, (_, index) => `ft:gpt-4.1-mini-2025-04-14:acme:v${index}:Ab${index}`),
];
export const SHORT_LIST: readonly string[] = ['gpt-5.4-mini', 'gpt-5.4-nano'];

export function server(rules: Rules): World['answer'] {
  return (seen) => {
    const door = rules.door?.(seen) ?? null;
    if (door !== null) return door;
    if (seen.path === '/models') return listed(rules.list ?? LONG_LIST);
    if (rules.paths !== undefined && !rules.paths.includes(seen.path))
      return { status: 404, body: { detail: 'Not Found' } };
    const model = seen.model ?? '';
    const project = rules.project?.(seen) ?? OWN_PROJECT;
    if (rules.validatesFirst === true && seen.invalid) return validation(seen.path, project);
    const refused = rules.access?.(model, seen) ?? rules.money?.(model) ?? null;
    if (refused !== null) return refused;
    if (seen.invalid) return validation(seen.path, project);
    return rules.last?.(model, seen) ?? success(seen.path, model, project);
  };
}

function listed(list: readonly string[] | Said): Said {
  return 'status' in list ? list : listing(list);
}

/** As Python's SDK prints it. */
export function printed({ status, body }: Said): string {
  return `openai.APIStatusError: Error code: ${status} - ${JSON.stringify(body)}`;
}

export function lacks(model: string, project = OWN_PROJECT): Said {
  return refusal(403, `Project \`${project}\` does not have access to model \`${model}\``, {
    code: 'model_not_found',
  });
}

export const MODEL = 'gpt-5.5';
export const OTHER_PROJECT = 'proj_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2';
export const NAME_UNKNOWN = 'does not exist or you do not have access to it.';

/** Of this model alone it is said. */
export function only(model: string, said: Said) {
  return (asked: string) => (asked === model ? said : null);
}

/** The project lets its list through and refuses all else, so that free tests are known to tell something. */
export function ownProjectOf(list: readonly string[]) {
  return (asked: string) => (list.includes(asked) ? null : lacks(asked));
}

/** Of the model it is said; the others are let through or refused by the project. */
export function others(model: string, said: Said | null, list = SHORT_LIST) {
  return (asked: string) => (asked === model ? said : ownProjectOf(list)(asked));
}

/** A list that names the model as well. */
export const LISTED: readonly string[] = [...SHORT_LIST, MODEL];

/** The model is listed, and of its use this is said. */
export function saying(said: Said): Rules {
  return { list: LISTED, access: others(MODEL, said, LISTED) };
}

/** The model is listed and let through. */
export function serving(model = MODEL): Rules {
  const list = [...SHORT_LIST, model];
  return { list, access: ownProjectOf(list) };
}

export const notOpen: Expected = { outcome: ['undecided', 'refused'], proven: false };
export const undecided: Expected = { outcome: ['undecided'], proven: false };

export function unsure(rivals: readonly string[]): Expected {
  return { ...undecided, rivals };
}

export function refused(causes: readonly string[], more: Expected = {}): Expected {
  return { outcome: ['refused'], cause: causes, proven: false, ...more };
}

export function refusedFor(cause: string, more: Expected = {}): Expected {
  return refused([cause], { state: ['denied', 'unknown'], ...more });
}

/** The same after every test but the list alone. */
export function everywhere(expected: Expected): World['expect'] {
  return { free: expected, both: expected, real: expected, watch: { proven: false } };
}

/** The same in the matrix as well. */
export function steps(expected: Expected, own: World['expect'] = {}): World['expect'] {
  return { ...everywhere(expected), matrix: expected, ...own };
}

/** A world as far as it differs from others of its kind. */
export interface Row {
  readonly name: string;
  readonly model?: string;
  readonly text?: string;
  readonly keyKind?: 'legacy';
  readonly baseUrl?: string;
  readonly rules?: Rules;
  readonly answer?: World['answer'];
  readonly expect: World['expect'];
}

export function worlds(kind: string, rows: readonly Row[]): readonly World[] {
  return rows.map(({ rules = {}, answer, ...row }) => ({
    kind,
    model: MODEL,
    text: '',
    answer: answer ?? server(rules),
    ...row,
  }));
}
