import type { Signals } from './signals';
import type { LayerState, ReasonCode } from './verdict';

/** What a rule makes of a layer, and the evidence (indexes into the case's evidence) that it rests on. */
export interface Settled {
  readonly state: LayerState;
  readonly reason: ReasonCode;
  readonly evidence: readonly number[];
  readonly values?: Readonly<Record<string, string>>;
}
/** null where the rule does not fit. */
export type Rule = (signals: Signals) => Settled | null;
