import type { DatabaseSync } from 'node:sqlite';
import type { Environment } from '../../electron/base/environment';
import { HistoryService } from '../../electron/history/history-service';
import { HistoryStore } from '../../electron/store/history-store';

/** A history that keeps everything unless told, in the database whose cases refer to it. */
export function historyOn(
  database: DatabaseSync,
  environment: Environment,
  keepDays: () => number = () => 0,
): HistoryService {
  const store = new HistoryStore(database);
  return new HistoryService({
    store,
    environment,
    keepDays,
    recorded: () => undefined,
    rewritten: () => undefined,
  });
}
