/** Cases: their tests, the wizard and the watch. */
import { z } from 'zod';
import { MAX_CASE_NAME, MAX_CONSOLE_ADDRESS, MAX_DELETED_CASES, MAX_PASTE } from '../../shared/base/limits';
import { STATEMENTS } from '../../shared/diagnosis/evidence';
import { PROBES } from '../../shared/observations/observation';
import { BRANCHES, STEPS } from '../../shared/wizard/wizard';
import { byId, id, model, nothing, plain, type SchemasOf } from './fields';

export const caseSchemas = {
  'cases:open': z.strictObject({
    text: z.string().max(MAX_PASTE).nullable(),
    keyId: id.nullable(),
    model: model.nullable(),
  }),
  'cases:list': nothing,
  'cases:read': byId,
  'cases:all': nothing,
  'cases:tag': z.strictObject({ id, name: plain(MAX_CASE_NAME).nullable(), isPinned: z.boolean() }),
  'cases:delete': z.strictObject({ ids: z.array(id).min(1).max(MAX_DELETED_CASES) }),
  'cases:deleted': nothing,
  'cases:undo_delete': nothing,
  'cases:choose': z.strictObject({ id, keyId: id.nullable(), model: model.nullable() }),
  'cases:check': z.strictObject({ id, probe: z.enum([...PROBES, 'all_free']), consent: z.boolean() }),
  'cases:estimate': byId,
  'cases:cancel': byId,
  'cases:wizard': z.strictObject({
    id,
    event: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('started') }),
      z.strictObject({ kind: z.literal('step_done') }),
      z.strictObject({ kind: z.literal('step_skipped') }),
      z.strictObject({ kind: z.literal('list_reached') }),
      z.strictObject({ kind: z.literal('went_back') }),
      z.strictObject({ kind: z.literal('returned'), step: z.enum(STEPS) }),
      z.strictObject({ kind: z.literal('restarted') }),
      z.strictObject({ kind: z.literal('branch_chosen'), branch: z.enum(BRANCHES) }),
      z.strictObject({ kind: z.literal('address_given'), address: z.string().max(MAX_CONSOLE_ADDRESS) }),
    ]),
  }),
  'cases:watch': byId,
  'cases:compare': byId,
  'cases:stop_watch': byId,
  'cases:state': z.strictObject({ id, statement: z.enum(STATEMENTS) }),
} as const satisfies SchemasOf<'cases'>;
