import type { RunView } from '../../shared/matrix/views';

/** A run that has just begun to ask six keys for their lists. */
export function runView(part: Partial<RunView> = {}): RunView {
  return {
    id: 'run-1',
    kind: 'fill',
    probe: 'list',
    state: 'running',
    failure: null,
    startedAt: '2026-11-22T10:00:00.000Z',
    total: 6,
    done: 0,
    dropped: 0,
    left: 6,
    counts: { confirmed: 0, listed: 0, denied: 0, unknown: 0 },
    ratePerSecond: null,
    secondsLeft: null,
    waitingUntil: null,
    inFlight: [],
    ...part,
  };
}
