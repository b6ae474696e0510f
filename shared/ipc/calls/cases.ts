/** Cases: their tests, the wizard and the watch. */
import type { Deleted } from '../../base/deleted';
import type { CaseList, CaseSummary, CaseTag, CaseView, RealProbeEstimate } from '../../case/views';
import type { Statement } from '../../diagnosis/evidence';
import type { Probe } from '../../observations/observation';
import type { WizardEvent } from '../../wizard/wizard';
import { type ById, call, type Nothing } from './call';

/** What a case is to be about, as far as the person said. */
export interface NewCase {
  readonly text: string | null;
  readonly keyId: string | null;
  readonly model: string | null;
}

/** What a person can do in the wizard; all other events of it come from answers. */
export type WizardStep =
  | Exclude<WizardEvent, { kind: 'address_checked' | 'proved' | 'refused_again' }>
  | { readonly kind: 'address_given'; readonly address: string };

export interface CaseTest extends ById {
  readonly probe: Probe | 'all_free';
  readonly consent: boolean;
}

export const casesCalls = {
  open: call<NewCase, CaseView>(),
  /** The newest and the pinned ones, for every page. */
  list: call<Nothing, readonly CaseSummary[]>(),
  all: call<Nothing, CaseList>(),
  read: call<ById, CaseView>(),
  tag: call<ById & CaseTag, CaseView>(),
  /** They can be brought back for ten seconds. */
  delete: call<{ readonly ids: readonly string[] }, null>(),
  deleted: call<Nothing, Deleted | null>(),
  undo_delete: call<Nothing, null>(),
  choose: call<ById & Pick<NewCase, 'keyId' | 'model'>, CaseView>(),
  check: call<CaseTest, CaseView>(),
  estimate: call<ById, RealProbeEstimate>(),
  cancel: call<ById, CaseView>(),
  wizard: call<{ readonly id: string; readonly event: WizardStep }, CaseView>(),
  watch: call<ById, CaseView>(),
  /** Lists the models of stored keys of other projects in the same organization. */
  compare: call<ById, CaseView>(),
  stop_watch: call<ById, CaseView>(),
  /** What the person says they did or saw, as evidence. */
  state: call<{ readonly id: string; readonly statement: Statement }, CaseView>(),
} as const;
