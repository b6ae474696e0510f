/** A case as the window shows it: one question, all that is known about it, and the verdict. */
import type { Evidence } from '../diagnosis/evidence';
import type { Verdict } from '../diagnosis/verdict';
import type { Cause, Reading } from '../errors/reading';
import type { Probe } from '../observations/observation';
import type { WizardState } from '../wizard/wizard';

export interface RunningCheck {
  readonly probe: Probe | 'all_free';
  readonly startedAt: string;
}

export interface WatchAttempt {
  readonly at: string;
  readonly outcome: 'success' | 'refused' | 'undecided';
}

/**
 * Repeated tests after an edit, over with `needed` successes in a row, because a change flickers while it spreads.
 * `proven`: free tests got past every check of access. `listed`: the model, which has no free test, can be looked up, which
 * is less. `proves_nothing`: free tests get through for a model that the key lacks. `unproven`: they got through, and whether
 * that means anything, or whether something that they cannot see still refuses, is not known. Which of these it is, the
 * verdict says.
 */
export interface WatchView {
  readonly state: 'running' | 'proven' | 'unproven' | 'listed' | 'proves_nothing' | 'gave_up' | 'stopped';
  readonly startedAt: string;
  readonly endsAt: string;
  readonly nextAt: string | null;
  readonly consecutive: number;
  readonly needed: number;
  /** Milliseconds that the successes span so far, and have to; left out by earlier versions. */
  readonly spanMs?: number;
  readonly neededMs?: number;
  readonly attempts: readonly WatchAttempt[];
}

/** By which a person tells cases apart. */
export interface CaseTag {
  /** At most `MAX_CASE_NAME` characters; null for a case that is called by its model. */
  readonly name: string | null;
  /** Pinned cases are listed first and are never removed for their age. */
  readonly isPinned: boolean;
}

/** One question "can this key use this model?" with all that is known about it. */
export interface CaseView extends CaseTag {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The pasted text with secrets removed; null where the question was asked without one. */
  readonly text: string | null;
  readonly reading: Reading | null;
  readonly keyId: string | null;
  readonly model: string | null;
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict;
  readonly wizard: WizardState;
  readonly running: RunningCheck | null;
  readonly watch: WatchView | null;
}

export interface CaseSummary extends CaseTag {
  readonly id: string;
  readonly updatedAt: string;
  readonly outcome: Verdict['outcome'];
  readonly cause: Cause | null;
  readonly host: Verdict['host'];
  readonly model: string | null;
  readonly project: string | null;
  readonly wizard: WizardState['kind'];
  /** The watch under way; null for none, and for one that is over. */
  readonly watching: { readonly consecutive: number; readonly needed: number } | null;
}

/** Every case, or the newest of very many. */
export interface CaseList {
  readonly cases: readonly CaseSummary[];
  readonly isWhole: boolean;
}

/** What a real probe would cost, said before it is sent. */
export interface RealProbeEstimate {
  readonly model: string;
  readonly endpoint: string;
  /** Upper bound of generated tokens; null where the model is not billed by token. */
  readonly outputTokens: number | null;
  /** True for image, audio and video models, which cost noticeably more. */
  readonly expensive: boolean;
}
