/**
 * Which endpoint fits a model, and the requests that test it.
 * Source: resource types of openai@7.57.0 and the public API description of 2026-08-21; which invalid value is
 * rejected before any work is done is inferred, and therefore calibrated at run time.
 */
import { isOfFamily } from '../errors/names';
import { aliasOf, baseOf } from './names';
import { isRetired } from './retirements';

export const FAMILIES = [
  'general',
  'responses_only',
  'chat_only',
  'embeddings',
  'image',
  'speech',
  'transcription',
  'moderation',
  'realtime',
  'completions',
  'video',
  'batch',
] as const;
export type Family = (typeof FAMILIES)[number];

/** First match wins; a fine-tuned id is judged by its base model, a name of a gateway by what follows the vendor. */
const PATTERNS: readonly (readonly [RegExp, Family])[] = [
  [/-batch$/, 'batch'],
  [/embedding/, 'embeddings'],
  [/^(gpt-image|chatgpt-image|dall-e)/, 'image'],
  [/transcribe|^whisper/, 'transcription'],
  [/(^|-)tts(-|$)/, 'speech'],
  [/moderation/, 'moderation'],
  [/realtime/, 'realtime'],
  [/^sora/, 'video'],
  // Other makers call their chat models so as well.
  [/^gpt-3\.5-turbo-instruct(-|$)|^(babbage|davinci)-002$/, 'completions'],
  [/^gpt-audio|-audio-preview|-search-(preview|api)/, 'chat_only'],
  [/(^|-)pro(-|$)|codex|deep-research|computer-use/, 'responses_only'],
];

export function familyOf(model: string): Family {
  const base = baseOf(model);
  const id = idOf(base).split('/').at(-1) ?? base;
  return PATTERNS.find(([pattern]) => pattern.test(id))?.[1] ?? 'general';
}

/** The id of a name as announcements print it: `GPT-5 Mini` → `gpt-5-mini`. A fine-tuned id keeps its letters. */
export function idOf(name: string): string {
  return name.startsWith('ft:') ? name : name.trim().toLowerCase().replace(/\s+/g, '-');
}

/** The id meant by a name in prose, where it can only be a model of this service; any other name as it is spelled. */
export function idMeant(name: string): string {
  return isOfFamily(name) ? idOf(name) : name;
}

/** A request that tests access to one model. `form` is sent as multipart, without a usable file. */
export interface ProbeRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly form: boolean;
  /** The parameter that is invalid on purpose; null where none is. */
  readonly breaks: string | null;
  /** A file that goes with the form. */
  readonly attachment?: 'silence';
  /** Upper bound of generated tokens; 0 for a request that is invalid on purpose; null where not billed by token. */
  readonly outputTokens: number | null;
  readonly expensive: boolean;
}

/** A model that hears and speaks refuses every request without sound (issue trackers, 2025 and 2026). */
function soundOf(model: string): Readonly<Record<string, unknown>> {
  return /audio/.test(idOf(model))
    ? { modalities: ['text', 'audio'], audio: { voice: 'alloy', format: 'mp3' } }
    : {};
}

/** Models that take no request without a tool, which is work of its own and bills of its own (facts of 2026-11-22). */
const NEEDS_TOOL = /deep-research|computer-use/;

const FREE = { form: false, outputTokens: 0, expensive: false } as const;

/** The older endpoint of chats, for a host that lacks the newer one. */
export const CHAT_PATH = '/chat/completions';

/** Whether a model that is usually asked at `/responses` can be asked as a chat instead. */
export function hasChat(model: string): boolean {
  return familyOf(model) === 'general';
}

/**
 * The request that is invalid on purpose and costs nothing on OpenAI's own hosts; null for families that have no safe one.
 * `overChat`: at the older endpoint, where the model has both.
 */
export function freeProbe(model: string, overChat = false): ProbeRequest | null {
  if (overChat && hasChat(model))
    return { ...FREE, breaks: 'messages', path: CHAT_PATH, body: { model, messages: [] } };
  switch (familyOf(model)) {
    case 'general':
    case 'responses_only':
      // The smallest allowed value is 16 (API description: minimum 16).
      return {
        ...FREE,
        breaks: 'max_output_tokens',
        path: '/responses',
        body: { model, input: 'hi', max_output_tokens: 1, store: false },
      };
    case 'chat_only':
      return {
        ...FREE,
        breaks: 'messages',
        path: '/chat/completions',
        body: { model, messages: [], ...soundOf(model) },
      };
    case 'embeddings':
      return { ...FREE, breaks: 'input', path: '/embeddings', body: { model, input: [] } };
    case 'image':
      return {
        ...FREE,
        // The smallest allowed number is 1, and a size may be any text (API description: minimum 1).
        breaks: 'n',
        path: '/images/generations',
        body: { model, prompt: 'a', n: 0 },
      };
    case 'speech':
      // The slowest allowed speed is 0.25, and an input may be empty (API description: minimum 0.25).
      return {
        ...FREE,
        breaks: 'speed',
        path: '/audio/speech',
        body: { model, input: 'a', voice: 'alloy', speed: 0 },
      };
    case 'transcription':
      return { ...FREE, breaks: 'file', path: '/audio/transcriptions', body: { model }, form: true };
    case 'completions':
      return {
        ...FREE,
        breaks: 'max_tokens',
        path: '/completions',
        body: { model, prompt: 'a', max_tokens: -1 },
      };
    case 'moderation':
    case 'realtime':
    case 'video':
    case 'batch':
      return null;
  }
}

