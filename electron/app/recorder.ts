/** Where every answer of every probe goes, whoever asked for it. */
import type { HistoryService } from '../history/history-service';
import type { KeyService } from '../keys/key-service';
import type { Recorder } from '../probes/checker';

/**
 * The history keeps an answer, and its key learns from it. An answer to a secret that is gone or was replaced meanwhile
 * says nothing of the one that is there now; whoever asked is told so.
 */
export function recorderOf(
  keys: Pick<KeyService, 'find' | 'learnFrom'>,
  history: Pick<HistoryService, 'record'>,
): Recorder {
  return (evidence, runId, lastFour) => {
    const key = keys.find(evidence.keyId);
    if (key?.lastFour !== lastFour) return false;
    history.record(evidence, runId, key);
    keys.learnFrom(evidence);
    return true;
  };
}
