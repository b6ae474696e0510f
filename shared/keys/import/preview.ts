/** What the window sees of an import: never a secret, and of the text itself only names and comments near a key. */
import type { ErrorCode } from '../../base/error-codes';
import type { KeyKind } from '../key';
import type { Repair } from '../key-text';
import type { ImportFormat, LeftOut } from './import-text';

export type ImportSource =
  | { readonly kind: 'text' }
  | { readonly kind: 'file'; readonly name: string }
  /** Variables of the environment that the app was started in. */
  | { readonly kind: 'environment' };

export type ImportRowState =
  | { readonly kind: 'new'; readonly keyKind: KeyKind }
  | { readonly kind: 'known'; readonly label: string }
  | { readonly kind: 'left_out'; readonly why: LeftOut };

export interface ImportRow {
  /** Names the row in `commit`; from 0. */
  readonly row: number;
  readonly line: number;
  /** Differs from every other label, stored or proposed. */
  readonly label: string;
  readonly lastFour: string;
  readonly repairs: readonly Repair[];
  readonly state: ImportRowState;
}

export interface ImportPreview {
  readonly id: string;
  readonly source: ImportSource;
  readonly format: ImportFormat;
  readonly rows: readonly ImportRow[];
  readonly truncated: boolean;
  /** The address that the text names for its keys, checked; null where it names none that may be used. */
  readonly baseUrl: string | null;
  /** Why it could not be told which keys are stored already; null where it could. */
  readonly vaultProblem: ErrorCode | null;
}

export type ImportOutcome =
  | { readonly kind: 'stored' }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode;
      readonly values: Readonly<Record<string, string>>;
    }
  /** After a trouble of the keychain as a whole, or after the person stopped. */
  | { readonly kind: 'not_tried' };

export interface ImportResult {
  readonly row: number;
  readonly label: string;
  readonly lastFour: string;
  readonly outcome: ImportOutcome;
}

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'running'; readonly total: number; readonly done: number; readonly stopping: boolean }
  | {
      readonly kind: 'finished';
      readonly source: ImportSource;
      readonly results: readonly ImportResult[];
    };
