/** One model of a key's own list. */
export interface ListedModel {
  readonly id: string;
  /** ISO date of the announced shutdown, where the API gives one. */
  readonly shutdownDate: string | null;
}
