/**
 * The models that the simulated API knows. Names and snapshots are those of openai@7.57.0; shutdown dates come
 * from `shared/models/retirements`. Tiers and gates are invented: they only have to tell the cases apart.
 */
import { type Family, familyOf } from '../../shared/models/families';
import { isRetired, retirementOf } from '../../shared/models/retirements';

/** What an organization needs, besides its tier, before a model answers. */
type ModelGate = 'open' | 'verified' | 'trusted';

export interface PracticeModel {
  readonly id: string;
  /** Unix time in seconds. */
  readonly created: number;
  /** ISO date of the announced shutdown. */
  readonly shutdownDate: string | null;
  /** The lowest usage tier that has the model; 0 is an organization that never paid. */
  readonly tier: number;
  readonly gate: ModelGate;
  /** The snapshot that answers under this name. */
  readonly serves: string;
  /** Spends its output budget on reasoning first, so that a tiny budget ends as `incomplete`. */
  readonly reasoning: boolean;
}

interface Row {
  readonly id: string;
  readonly since: string;
  readonly tier?: number;
  readonly gate?: ModelGate;
  readonly serves?: string;
}

const ROWS: readonly Row[] = [
  { id: 'gpt-6-astra', since: '2026-10-14', tier: 1, gate: 'verified' },
  { id: 'gpt-6.1-sol', since: '2026-11-05', tier: 1 },
  { id: 'gpt-6.1-terra', since: '2026-11-05', tier: 1 },
  { id: 'gpt-6-sol', since: '2026-09-02', tier: 1 },
  { id: 'gpt-6-luna', since: '2026-09-02', tier: 1 },
  { id: 'gpt-6-cyber', since: '2026-10-20', tier: 1, gate: 'trusted' },
  { id: 'gpt-5.6-sol', since: '2026-06-18', tier: 1 },
  { id: 'gpt-5.6-terra', since: '2026-06-18', tier: 1 },
  { id: 'gpt-5.6-luna', since: '2026-06-18', tier: 1 },
  { id: 'gpt-5.5', since: '2026-04-23', tier: 1, serves: 'gpt-5.5-2026-04-23' },
  { id: 'gpt-5.5-2026-04-23', since: '2026-04-23', tier: 1 },
  { id: 'gpt-5.5-pro', since: '2026-04-23', tier: 1, gate: 'verified', serves: 'gpt-5.5-pro-2026-04-23' },
  { id: 'gpt-5.5-pro-2026-04-23', since: '2026-04-23', tier: 1, gate: 'verified' },
  { id: 'gpt-5.4', since: '2026-03-05', tier: 1 },
  { id: 'gpt-5.4-mini', since: '2026-03-17', serves: 'gpt-5.4-mini-2026-03-17' },
  { id: 'gpt-5.4-mini-2026-03-17', since: '2026-03-17' },
  { id: 'gpt-5.4-nano', since: '2026-03-17', serves: 'gpt-5.4-nano-2026-03-17' },
  { id: 'gpt-5.4-nano-2026-03-17', since: '2026-03-17' },
  { id: 'gpt-5.2', since: '2025-12-11', tier: 1, serves: 'gpt-5.2-2025-12-11' },
  { id: 'gpt-5.2-2025-12-11', since: '2025-12-11', tier: 1 },
  { id: 'gpt-5.2-pro', since: '2025-12-11', tier: 1, serves: 'gpt-5.2-pro-2025-12-11' },
  { id: 'gpt-5.2-pro-2025-12-11', since: '2025-12-11', tier: 1 },
  { id: 'gpt-5.1', since: '2025-11-13', tier: 1, serves: 'gpt-5.1-2025-11-13' },
  { id: 'gpt-5.1-2025-11-13', since: '2025-11-13', tier: 1 },
  { id: 'gpt-5', since: '2025-08-07', tier: 1, serves: 'gpt-5-2025-08-07' },
  { id: 'gpt-5-2025-08-07', since: '2025-08-07', tier: 1 },
  { id: 'gpt-5-mini', since: '2025-08-07', serves: 'gpt-5-mini-2025-08-07' },
  { id: 'gpt-5-mini-2025-08-07', since: '2025-08-07' },
  { id: 'gpt-5-nano', since: '2025-08-07', serves: 'gpt-5-nano-2025-08-07' },
  { id: 'gpt-5-nano-2025-08-07', since: '2025-08-07' },
  { id: 'gpt-4.1', since: '2025-04-14', tier: 1, serves: 'gpt-4.1-2025-04-14' },
  { id: 'gpt-4.1-2025-04-14', since: '2025-04-14', tier: 1 },
  { id: 'gpt-4.1-mini', since: '2025-04-14', serves: 'gpt-4.1-mini-2025-04-14' },
  { id: 'gpt-4.1-mini-2025-04-14', since: '2025-04-14' },
  { id: 'gpt-4o', since: '2024-05-10', tier: 1, serves: 'gpt-4o-2024-08-06' },
  { id: 'gpt-4o-2024-08-06', since: '2024-08-04', tier: 1 },
  { id: 'gpt-4o-2024-11-20', since: '2024-11-20', tier: 1 },
  { id: 'gpt-4o-mini', since: '2024-07-16', serves: 'gpt-4o-mini-2024-07-18' },
  { id: 'gpt-4o-mini-2024-07-18', since: '2024-07-16' },
  { id: 'o3', since: '2025-04-16', tier: 1 },
  { id: 'gpt-audio-mini', since: '2025-10-06', tier: 1, serves: 'gpt-audio-mini-2025-12-15' },
  { id: 'gpt-audio-mini-2025-12-15', since: '2025-12-15', tier: 1 },
  { id: 'gpt-image-2', since: '2026-04-21', tier: 1, gate: 'verified', serves: 'gpt-image-2-2026-04-21' },
  { id: 'gpt-image-2-2026-04-21', since: '2026-04-21', tier: 1, gate: 'verified' },
  { id: 'gpt-image-1-mini', since: '2025-10-06', tier: 1 },
  { id: 'gpt-4o-mini-tts', since: '2025-03-20', tier: 1 },
  { id: 'tts-1', since: '2023-11-06', tier: 1 },
  { id: 'gpt-4o-transcribe', since: '2025-03-20', tier: 1 },
  { id: 'whisper-1', since: '2023-03-01', tier: 1 },
  { id: 'text-embedding-3-small', since: '2024-01-22' },
  { id: 'text-embedding-3-large', since: '2024-01-22' },
  { id: 'omni-moderation-latest', since: '2024-11-15' },
];

