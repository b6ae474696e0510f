/**
 * Whose answer it is, by its shape. OpenAI's error object is `{error: {message, type, param, code}}`, each a string or null
 * (API description, 2026-11). What is never in it tells of another service, whatever the words say.
 */
import { KNOWN_CODES } from './table';

export interface Shape {
  /** The family that answers so; `other` where several do. */
  readonly vendor: string;
  readonly fits: RegExp;
  readonly sample: string;
  /** Where the shape is documented or was seen, and when. */
  readonly source: string;
}

/** A quotation mark, or one of JSON within JSON. */
const Q = String.raw`\\{0,3}["']`;
/** A string in either sort of quotation marks. */
const TEXT = `(?:"[^"{}]{0,600}"|'[^'{}]{0,600}')`;
const field = (name: string, value: string) => new RegExp(`${Q}${name}${Q}\\s{0,3}:\\s{0,3}${value}`);

/** The first that fits decides. Each looks at one line's worth of characters, so that reading stays linear. */
export const SHAPES: readonly Shape[] = [
  {
    vendor: 'google',
    fits: field(
      'status',
      `${Q}(?:INVALID_ARGUMENT|FAILED_PRECONDITION|PERMISSION_DENIED|NOT_FOUND|RESOURCE_EXHAUSTED|UNAUTHENTICATED|INTERNAL|UNAVAILABLE|DEADLINE_EXCEEDED)${Q}`,
    ),
    sample: '{"error":{"code":403,"message":"Not for this caller","status":"PERMISSION_DENIED"}}',
    source: 'Google API design guide, google.rpc.Code, 2026',
  },
  {
    vendor: 'anthropic',
    // OpenAI's has a code beside each of its types, and none of these types.
    fits: new RegExp(
      `\\{\\s{0,40}${Q}type${Q}\\s{0,3}:\\s{0,3}${Q}(?:permission|authentication|not_found|overloaded|billing|timeout|rate_limit|api)_error${Q}\\s{0,3},\\s{0,40}${Q}message${Q}\\s{0,3}:\\s{0,3}${TEXT}\\s{0,40}\\}`,
    ),
    sample: '{"type":"error","error":{"type":"permission_error","message":"Not for this workspace."}}',
    source: 'Anthropic API, errors, 2026',
  },
  {
    vendor: 'databricks',
    fits: field('error_code', `${Q}[A-Z]{3,}(?:_[A-Z]+)*${Q}`),
    sample: '{"error_code":"PERMISSION_DENIED","message":"Not on this endpoint."}',
    source: 'Databricks REST API, 2026',
  },
  {
    vendor: 'yandex',
    fits: field('grpcCode', String.raw`\d{1,2}\b`),
    sample:
      '{"error":{"grpcCode":7,"httpCode":403,"message":"Not for this folder","httpStatus":"Forbidden"}}',
    source: 'Yandex Cloud API, 2026',
  },
  {
    vendor: 'mistral',
    fits: field('raw_status_code', String.raw`\d{3}`),
    sample:
      '{"object":"error","message":"Slow down","type":"rate_limited","code":"1300","raw_status_code":429}',
    source: 'Mistral API, 2026',
  },
  {
    vendor: 'vllm',
    fits: field('object', `${Q}error${Q}`),
    sample: '{"object":"error","message":"No model `tiny`","type":"NotFoundError","param":null,"code":404}',
    source: 'vLLM and servers built on it, 2023 to 2026',
  },
  {
    vendor: 'vllm',
    fits: field('type', `${Q}(?:[A-Z][a-z]+){2,4}Error${Q}`),
    sample: '{"error":{"message":"No model `tiny`","type":"NotFoundError","param":null,"code":null}}',
    source: 'vLLM and servers built on it, 2023 to 2026',
  },
  {
    vendor: 'azure',
    fits: field('code', `${Q}(?:[A-Z][a-z]+){2,5}${Q}`),
    sample: '{"error":{"code":"DeploymentGone","message":"It is no longer there."}}',
    source: 'Azure REST guidelines, 2026: codes are words in one, each with a capital',
  },
  {
    vendor: 'localai',
    fits: new RegExp(
      `${Q}code${Q}\\s{0,3}:\\s{0,3}\\d{3}\\s{0,3},\\s{0,40}${Q}message${Q}[^{}]{1,400}${Q}type${Q}\\s{0,3}:\\s{0,3}(?:""|'')`,
    ),
    sample: '{"error":{"code":500,"message":"no backend took it","type":""}}',
    source: 'LocalAI, 2024 to 2026',
  },
  {
    vendor: 'other',
    // OpenAI's has a type beside each code.
    fits: new RegExp(
      `\\{\\s{0,40}${Q}code${Q}\\s{0,3}:\\s{0,3}${Q}(?!(?:${[...KNOWN_CODES].join('|')})\\b)[a-z]+(?:_[a-z]+)+${Q}\\s{0,3},\\s{0,40}${Q}message${Q}\\s{0,3}:\\s{0,3}(?:"[^"{}]{0,600}"|'[^'{}]{0,600}')\\s{0,40}\\}`,
    ),
    sample: '{"error":{"code":"seat_not_assigned","message":"Ask your administrator."}}',
    source: 'Proxies of companies, 2024 to 2026',
  },
  {
    vendor: 'other',
    // What stands before the API answers for a failed server of OpenAI's with a number.
    fits: field('code', String.raw`(?!5\d\d\b)\d{3,6}\b`),
    sample: '{"error":{"message":"Wrong credentials","code":401}}',
    source: 'OpenRouter, GPUStack, SiliconFlow, Zhipu and others, 2024 to 2026',
  },
];

