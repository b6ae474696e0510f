/** The form of the recognition table: one row a wording, a code or a status. */
import type { Cause, Confidence } from './reading';

/**
 * What a row rests on. `sentence`: a whole sentence of the service. `code`: a code or type of an error object, or a text
 * that several things print. `sign`: a class name or a general phrase; `status`: the HTTP status alone.
 * A stronger row wins over a weaker one wherever both fit.
 */
export const STRENGTHS = ['status', 'sign', 'code', 'sentence'] as const;
export type RowStrength = (typeof STRENGTHS)[number];

export interface Row {
  /** Stable name; programs read it from the command line. */
  readonly id: string;
  readonly cause: Cause;
  readonly confidence: Confidence;
  readonly strength: RowStrength;
  /** The service that prints this, where it is not OpenAI. */
  readonly vendor?: string;
  /**
   * Phrases, any of which fits. Only letters and digits count. `{model}`, `{project}` and `{organization}` take that
   * fact; `…` leaves out up to 90 letters and digits.
   */
  readonly says?: readonly string[];
  /** Phrases that other services send as well, or that people say: they fit alike, and are never certain by themselves. */
  readonly alsoSays?: readonly string[];
  /** Values of the fields `code` and `type`, any of which fits. */
  readonly codes?: readonly string[];
  /** True for codes that the API uses for several causes: beside a sentence they contradict nothing. */
  readonly areShared?: true;
  /** Fits where the text names one of these HTTP statuses. */
  readonly statuses?: readonly number[];
  /** Fits only where the text shows that an AI service was called. */
  readonly needsService?: boolean;
  /** Fits only where the model named is of a known family: the words alone tell of other things too. */
  readonly needsFamily?: boolean;
  /** Texts that this row must recognize, in our words and with invented ids; they are its tests. */
  readonly samples: readonly string[];
  /** Where the wording comes from, and when it was last seen. */
  readonly source: string;
}
