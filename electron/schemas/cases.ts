/** Cases: their tests, the wizard and the watch. */
import { z } from 'zod';
import { MAX_CONSOLE_ADDRESS, MAX_PASTE } from '../../shared/base/limits';
import { STATEMENTS } from '../../shared/diagnosis/evidence';
import { PROBES } from '../../shared/observations/observation';
import { BRANCHES, STEPS } from '../../shared/wizard/wizard';
import { byId, id, model, nothing, type SchemasOf } from './fields';

export const caseSchemas = {
  'cases:open': z.strictObject({
    text: z.string().max(MAX_PASTE).nullable(),
    keyId: id.nullable(),
    model: model.nullable(),
  }),
  'cases:list': nothing,
  'cases:read': byId,
  'cases:delete': byId,
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
