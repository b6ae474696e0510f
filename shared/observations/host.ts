/** Whose host a key is used with: what holds for OpenAI's own is not assumed of another. */
import { isOnThisMachine } from '../keys/base-url';
import type { HostKind } from '../keys/key';
import type { Answer, Probe } from './observation';

/** The host of a base URL, with a port that is not the usual one, in lower case; the text itself where it is no URL. */
export function hostOf(baseUrl: string): string {
  const [, scheme = '', host] = URL_HOST.exec(baseUrl.toLowerCase()) ?? [];
  return host?.replace(scheme === 'https' ? /:443$/ : /:80$/, '') ?? baseUrl;
}

const URL_HOST = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#]+)/;

/** Regional and certificate hosts are below the same name (data residency guide, 2026). */
function isOpenAiHost(host: string): boolean {
  return host === 'openai.com' || host.endsWith('.openai.com');
}

/**
 * By its name, and else by what it answered. A host on this machine may be a relay to OpenAI or a gateway of its own, which
 * nothing but its answers tells apart. `seen`: what answers showed before these; null for nothing.
 */
export function hostKindOf(host: string, answers: readonly Answer[], seen: HostKind | null = null): HostKind {
  const shown = answers.reduce(seenAfter, seen);
  if (isOpenAiHost(host) || shown === 'openai') return 'openai';
  return isOnThisMachine(host) && shown === null ? 'openai' : 'other';
}

/** What is known of whose host it is, once this answer came. That OpenAI's own answers are handed on is never forgotten. */
export function seenAfter(seen: HostKind | null, answer: Answer): HostKind | null {
  if (seen === 'openai' || isOpenAiAnswer(answer)) return 'openai';
  return isForeignAnswer(answer) ? 'other' : seen;
}

/** Where a test may cost something; `elsewhere`: on any host but OpenAI's own. */
const MAY_COST: Readonly<Record<Probe, 'nowhere' | 'elsewhere' | 'everywhere'>> = {
  list: 'nowhere',
  retrieve: 'nowhere',
  free_probe: 'elsewhere',
  real_probe: 'everywhere',
};

/**
 * Whether a test may cost something. One that is invalid on purpose is refused free of charge by OpenAI, and may be served and
 * billed by any other host.
 */
export function mayCost(probe: Probe, host: HostKind): boolean {
  const where = MAY_COST[probe];
  return where === 'everywhere' || (where === 'elsewhere' && host === 'other');
}

/**
 * True where the answer carries what only OpenAI's API sends: the organization or project of the key, how long it worked, or
 * its own sort of request id (recorded traffic, 2026). A relay in front of it hands these on; a gateway that answers by
 * itself has none.
 */
function isOpenAiAnswer(answer: Answer): boolean {
  if (answer.kind !== 'success' && answer.kind !== 'refusal') return false;
  if (isForeignAnswer(answer)) return false;
  const { organization, project, processingMs, requestId } = answer.headers;
  if (organization !== null || project !== null || processingMs !== undefined) return true;
  return requestId !== null && /^req_[0-9A-Za-z]{8,}$/.test(requestId);
}

/** True where it lists models of other makers, or is written in the words of another service. */
function isForeignAnswer(answer: Answer): boolean {
  if (answer.kind === 'refusal') return answer.reading.cause === 'other_vendor';
  return answer.kind === 'success' && answer.models?.some(({ id }) => isForeignName(id)) === true;
}

/** Names of other makers' models, and names with a vendor before a slash, as gateways write them (2026). */
const FOREIGN_NAME =
  /\/|llama|mi[sx]tral|qwen|gemma|gemini|claude|deepseek|grok|command-[ra]|kimi|^glm-|^phi-?\d|^yi-|nova-(micro|lite|pro)|titan-/i;

function isForeignName(model: string): boolean {
  return FOREIGN_NAME.test(model);
}
