/** The matrix, the history and how hard the API may be asked. */

import { z } from 'zod';
import { MAX_SEARCH } from '../../shared/base/limits';
import { CHECK_STATES } from '../../shared/history/check';
import { EXPORT_FORMATS } from '../../shared/history/views';
import { MAX_PROBING } from '../../shared/matrix/views';
import { PROBES } from '../../shared/observations/observation';
import {
  byId,
  id,
  isPlain,
  LOOKS_LIKE_SECRET,
  language,
  model,
  modelName,
  nothing,
  type SchemasOf,
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
const keepDays = z.int().min(0).max(MAX_PROBING.keepDays);
const checkIds = z.array(id).min(1).max(10_000);
const twoRuns = z.strictObject({ before: id, after: id });
const part = z.string().max(MAX_SEARCH);
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

export const probingSchemas = {
  'matrix:read': z.strictObject({
    since: z.strictObject({ session: id, revision: z.int().min(0) }).nullable(),
  }),
  'matrix:start': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fill'), keyIds: z.array(id).max(10_000) }),
    z.strictObject({
      kind: z.literal('confirm'),
      probe: z.enum(['free_probe', 'real_probe']),
      cells,
      consent: z.boolean(),
      expensive: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('rest'), of: runKind }),
  ]),
  'matrix:runs': nothing,
  'matrix:pause': nothing,
  'matrix:resume': nothing,
  'matrix:cancel': nothing,
  'matrix:lift_pause': nothing,
  'matrix:dismiss_rest': z.strictObject({ of: runKind }),
  'matrix:estimate': z.strictObject({ cells }),
  'matrix:retest': z.strictObject({
    keyId: id,
    model: model.nullable(),
    probe: z.enum(PROBES),
    consent: z.boolean(),
  }),
  'matrix:since': z.strictObject({ model }),
  'matrix:usable': z.strictObject({ keyId: id }),
  'matrix:export': z.strictObject({
    format,
    language,
    what: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('cells'), cells }),
      z.strictObject({ kind: z.literal('model'), model }),
    ]),
  }),

  /** What was recorded before the history began, or was restored into it, has places below zero. */
  'history:list': z.strictObject({ filter: historyFilter, before: z.int().nullable() }),
  'history:read': byId,
  'history:timeline': z.strictObject({ keyId: id, model }),
  'history:runs': nothing,
  'history:compare': twoRuns,
  'history:export_comparison': twoRuns.extend({ format }),
  'history:export': z.strictObject({ filter: historyFilter, format }),
  'history:export_these': z.strictObject({ ids: checkIds, format }),
  'history:delete': z.strictObject({ ids: checkIds }),
  'history:deleted': nothing,
  'history:undo_delete': nothing,
  'history:forgotten_by': z.strictObject({ keepDays }),
  'probing:read_settings': nothing,
  'probing:write_settings': z.strictObject({
    overall: z.int().min(1).max(MAX_PROBING.overall),
    perKey: z.int().min(1).max(MAX_PROBING.perKey),
    keepDays,
  }),
} as const satisfies SchemasOf<'matrix' | 'history' | 'probing'>;
