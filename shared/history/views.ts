/** What the window is told of the history. */
import type { Probe } from '../observations/observation';
import type { Known } from '../observations/standing';
import type { CheckRecord, CheckResult, CheckState } from './check';
import type { Since, TimelinePoint } from './timeline';

export interface HistoryFilter {
  readonly keyId: string | null;
  /** Part of a model's name. */
  readonly model: string;
  readonly state: CheckState | null;
  readonly runId: string | null;
  /** ISO moments: at or after the one, before the other. */
  readonly from: string | null;
  readonly until: string | null;
  /** Part of a code, or a whole status such as `429`. */
  readonly code: string;
  /** Part of a project's id. */
  readonly project: string;
  readonly probe: Probe | null;
}

export const EVERY_CHECK: HistoryFilter = {
  keyId: null,
  model: '',
  state: null,
  runId: null,
  from: null,
  until: null,
  code: '',
  project: '',
  probe: null,
};

export interface ChecksPage {
  readonly checks: readonly CheckRecord[];
  /** Pass this to read what is older; null at the end. */
  readonly older: number | null;
  readonly total: number;
}

export interface TimelineView {
  readonly points: readonly TimelinePoint[];
  readonly since: Since;
}

/** What a run is about, by which it is told from others. */
export interface RunScope {
  readonly keys: number;
  /** Models asked about; 0 for a run of lists. */
  readonly models: number;
  /** One of those models; null where there is none. */
  readonly example: string | null;
}

export interface RunSummary extends RunScope {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly probe: CheckRecord['probe'];
  readonly startedAt: string;
  /** null while under way, and for a run that the app's end cut short. */
  readonly endedAt: string | null;
  readonly total: number;
  readonly done: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'interrupted';
}

export type ComparedSide = Pick<CheckResult, 'strength' | 'layer' | 'cause'> & { readonly outcome: Known };

/** One cell that two runs answered differently. */
export interface RunDifference {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly keyLastFour: string;
  readonly model: string;
  /** The later run's test of it, or its list. */
  readonly checkId: string;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
}

export interface Comparison {
  readonly same: number;
  readonly onlyOne: number;
  readonly differences: readonly RunDifference[];
  /** Those that the one run only found listed, and the other refused as no list shows it: nothing need have changed. */
  readonly otherwiseTested: readonly RunDifference[];
}

export const EXPORT_FORMATS = ['csv', 'json', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
