import type { HistoryService } from '../../electron/history/history-service';
import type { Evidence } from '../../shared/diagnosis/evidence';
import { keySummary } from './key-summary';

/** The same evidence, whose answers the history has taken first, as it does of every answer. */
export function recorded(
  history: Pick<HistoryService, 'record'>,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  for (const item of evidence)
    if (item.kind === 'probe') history.record(item, null, keySummary({ id: item.keyId, label: 'Work' }));
  return evidence;
}
