/** Cases: their tests, the wizard and the watch. */
import { z } from 'zod';
import { MAX_PASTE } from '../../base/limits';
import type { CaseSummary, CaseView, RealProbeEstimate } from '../../case/views';
import { STATEMENTS } from '../../diagnosis/evidence';
import { PROBES } from '../../observations/observation';
import { BRANCHES } from '../../wizard/wizard';
import { type Channels, call } from './call';
import { byId, id, model, nothing } from './fields';

export const caseChannels = {
  'cases:open': call<CaseView>()(
    z.strictObject({
      text: z.string().max(MAX_PASTE).nullable(),
      keyId: id.nullable(),
      model: model.nullable(),
    }),
  ),
  'cases:list': call<readonly CaseSummary[]>()(nothing),
  'cases:read': call<CaseView>()(byId),
  'cases:delete': call<null>()(byId),
  'cases:choose': call<CaseView>()(z.strictObject({ id, keyId: id.nullable(), model: model.nullable() })),
  'cases:check': call<CaseView>()(
    z.strictObject({ id, probe: z.enum([...PROBES, 'all_free']), consent: z.boolean() }),
  ),
  'cases:estimate': call<RealProbeEstimate>()(byId),
  'cases:cancel': call<CaseView>()(byId),
  'cases:wizard': call<CaseView>()(
    z.strictObject({
      id,
      event: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('started') }),
        z.strictObject({ kind: z.literal('step_done') }),
        z.strictObject({ kind: z.literal('went_back') }),
        z.strictObject({ kind: z.literal('restarted') }),
        z.strictObject({ kind: z.literal('branch_chosen'), branch: z.enum(BRANCHES) }),
        z.strictObject({ kind: z.literal('address_given'), address: z.string().max(4_000) }),
      ]),
    }),
  ),
  'cases:watch': call<CaseView>()(byId),
  /** Lists the models of stored keys of other projects in the same organization. */
  'cases:compare': call<CaseView>()(byId),
  'cases:stop_watch': call<CaseView>()(byId),
  /** What the person says they did or saw, as evidence. */
  'cases:state': call<CaseView>()(z.strictObject({ id, statement: z.enum(STATEMENTS) })),
} as const satisfies Channels<'cases'>;
