/** The matrix, the history and how hard the API may be asked. */
import { z } from 'zod';
import { CHECK_STATES, type CheckRecord } from '../../history/check';
import {
  type ChecksPage,
  type Comparison,
  EXPORT_FORMATS,
  type RunSummary,
  type TimelineView,
} from '../../history/views';
import type { MatrixChanges, ModelSince, ProbingSettings, RunEstimate, RunView } from '../../matrix/views';
import { PROBES } from '../../observations/observation';
import { type Channels, call } from './call';
import {
  byId,
  id,
  isPlain,
  LOOKS_LIKE_SECRET,
  language,
  model,
  modelName,
  nothing,
  type Saved,
} from './fields';

/** One refusal for a whole list: a report for each of millions of wrong names would hold the main process up. */
const modelNames = z
  .array(z.string())
  .max(3_000)
  .refine((names) => names.every((name) => modelName.safeParse(name).success));

/** Chosen cells of the matrix: models by key. */
const cells = z
  .array(z.strictObject({ keyId: id, models: modelNames }))
  .max(1_000)
  // A million cells name some hundred models: each is looked at once.
  .refine((chosen) => [...new Set(chosen.flatMap(({ models }) => models))].every(isPlain), LOOKS_LIKE_SECRET);
const runKind = z.enum(['fill', 'confirm']);
const format = z.enum(EXPORT_FORMATS);
/** 0 for ever. */
const keepDays = z.int().min(0).max(3_650);
const twoRuns = z.strictObject({ before: id, after: id });
/** Of a name that is searched for. */
const part = z.string().max(200);
const historyFilter = z.strictObject({
  keyId: id.nullable(),
  model: part,
  state: z.enum(CHECK_STATES).nullable(),
  runId: id.nullable(),
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  code: part,
  project: part,
  probe: z.enum(PROBES).nullable(),
});

export const probingChannels = {
  /** All of it, or what changed since an earlier reading. */
  'matrix:read': call<MatrixChanges>()(
    z.strictObject({ since: z.strictObject({ session: id, revision: z.int().min(0) }).nullable() }),
  ),
  'matrix:start': call<RunView>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fill'), keyIds: z.array(id).max(10_000) }),
      z.strictObject({
        kind: z.literal('confirm'),
        probe: z.enum(['free_probe', 'real_probe']),
        cells,
        consent: z.boolean(),
        expensive: z.boolean(),
      }),
      /** What stopped runs of this kind left; never real requests, whose consent was for then. */
      z.strictObject({ kind: z.literal('rest'), of: runKind }),
    ]),
  ),
  /** The newest run alone, for whoever shows only how far it is. */
  'matrix:run': call<RunView | null>()(nothing),
  'matrix:pause': call<null>()(nothing),
  'matrix:resume': call<null>()(nothing),
  'matrix:cancel': call<null>()(nothing),
  /** Ends every pause that a server asked for, whoever waits for it. */
  'matrix:lift_pause': call<null>()(nothing),
  'matrix:dismiss_rest': call<null>()(z.strictObject({ of: runKind })),
  'matrix:estimate': call<RunEstimate>()(z.strictObject({ cells })),
  /** One check by itself; answers when it has ended. */
  'matrix:retest': call<CheckRecord>()(
    z.strictObject({ keyId: id, model: model.nullable(), probe: z.enum(PROBES), consent: z.boolean() }),
  ),
  /** Since when each key has or lacks this model. */
  'matrix:since': call<readonly ModelSince[]>()(z.strictObject({ model })),
  'matrix:export': call<Saved>()(
    z.strictObject({
      format,
      language,
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('all') }),
        z.strictObject({ kind: z.literal('cells'), cells }),
        /** With every key, and since when. */
        z.strictObject({ kind: z.literal('model'), model }),
      ]),
    }),
  ),

  'history:list': call<ChecksPage>()(
    /** What was recorded before the history began, or was restored into it, has places below zero. */
    z.strictObject({ filter: historyFilter, before: z.int().nullable() }),
  ),
  'history:read': call<CheckRecord>()(byId),
  'history:timeline': call<TimelineView>()(z.strictObject({ keyId: id, model })),
  'history:runs': call<readonly RunSummary[]>()(nothing),
  'history:compare': call<Comparison>()(twoRuns),
  'history:export_comparison': call<Saved>()(twoRuns.extend({ format })),
  'history:export': call<Saved>()(z.strictObject({ filter: historyFilter, format })),

  /** How many checks would be deleted if they were kept for so many days. */
  'history:forgotten_by': call<number>()(z.strictObject({ keepDays })),

  'probing:read_settings': call<ProbingSettings>()(nothing),
  'probing:write_settings': call<ProbingSettings>()(
    z.strictObject({
      overall: z.int().min(1).max(32),
      perKey: z.int().min(1).max(8),
      keepDays,
    }),
  ),
} as const satisfies Channels<'matrix' | 'history' | 'probing'>;