export const CATALOGUE: readonly PracticeModel[] = ROWS.map((row) => ({
  id: row.id,
  created: Date.parse(`${row.since}T00:00:00Z`) / 1_000,
  shutdownDate: retirementOf(row.id)?.date ?? null,
  tier: row.tier ?? 0,
  gate: row.gate ?? 'open',
  serves: row.serves ?? row.id,
  reasoning: /^(gpt-[56]|o\d)/.test(row.id),
}));

const BY_ID = new Map(CATALOGUE.map((model) => [model.id, model]));

/** What a name means to the API on a given day (ISO date). */
type NameLookup =
  | { readonly kind: 'alive'; readonly model: PracticeModel }
  | { readonly kind: 'retired' }
  | { readonly kind: 'unknown' };

export function lookUp(name: string, today: string): NameLookup {
  if (isRetired(name, today)) return { kind: 'retired' };
  const model = BY_ID.get(name) ?? batchSibling(name, today);
  return model === undefined ? { kind: 'unknown' } : { kind: 'alive', model };
}

const BATCH = '-batch';
const BATCHED: readonly Family[] = ['general', 'responses_only', 'embeddings'];

/** The name under which a batch asks for a model (seen 2026). No list shows it, and a project's list has to allow it by itself. */
export function batchNameOf({ id }: PracticeModel): string | null {
  return BATCHED.includes(familyOf(id)) ? id + BATCH : null;
}

function batchSibling(name: string, today: string): PracticeModel | undefined {
  const model = name.endsWith(BATCH) ? BY_ID.get(name.slice(0, -BATCH.length)) : undefined;
  if (model === undefined || isRetired(model.id, today) || batchNameOf(model) === null) return undefined;
  return { ...model, id: name };
}

export function aliveModels(today: string): readonly PracticeModel[] {
  return CATALOGUE.filter((model) => !isRetired(model.id, today));
}