/** What a proxy or a person's own server makes of a failure. It tells whose answer it is where its words are unknown. */
export const PLAIN_SHAPES: readonly Shape[] = [
  {
    vendor: 'other',
    // OpenAI sends a string alone with the sentence about missing rights, which is known by its words.
    fits: new RegExp(
      `(?<!["'\\w:]\\s{0,3})\\{\\s{0,20}${Q}error${Q}\\s{0,3}:\\s{0,3}${Q}[^"'{}]{1,300}${Q}\\s{0,20}\\}`,
    ),
    sample: "{'error': 'not through this gate'}",
    source: 'Proxies of companies, 2024 to 2026',
  },
  {
    vendor: 'other',
    // The same with the reason beside it. A sign-in answers with `error_description`, which is known by its codes.
    fits: new RegExp(
      `\\{\\s{0,20}${Q}error${Q}\\s{0,3}:\\s{0,3}${TEXT}\\s{0,3},\\s{0,20}${Q}(?:detail|details|message|reason|hint|msg)${Q}\\s{0,3}:`,
    ),
    sample: '{"error":"policy_denied","detail":"Ask for an exception."}',
    source: 'Proxies of companies, 2024 to 2026',
  },
];

/** Google's other services, such as its mail, answer in an older form. */
const NO_AI_SERVICE = field('domain', `${Q}global${Q}`);

/** Characters before and behind a place that can belong to its error object. */
const NEAR = 1_500;

/** The shape of the error object round a place; null where nothing in it is another's. */
export function shapeAt(
  text: string,
  object: { readonly start: number; readonly end: number } | null,
): Shape | null {
  if (object === null) return null;
  const answer = text.slice(object.start, Math.min(object.end + 1, object.start + 2 * NEAR));
  return NO_AI_SERVICE.test(answer) ? null : (SHAPES.find(({ fits }) => fits.test(answer)) ?? null);
}

/** The first place in a text that only another service's answer looks like; null where there is none. */
export function shapeIn(
  text: string,
): { readonly shape: Shape; readonly start: number; readonly end: number } | null {
  if (NO_AI_SERVICE.test(text)) return null;
  for (const shape of SHAPES) {
    const match = shape.fits.exec(text);
    if (match !== null) return { shape, start: match.index, end: match.index + match[0].length };
  }
  return null;
}
