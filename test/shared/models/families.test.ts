import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../electron/practice/catalogue';
import {
  CONTROL_CANDIDATES,
  controlFor,
  FAMILIES,
  type Family,
  familyOf,
  freeProbe,
  realProbe,
} from '../../../shared/models/families';
import { DATED_MODELS } from '../../../shared/models/retirements';

/** Every name that the app knows by itself; whatever is not here is of the general family. */
const OTHERS: Readonly<Record<Exclude<Family, 'general'>, readonly string[]>> = {
  responses_only: [
    ...['o1-pro', 'o3-pro', 'gpt-5-pro', 'gpt-5.2-pro', 'gpt-5.2-pro-2025-12-11', 'gpt-5.5-pro'],
    ...['gpt-5.5-pro-2026-04-23', 'computer-use-preview', 'o3-deep-research', 'o4-mini-deep-research'],
    ...[
      'gpt-5-codex',
      'gpt-5.1-codex',
      'gpt-5.1-codex-max',
      'gpt-5.1-codex-mini',
      'gpt-5.2-codex',
      'gpt-5.3-codex',
    ],
    'codex-mini-latest',
  ],
  chat_only: [
    ...['gpt-audio', 'gpt-audio-mini', 'gpt-audio-mini-2025-10-06', 'gpt-audio-mini-2025-12-15'],
    ...['gpt-4o-audio-preview', 'gpt-4o-mini-audio-preview'],
    ...['gpt-4o-search-preview', 'gpt-4o-mini-search-preview'],
  ],
  embeddings: ['text-embedding-3-small', 'text-embedding-3-large'],
  image: [
    ...['gpt-image-1', 'gpt-image-1-mini', 'gpt-image-1.5', 'gpt-image-2', 'gpt-image-2-2026-04-21'],
    ...['chatgpt-image-latest', 'dall-e-2', 'dall-e-3'],
  ],
  speech: ['tts-1', 'tts-1-hd', 'gpt-4o-mini-tts', 'gpt-4o-mini-tts-2025-03-20'],
  transcription: [
    ...['whisper-1', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe', 'gpt-4o-transcribe-diarize'],
  ],
  moderation: [
    ...['omni-moderation-latest', 'text-moderation-latest', 'text-moderation-stable'],
    'text-moderation-007',
  ],
  realtime: [
    ...['gpt-realtime', 'gpt-realtime-mini', 'gpt-realtime-mini-2025-10-06'],
    ...['gpt-4o-realtime-preview', 'gpt-4o-mini-realtime-preview'],
  ],
  completions: ['gpt-3.5-turbo-instruct', 'babbage-002', 'davinci-002'],
  video: ['sora-2', 'sora-2-pro'],
  batch: [],
};

describe('the family of a model', () => {
  const known = [...new Set([...DATED_MODELS, ...CATALOGUE.map(({ id }) => id)])];
  const isOther = (id: string) => Object.values(OTHERS).some((names) => names.includes(id));

  it.each(FAMILIES.filter((family) => family !== 'general'))('is %s for its names and no other', (family) => {
    expect(known.filter((id) => familyOf(id) === family).toSorted()).toEqual(OTHERS[family].toSorted());
  });

  it('is general for what is written and read alone', () => {
    const general = known.filter((id) => !isOther(id));
    expect(general.filter((id) => familyOf(id) !== 'general')).toEqual([]);
    expect(general.filter((id) => !/^(gpt-\d|o\d|chatgpt-4o)/.test(id))).toEqual([]);
  });

  it.each<[string, Family]>([
    ['gpt-audio', 'chat_only'],
    ['gpt-audio-1.5', 'chat_only'],
    ['gpt-4o-audio-preview-2025-06-03', 'chat_only'],
    ['gpt-4o-search-preview-2025-03-11', 'chat_only'],
    ['gpt-5-search-api', 'chat_only'],
    ['gpt-5-search-api-2025-10-14', 'chat_only'],
    ['gpt-3.5-turbo-instruct-0914', 'completions'],
    ['qwen3-72b-instruct', 'general'],
    ['meta/llama-3.1-8b-instruct', 'general'],
    ['openai/gpt-image-2', 'image'],
    ['openrouter/openai/whisper-1', 'transcription'],
    ['openai/gpt-5.5', 'general'],
    ['ft:gpt-4o-mini-2024-07-18:acme::Ab12', 'general'],
    ['gpt-4o-mini-2024-07-18-batch', 'batch'],
    ['GPT-Image 2', 'image'],
  ])('of %s is %s', (model, family) => {
    expect(familyOf(model)).toBe(family);
  });
});

describe('the requests that test a model', () => {
  it.each([
    ['gpt-audio', '/chat/completions'],
    ['gpt-5-search-api', '/chat/completions'],
    ['gpt-5.5', '/responses'],
    ['gpt-3.5-turbo-instruct-0914', '/completions'],
    ['openai/gpt-image-2', '/images/generations'],
  ])('of %s go to %s', (model, path) => {
    expect([freeProbe(model)?.path, realProbe(model)?.path]).toEqual([path, path]);
  });

  it('name what they break, and break nothing where they are real', () => {
    for (const [name] of Object.values(OTHERS)) {
      const [free, real] = [freeProbe(name ?? 'gpt-5.5'), realProbe(name ?? 'gpt-5.5')];
      expect([free?.breaks ?? 'none', real?.breaks ?? null]).toEqual([expect.any(String), null]);
    }
  });

  it('ask a model that hears and speaks for sound, which costs noticeably more', () => {
    const sound = { modalities: ['text', 'audio'] };
    expect([freeProbe('gpt-audio')?.body, realProbe('gpt-audio')?.body]).toMatchObject([sound, sound]);
    expect([realProbe('gpt-audio')?.expensive, realProbe('gpt-5-search-api')?.expensive]).toEqual([
      true,
      false,
    ]);
  });

  it.each(['o3-deep-research', 'o4-mini-deep-research-2025-06-26', 'computer-use-preview', 'gpt-realtime'])(
    'are none that %s would really answer',
    (model) => {
      expect(realProbe(model)).toBeNull();
    },
  );

  it.each([
    ['gpt-5.4', ['gpt-5.4'], 'gpt-5.5'],
    ['gpt-5.5', ['gpt-5.5', 'gpt-5.4-mini'], 'gpt-5.2'],
    ['gpt-5.5-pro', [], 'gpt-5.5'],
    ['gpt-image-1-mini', ['gpt-image-1-mini'], 'gpt-image-2'],
    ['gpt-5-search-api', [], 'gpt-audio-mini'],
    ['text-embedding-3-small', ['text-embedding-3-large'], null],
    ['omni-moderation-latest', [], null],
    ['gpt-3.5-turbo-instruct', [], null],
  ])('of %s are compared with one at the same endpoint that is not listed', (model, listed, control) => {
    expect(controlFor(model, listed, '2026-11-22')).toBe(control);
  });

  it('are compared with no model that is shut down, nor with one that is not known to exist', () => {
    const listed = CONTROL_CANDIDATES.filter((id) => id !== 'gpt-4o' && id !== 'whisper-1');
    expect(controlFor('gpt-5.9', listed, '2026-11-22')).toBe('gpt-4o');
    expect(controlFor('gpt-5.9', listed, '2027-02-01')).toBeNull();
    const known = CATALOGUE.map(({ id }) => id);
    expect(CONTROL_CANDIDATES.filter((id) => !known.includes(id))).toEqual([]);
  });
});
