/** What the window is told of the matrix: the whole once, then only what changed. */

import type { VaultWideCode } from '../base/error-codes';
import type { Cause } from '../errors/reading';
import type { Since } from '../history/timeline';
import type { Layer } from '../observations/layers';
import type { Probe } from '../observations/observation';
import type { CheckOutcome, Strength } from '../observations/showing';

/** A column. Its place among the columns never changes while the app runs, so that others can refer to it by number. */
export interface MatrixModel {
  readonly id: string;
  /** ISO date of the announced shutdown, as the API gave it. */
  readonly shutdownDate: string | null;
}

/**
 * Place in the order in which answers were recorded, within one session. What is newer is told by it, never by the
 * moments: a clock that ran ahead for a while would make what it stamped the newest for as long.
 */
export type Order = number;

/** What the last answer to "which models are there?" said for a key. */
export interface ListState {
  readonly checkId: string;
  readonly at: string;
  readonly order: Order;
  readonly outcome: CheckOutcome;
  readonly layer: Layer | null;
  readonly cause: Cause | null;
  readonly code: string | null;
  readonly durationMs: number;
}

/** A refusal of the whole key that no later answer has superseded, whichever test met it. */
export interface KeyRefusal {
  readonly at: string;
  readonly order: Order;
  readonly layer: Layer | null;
  readonly cause: Cause | null;
}

export interface MatrixRow {
  readonly keyId: string;
  readonly refusal: KeyRefusal | null;
  /** null where this key's list was never asked for. */
  readonly list: ListState | null;
  /** Columns on the newest list that was answered, by number, ascending; kept when a later attempt fails. */
  readonly listed: readonly number[] | null;
  readonly listedAt: string | null;
  readonly listedOrder: Order | null;
}

/** The check of one model with one key that stands (see `resolve`), and whether a newer one told nothing more. */
export interface CellCheck {
  readonly keyId: string;
  /** Number of the column. */
  readonly column: number;
  readonly checkId: string;
  readonly at: string;
  readonly order: Order;
  readonly probe: Probe;
  readonly outcome: CheckOutcome;
  readonly strength: Strength | null;
  /** True for a free test that got through where such tests are shown to prove nothing. */
  readonly unproven: boolean;
  /** True where the model was dropped from the key's list since, which then stands instead. */
  readonly outweighed: boolean;
  readonly layer: Layer | null;
  readonly cause: Cause | null;
  readonly status: number | null;
  readonly code: string | null;
  readonly durationMs: number;
  /** A newer check that told nothing more, such as one that nobody answered. */
  readonly newerAttempt: { readonly at: string; readonly code: string | null } | null;
}

/** What a key lists and was not refused since, from the newest list that was answered. */
export interface UsableModels {
  readonly models: readonly MatrixModel[];
  /** Of the list. */
  readonly at: string;
}

export interface InFlight {
  readonly keyId: string;
  /** null for the key's list. */
  readonly model: string | null;
}

/**
 * Why a run was cancelled without anybody asking for it: a host that wants a long pause, a computer that is offline, a keychain
 * that gives no secret at all, answers that could not be kept, or a bug.
 */
export type RunFailure = 'host_paused' | 'offline' | 'store_failed' | 'internal' | VaultWideCode;

export interface RunView {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly probe: Probe;
  readonly state: 'running' | 'paused' | 'done' | 'cancelled';
  readonly failure: RunFailure | null;
  readonly startedAt: string;
  readonly total: number;
  readonly done: number;
  /** Left out because their key was refused as such or deleted, or its secret was not in the keychain. */
  readonly dropped: number;
  /** Cells whose answer is still owed; a run that was stopped can be gone on with while there are any. */
  readonly left: number;
  readonly counts: Readonly<Record<CheckOutcome, number>>;
  /** Checks a second, over the time that was not spent paused; null before the first one ended. */
  readonly ratePerSecond: number | null;
  readonly secondsLeft: number | null;
  /** A server asked for a pause; ISO moment of its end. */
  readonly waitingUntil: string | null;
  readonly inFlight: readonly InFlight[];
}

/** What stopped runs of one kind left to ask, kept until it is gone on with or dismissed. */
export interface UnfinishedRun {
  /** The newest of those runs. */
  readonly runId: string;
  readonly kind: RunView['kind'];
  readonly count: number;
}

/** The newest run, null where there was none, and what stopped ones left. */
export interface CurrentRuns {
  readonly run: RunView | null;
  readonly rests: readonly UnfinishedRun[];
}

/** `since` null, or of another session, gives everything; else only what changed after it. */
export interface MatrixChanges extends CurrentRuns {
  /** Changes where the app was started anew or practice was entered or left: what was read before is then void. */
  readonly session: string;
  readonly revision: number;
  readonly complete: boolean;
  /** Columns from number `firstNewModel` on. */
  readonly firstNewModel: number;
  readonly newModels: readonly MatrixModel[];
  /** True where a list held more models than can be shown. */
  readonly truncated: boolean;
  /** Keys whose row and checks are all here, because the reader may have none of them, or void ones. */
  readonly anew: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly checks: readonly CellCheck[];
}

/** Since when each key has or lacks one model. */
export interface ModelSince {
  readonly keyId: string;
  readonly since: Since;
}

/** What a run of real requests would cost, said before anything is sent. */
export interface RunEstimate {
  readonly requests: number;
  /** Upper bound of generated tokens. */
  readonly outputTokens: number;
  /** Image, audio and video models among them: they cost noticeably more and need a consent of their own. */
  readonly expensive: number;
  /** Cells for which there is no such request. */
  readonly impossible: number;
}

/** Requests at once. */
export interface ProbingSettings {
  /** Over the whole app, at least 1. */
  readonly overall: number;
  /** With one key, at least 1. */
  readonly perKey: number;
  /** Days that checks are kept; 0 keeps them for ever. */
  readonly keepDays: number;
}

/** The most that can be chosen. */
export const MAX_PROBING: ProbingSettings = { overall: 32, perKey: 8, keepDays: 3_650 };

export const DEFAULT_PROBING: ProbingSettings = { overall: 8, perKey: 2, keepDays: 365 };
