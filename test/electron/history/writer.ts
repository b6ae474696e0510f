/** Writes checks without end and says each id once it is written; is killed by the test. */
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { checkRecord } from '../../support/check-record';

const { database } = openDatabase(process.argv[2] ?? '', () => new Date());
const store = new HistoryStore(database);
const first = Number(process.argv[3]);

for (let number = first; ; number += 1) {
  const check = checkRecord({
    id: `check-${number}`,
    at: new Date().toISOString(),
    runId: 'run-1',
    modelsListed: 1,
  });
  store.record(check, [{ id: `gpt-${number}`, shutdownDate: null }]);
  process.stdout.write(`${number}\n`);
}
