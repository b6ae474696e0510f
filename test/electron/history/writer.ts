/** Writes checks without end and says each id once it is written; is killed by the test. */
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { type CheckRecord, NO_ANSWER_FACTS } from '../../../shared/history/check';

const { database } = openDatabase(process.argv[2] ?? '', () => new Date());
const store = new HistoryStore(database);
const first = Number(process.argv[3]);

for (let number = first; ; number += 1) {
  const check: CheckRecord = {
    id: `check-${number}`,
    at: new Date().toISOString(),
    runId: 'run-1',
    keyId: 'key-1',
    keyLabel: 'Work',
    keyLastFour: 'abcd',
    organization: null,
    project: null,
    model: null,
    probe: 'list',
    control: false,
    endpoint: '/v1/models',
    outcome: 'listed',
    strength: null,
    layer: null,
    cause: null,
    status: 200,
    code: null,
    requestId: null,
    excerpt: null,
    durationMs: 5,
    modelsListed: 1,
    answer: NO_ANSWER_FACTS,
  };
  store.record(check, [{ id: `gpt-${number}`, shutdownDate: null }]);
  process.stdout.write(`${number}\n`);
}
