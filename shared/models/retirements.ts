/**
 * Models that were or will be shut down: a fallback for when the API's own `shutdown_date` is not at hand.
 * Source: OpenAI's deprecations page as read up to 2026-11-30, and the types of openai@7.57.0.
 * The table ages: a model that the API still lists is never called retired from this table alone.
 */
import type { ListedModel } from './listed-model';
import { aliasOf, baseOf } from './names';

export const RETIREMENTS_READ_ON = '2026-11-30';

interface RetirementGroup {
  readonly date: string;
  /** What the page recommended on the day it was read; it moved twice within months. null where it names none. */
  readonly replacement: string | null;
  readonly models: readonly string[];
}

const GROUPS: readonly RetirementGroup[] = [
  {
    date: '2026-10-23',
    replacement: 'gpt-5.6-luna',
    models: ['gpt-4.1-nano'],
  },
  {
    date: '2026-10-23',
    replacement: 'gpt-5.6-terra',
    models: ['o4-mini', 'gpt-3.5-turbo'],
  },
  {
    date: '2026-10-23',
    replacement: 'gpt-5.6-sol',
    models: ['o1', 'o1-pro', 'o3-mini', 'gpt-4o-2024-05-13', 'gpt-4-turbo', 'gpt-4-1106-preview', 'gpt-4'],
  },
  {
    date: '2026-10-23',
    replacement: null,
    models: ['gpt-image-1'],
  },
  {
    date: '2026-09-28',
    replacement: null,
    models: ['gpt-3.5-turbo-1106', 'gpt-3.5-turbo-instruct', 'babbage-002', 'davinci-002'],
  },
  {
    date: '2026-09-24',
    replacement: null,
    models: ['sora-2', 'sora-2-pro'],
  },
  {
    date: '2026-08-10',
    replacement: 'gpt-5.6-sol',
    models: ['gpt-5.2-chat-latest', 'gpt-5.3-chat-latest'],
  },
  {
    date: '2026-07-23',
    replacement: 'gpt-5.6-sol',
    models: [
      'gpt-4o-search-preview',
      'gpt-4o-mini-search-preview',
      'computer-use-preview',
      'o3-deep-research',
      'o4-mini-deep-research',
      'gpt-5-codex',
      'gpt-5.1-codex',
      'gpt-5.1-codex-max',
      'gpt-5.2-codex',
      'gpt-5-chat-latest',
      'gpt-5.1-chat-latest',
    ],
  },
  {
    date: '2026-07-23',
    replacement: 'gpt-5.6-terra',
    models: ['gpt-5.1-codex-mini'],
  },
  {
    date: '2026-07-23',
    replacement: null,
    models: ['gpt-4o-mini-tts-2025-03-20', 'gpt-audio-mini-2025-10-06', 'gpt-realtime-mini-2025-10-06'],
  },
  {
    date: '2026-05-12',
    replacement: null,
    models: ['dall-e-2', 'dall-e-3'],
  },
  {
    date: '2026-05-07',
    replacement: null,
    models: [
      'gpt-4o-audio-preview',
      'gpt-4o-mini-audio-preview',
      'gpt-4o-realtime-preview',
      'gpt-4o-mini-realtime-preview',
    ],
  },
  {
    date: '2026-03-26',
    replacement: null,
    models: ['gpt-4-0314', 'gpt-4-0125-preview', 'gpt-4-turbo-preview'],
  },
  {
    date: '2026-02-17',
    replacement: null,
    models: ['chatgpt-4o-latest'],
  },
  {
    date: '2026-02-12',
    replacement: null,
    models: ['codex-mini-latest'],
  },
  {
    date: '2025-10-27',
    replacement: 'omni-moderation-latest',
    models: ['text-moderation-latest', 'text-moderation-stable', 'text-moderation-007'],
  },
  {
    date: '2026-12-01',
    replacement: 'gpt-image-2.6-sunburst',
    models: ['gpt-image-1.5', 'chatgpt-image-latest'],
  },
  {
    date: '2026-12-01',
    replacement: 'gpt-image-2.6-flare',
    models: ['gpt-image-1-mini'],
  },
  {
    date: '2026-12-11',
    replacement: 'gpt-6.1-sol',
    models: ['gpt-5'],
  },
  {
    date: '2026-12-11',
    replacement: 'gpt-6.1-terra',
    models: ['gpt-5-mini'],
  },
  {
    date: '2026-12-11',
    replacement: null,
    models: ['gpt-5-nano'],
  },
  {
    date: '2026-12-11',
    replacement: 'gpt-5.6-sol',
    models: ['gpt-5-pro', 'o3', 'o3-pro'],
  },
  {
    date: '2027-01-06',
    replacement: 'gpt-realtime-2.1-mini',
    models: ['tts-1', 'tts-1-hd', 'gpt-4o-mini-tts'],
  },
  {
    date: '2027-01-14',
    replacement: 'gpt-6-luna',
    models: ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4o-mini'],
  },
  {
    date: '2027-01-20',
    replacement: 'gpt-realtime-2.1',
    models: ['gpt-realtime', 'gpt-audio'],
  },
  {
    date: '2027-01-20',
    replacement: 'gpt-realtime-2.1-mini',
    models: ['gpt-realtime-mini', 'gpt-audio-mini'],
  },
  {
    date: '2027-02-01',
    replacement: null,
    models: ['gpt-5.5-cyber-preview'],
  },
  {
    date: '2027-02-26',
    replacement: 'gpt-transcribe',
    models: ['whisper-1', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe', 'gpt-4o-transcribe-diarize'],
  },
  {
    date: '2027-04-01',
    replacement: null,
    models: ['gpt-5.1', 'gpt-5.4-nano', 'gpt-5.3-codex'],
  },
];

/** Families whose every spelling is gone; the dates are those of the last member (2025 and before). */
const EARLIER: readonly RegExp[] = [
  /^o1-(preview|mini)(-|$)/,
  /^gpt-4\.5-preview/,
  /^gpt-4-32k/,
  /^gpt-4(-\d{4})?-vision-preview/,
  /^gpt-3\.5-turbo-(16k|0301|0613)/,
  /^text-(davinci|curie|babbage|ada)-\d/,
  /^code-(davinci|cushman)-/,
];

export interface Retirement {
  /** ISO date; null where only "before 2026" is known. */
  readonly date: string | null;
  /** What the page recommended on `RETIREMENTS_READ_ON`; null where it names none. */
  readonly replacement: string | null;
}

const BY_MODEL: ReadonlyMap<string, Retirement> = new Map(
  GROUPS.flatMap((group) =>
    group.models.map((model) => [model, { date: group.date, replacement: group.replacement }] as const),
  ),
);

/** Every model with a date in the table, past or announced. */
export const DATED_MODELS: readonly string[] = [...BY_MODEL.keys()];

/**
 * What is known of a model's shutdown, past or announced; null where nothing is. A snapshot shares its alias's date unless it
 * has a row of its own, and a fine-tuned model stops with its base (deprecations page, 2026-11).
 */
export function retirementOf(model: string): Retirement | null {
  const base = baseOf(model);
  const known = BY_MODEL.get(base) ?? BY_MODEL.get(aliasOf(base));
  if (known) return known;
  return EARLIER.some((pattern) => pattern.test(base)) ? { date: null, replacement: null } : null;
}

/** True where the shutdown date lies on or before `today` (ISO date), or lies so far back that no date is kept. */
export function isRetired(model: string, today: string): boolean {
  const retirement = retirementOf(model);
  return retirement !== null && (retirement.date === null || retirement.date <= today);
}

type Dated = Pick<ListedModel, 'id' | 'shutdownDate'>;

/** Whether a model was shut down by `today` (ISO date): by the date that the API gave for it, else by the table, which ages. */
export function isShutDown({ id, shutdownDate }: Dated, today: string): boolean {
  return shutdownDate === null ? isRetired(id, today) : shutdownDate <= today;
}

/** ISO date of the shutdown, past or announced; null where none is known. */
export function shutdownOf({ id, shutdownDate }: Dated): string | null {
  return shutdownDate ?? retirementOf(id)?.date ?? null;
}
