/** What the main process tells the window: plain data, no secrets, every text already redacted. */

import type { AdminKeySummary } from '../admin/change';
import type { Evidence } from '../diagnosis/evidence';
import type { Verdict } from '../diagnosis/verdict';
import type { Cause, Reading } from '../errors/reading';
import type { Desktop } from '../keys/desktop';
import type { Probe } from '../observations/observation';
import type { WizardState } from '../wizard/wizard';

export type Language = 'en' | 'ja';
export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** null: follow the system. */
  readonly language: Language | null;
  readonly theme: Theme;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  /** Which desktop it is on Linux, where that is known and matters to the keyring. */
  readonly desktop?: Desktop;
  /** `stand_in`: a rebuilt Electron used only for development, tests and practice. */
  readonly runtime: 'official' | 'stand_in';
  readonly electronVersion: string;
  readonly mode: 'real' | 'practice';
  /** True where the runtime may not hold real keys, so that practice cannot be left. */
  readonly practiceOnly: boolean;
  /** Names of OPENAI_* variables present on this machine; values are never read into the window. */
  readonly environmentVariables: readonly string[];
  readonly systemLanguage: Language;
  readonly consoleOrigins: readonly string[];
  /** Path of the damaged database that was set aside, until the person has dismissed the notice of it. */
  readonly storeSetAside: string | null;
  /** True where the database could not be opened at all, so that nothing will be kept after quitting. */
  readonly storeUnavailable: boolean;
  /** Why nothing could be written to the database when the app started; null where it could. */
  readonly storeTrouble: 'full' | 'read_only' | null;
}

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

/** One question "can this key use this model?" with all that is known about it. */
export interface CaseView {
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

export interface CaseSummary {
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

/** Whether an admin key can settle and fix a case. */
export interface AdminOffer {
  readonly project: string | null;
  /** The key whose organization has the project, as of its last reading. */
  readonly key: AdminKeySummary | null;
  readonly keysStored: number;
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

export interface PracticeScenario {
  readonly id: string;
  /** The error as the invented application printed it. */
  readonly text: string;
  readonly keyId: string;
  readonly model: string;
}

/** The ids that practice knows: an error that names another one is of a real organization. */
export interface PracticeInventory {
  readonly organizations: readonly string[];
  readonly projects: readonly string[];
}

/**
 * How the practice's API answers. `storm`: most requests are told to wait. `unsteady`: some fail. `broken`: none is
 * answered as it should be. `silent`: none is answered at all.
 */
export const PRACTICE_CONDITIONS = ['normal', 'slow', 'storm', 'unsteady', 'broken', 'silent'] as const;
export type PracticeCondition = (typeof PRACTICE_CONDITIONS)[number];

export interface PracticeState {
  readonly condition: PracticeCondition;
  /** True once the large organization was added. */
  readonly large: boolean;
}

/** What is under way in practice, and would be lost with it. */
export type PracticeWork = 'fix' | 'watch' | 'run';

/** Everything that can go wrong in a call, as a code; the sentences are in `messages/*\/errors`. */
export const ERROR_CODES = [
  'bad_request',
  'not_found',
  'busy',
  'too_large',
  'cancelled',
  'consent_missing',
  'no_key_chosen',
  'no_model_chosen',
  'no_other_project_key',
  'free_tests_prove_nothing',
  'key_empty',
  'key_redacted',
  'key_control_characters',
  'key_not_ascii',
  'key_is_a_name',
  'key_other_vendor',
  'key_too_short',
  'key_too_long',
  'key_duplicate',
  'key_admin',
  'label_taken',
  'looks_like_secret',
  'base_url_invalid',
  'base_url_insecure',
  'base_url_credentials',
  'bad_organization_id',
  'bad_project_id',
  'host_paused',
  'offline',
  'vault_locked',
  'vault_absent',
  'vault_denied',
  'vault_timeout',
  'vault_too_large',
  'vault_failed',
  'vault_missing',
  'vault_changed',
  'admin_key_changed',
  'file_unreadable',
  'file_too_large',
  'file_not_text',
  'import_gone',
  'file_not_written',
  'link_needs_project',
  'practice_only',
  'practice_not_running',
  'set_aside_unreadable',
  'store_failed',
  'store_full',
  'store_read_only',
  'key_not_admin',
  'admin_no_key',
  'admin_key_refused',
  'admin_wrong_scope',
  'admin_project_missing',
  'admin_project_archived',
  'admin_changed_meanwhile',
  'admin_no_restriction',
  'admin_already_so',
  'admin_no_models',
  'admin_too_many_models',
  'admin_model_refused',
  'admin_preview_gone',
  'admin_not_undoable',
  'admin_too_fast',
  'admin_unreachable',
  'admin_refused',
  'mail_failed',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Troubles of the whole keychain rather than of one secret in it. */
export const VAULT_WIDE_CODES = [
  'vault_locked',
  'vault_absent',
  'vault_denied',
  'vault_timeout',
] as const satisfies readonly ErrorCode[];
export type VaultWideCode = (typeof VAULT_WIDE_CODES)[number];

export interface IpcError {
  readonly code: ErrorCode;
  /** Values for the sentence's placeholders; never a secret. */
  readonly values: Readonly<Record<string, string>>;
}

/** A page of the window. */
export type Page =
  | { readonly kind: 'diagnose' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'history' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'case'; readonly id: string; readonly part: 'verdict' | 'wizard' };

/** What is being typed on the first screen. */
export interface Draft {
  readonly text: string;
  /** A large text is read while it is being written only if it came in one piece. */
  readonly pasted: boolean;
  readonly keyId: string | null;
  readonly model: string;
}

/** What a window goes on with after its page, or the whole app, came to an end. */
export interface Kept {
  readonly draft: Draft;
  /** Where the person was. */
  readonly page: Page;
}

export interface KeptBefore extends Kept {
  /** The text is the one of an earlier start of the app; the person is told so. */
  readonly fromLastStart: boolean;
}