function chatProbe(model: string): ProbeRequest {
  return {
    form: false,
    breaks: null,
    expensive: false,
    path: CHAT_PATH,
    body: { model, messages: [{ role: 'user', content: 'hi' }], max_completion_tokens: 16 },
    outputTokens: 16,
  };
}

/** The smallest valid request; null where none is sensible. Sent only with consent. `overChat`: see `freeProbe`. */
export function realProbe(model: string, overChat = false): ProbeRequest | null {
  if (overChat && hasChat(model)) return chatProbe(model);
  const small = { form: false, breaks: null, expensive: false } as const;
  const dear = { form: false, breaks: null, expensive: true, outputTokens: null } as const;
  switch (familyOf(model)) {
    case 'general':
    case 'responses_only':
      if (NEEDS_TOOL.test(idOf(model))) return null;
      return {
        ...small,
        path: '/responses',
        body: { model, input: 'hi', max_output_tokens: 16, store: false },
        outputTokens: 16,
      };
    case 'chat_only':
      return {
        ...small,
        path: '/chat/completions',
        body: {
          model,
          messages: [{ role: 'user', content: 'hi' }],
          max_completion_tokens: 16,
          ...soundOf(model),
        },
        outputTokens: 16,
        expensive: 'audio' in soundOf(model),
      };
    case 'embeddings':
      return { ...small, path: '/embeddings', body: { model, input: 'a' }, outputTokens: 0 };
    case 'moderation':
      return { ...small, path: '/moderations', body: { model, input: 'a' }, outputTokens: 0 };
    case 'image':
      return { ...dear, path: '/images/generations', body: { model, prompt: 'a dot' } };
    case 'speech':
      return { ...dear, path: '/audio/speech', body: { model, input: 'a', voice: 'alloy' } };
    case 'completions':
      return { ...small, path: '/completions', body: { model, prompt: 'a', max_tokens: 1 }, outputTokens: 1 };
    case 'transcription':
      return {
        ...dear,
        path: '/audio/transcriptions',
        body: { model },
        form: true,
        attachment: 'silence',
      };
    // A realtime session can be announced without proof of access, a video costs dollars, a batch answers in hours.
    case 'realtime':
    case 'video':
    case 'batch':
      return null;
  }
}

/**
 * Listed spellings of the same model: the alias of a snapshot, snapshots of an alias, the id of a name. The API compares the
 * literal string (seen 2026: a snapshot refused while its alias answered), so a sibling may work where the asked name does not.
 */
export function siblingsOf(model: string, listed: readonly string[]): readonly string[] {
  const alias = aliasOf(idOf(model));
  return listed.filter((id) => id !== model && aliasOf(id) === alias);
}

/**
 * Models that are known to exist, to serve as the control of a free probe of another model at the same endpoint (families of
 * 2026-11-22). Those that most keys lack come first.
 */
export const CONTROL_CANDIDATES: readonly string[] = [
  'gpt-5.5',
  'gpt-5.4-mini',
  'gpt-5.2',
  'gpt-4.1',
  'gpt-4o',
  'gpt-4o-mini',
  'gpt-5.1',
  'gpt-audio-mini',
  'gpt-image-2',
  'text-embedding-3-large',
  'text-embedding-3-small',
  'gpt-4o-mini-tts',
  'tts-1',
  'gpt-4o-transcribe',
  'whisper-1',
];

/** A control for a free probe of `model` that the key does not list; null where there is none. `today`: ISO date. */
export function controlFor(model: string, listed: readonly string[], today: string): string | null {
  const path = freeProbe(model)?.path;
  if (path === undefined) return null;
  const fits = (id: string) => id !== model && !listed.includes(id) && !isRetired(id, today);
  return CONTROL_CANDIDATES.find((id) => fits(id) && freeProbe(id)?.path === path) ?? null;
}
