/** What was deleted a moment ago and can be brought back until this ISO moment. */
export interface Deleted {
  readonly count: number;
  readonly until: string;
}
