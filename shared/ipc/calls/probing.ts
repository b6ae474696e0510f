/** The matrix, the history and how hard the API may be asked. */
import type { Deleted } from '../../base/deleted';
import type { Language } from '../../base/settings';
import type { CheckRecord } from '../../history/check';
import type {
  ChecksPage,
  Comparison,
  ExportFormat,
  HistoryFilter,
  RunSummary,
  TimelineView,
} from '../../history/views';
import type {
  CurrentRuns,
  MatrixChanges,
  ModelSince,
  ProbingSettings,
  RunEstimate,
  RunView,
  UsableModels,
} from '../../matrix/views';
import type { Probe } from '../../observations/observation';
import { type ById, call, type Nothing, type Saved } from './call';

/** Chosen cells of the matrix: the models of one key. */
export interface ChosenCells {
  readonly keyId: string;
  readonly models: readonly string[];
}

export type RunRequest =
  | { readonly kind: 'fill'; readonly keyIds: readonly string[] }
  | {
      readonly kind: 'confirm';
      readonly probe: 'free_probe' | 'real_probe';
      readonly cells: readonly ChosenCells[];
      /** That real requests may be sent at all. */
      readonly consent: boolean;
      /** That those for image and audio models may be sent, too. */
      readonly expensive: boolean;
    }
  /** What stopped runs of this kind left; never real requests, whose consent was for then. */
  | { readonly kind: 'rest'; readonly of: RunView['kind'] };

/** What goes into a file: every cell, these alone, or one model with every key and since when. */
export type ExportChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'cells'; readonly cells: readonly ChosenCells[] }
  | { readonly kind: 'model'; readonly model: string };

export interface SingleTest {
  readonly keyId: string;
  /** null for the key's list. */
  readonly model: string | null;
  readonly probe: Probe;
  readonly consent: boolean;
}

export interface MatrixExport {
  readonly format: ExportFormat;
  readonly language: Language;
  readonly what: ExportChoice;
}

export interface TwoRuns {
  readonly before: string;
  readonly after: string;
}

/** A page of the history: what is older than `before`, or the newest. */
export interface PageRequest {
  readonly filter: HistoryFilter;
  readonly before: number | null;
}

export const matrixCalls = {
  /** All of it, or what changed since an earlier reading. */
  read: call<
    { readonly since: { readonly session: string; readonly revision: number } | null },
    MatrixChanges
  >(),
  start: call<RunRequest, RunView>(),
  /** The runs alone, for whoever shows only how far they are. */
  runs: call<Nothing, CurrentRuns>(),
  pause: call<Nothing, null>(),
  resume: call<Nothing, null>(),
  cancel: call<Nothing, null>(),
  /** Ends every pause that a server asked for, whoever waits for it. */
  lift_pause: call<Nothing, null>(),
  dismiss_rest: call<{ readonly of: RunView['kind'] }, null>(),
  estimate: call<{ readonly cells: readonly ChosenCells[] }, RunEstimate>(),
  /** One test by itself; answers when it has ended. */
  retest: call<SingleTest, CheckRecord>(),
  /** Since when each key has or lacks this model. */
  since: call<{ readonly model: string }, readonly ModelSince[]>(),
  /** null where the key's list was never answered, or the key itself is refused by now. */
  usable: call<{ readonly keyId: string }, UsableModels | null>(),
  export: call<MatrixExport, Saved>(),
} as const;

export const historyCalls = {
  list: call<PageRequest, ChecksPage>(),
  read: call<ById, CheckRecord>(),
  timeline: call<{ readonly keyId: string; readonly model: string }, TimelineView>(),
  runs: call<Nothing, readonly RunSummary[]>(),
  compare: call<TwoRuns, Comparison>(),
  export_comparison: call<TwoRuns & { readonly format: ExportFormat }, Saved>(),
  export: call<{ readonly filter: HistoryFilter; readonly format: ExportFormat }, Saved>(),
  export_these: call<{ readonly ids: readonly string[]; readonly format: ExportFormat }, Saved>(),
  /** `kept`: how many stay because a case rests on them. */
  delete: call<{ readonly ids: readonly string[] }, { readonly kept: number }>(),
  deleted: call<Nothing, Deleted | null>(),
  undo_delete: call<Nothing, null>(),
  /** How many checks would be deleted if they were kept for so many days. */
  forgotten_by: call<Pick<ProbingSettings, 'keepDays'>, number>(),
} as const;

export const probingCalls = {
  read_settings: call<Nothing, ProbingSettings>(),
  write_settings: call<ProbingSettings, ProbingSettings>(),
} as const;
