import type { WatchAttempt } from '../../../shared/case/views';

/** True once a success was followed by a refusal: the sign of a change that is still spreading. */
export function alternates(attempts: readonly WatchAttempt[]): boolean {
  const first = attempts.findIndex((attempt) => attempt.outcome === 'success');
  return first >= 0 && attempts.slice(first).some((attempt) => attempt.outcome === 'refused');
}
