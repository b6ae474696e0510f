import { CALLS } from '../../shared/ipc/contract';

/** The names of the verbs by area, as `window.doctor` has them. */
export const VERBS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CALLS).map(([area, verbs]) => [area, Object.keys(verbs)]),
);
