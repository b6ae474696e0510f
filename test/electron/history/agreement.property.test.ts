/** Matrix cell, case, timeline and comparison of runs say the same of the same record, whatever was answered in whatever order. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { MatrixState } from '../../../electron/matrix/matrix-state';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { calibrationBy } from '../../../shared/history/bearings';
import { checkOf, listedModels } from '../../../shared/history/check';
import { cellsOfBoth } from '../../../shared/history/run-cells';
import { cellOf } from '../../../shared/matrix/cell';
import type { Observation } from '../../../shared/observations/observation';
import { type State, stateOf } from '../../../shared/observations/resolve';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { accessBy } from '../../../shared/observations/standing';
import { AT, answered, KEY, listed, MODEL, refused, unanswered, validated } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { keySummary } from '../../support/key-summary';
import { manualEnvironment } from '../../support/manual-environment';

const OTHER = 'gpt-4.1';
const KEY_NOW = keySummary({ id: KEY });

const ofControl = { model: OTHER, control: true };
const ofOther = { model: OTHER };

/** Whatever a key may be answered: of the model, of its list, of a control, and of another model. */
const ANSWERS: readonly Evidence[] = [
  listed(MODEL, OTHER),
  listed(OTHER),
  refused('list', 'key_scope'),
  refused('list', 'key_invalid', { httpStatus: 401 }),
  refused('list', 'ip_blocked'),
  unanswered('timeout', 'list'),
  answered('retrieve'),
  refused('retrieve', 'model_missing_or_no_access', { httpStatus: 404 }),
  refused('retrieve', 'key_scope'),
  validated(),
  refused('free_probe', 'project_lacks_model'),
  refused('free_probe', 'model_missing_or_no_access', { httpStatus: 404 }),
  refused('free_probe', 'quota_or_billing', { httpStatus: 429 }),
  refused('free_probe', 'rate_limited', { httpStatus: 429 }),
  refused('free_probe', 'key_scope'),
  refused('free_probe', 'key_invalid', { httpStatus: 401 }),
  refused('free_probe', 'server_error', { httpStatus: 503 }),
  unanswered('timeout', 'free_probe'),
  answered(),
  refused('real_probe', 'org_unverified'),
  refused('real_probe', 'project_lacks_model'),
  refused('real_probe', 'org_or_project_mismatch', { httpStatus: 401 }),
  validated(ofControl),
  refused('free_probe', 'project_lacks_model', {}, ofControl),
  refused('free_probe', 'model_missing_or_no_access', { httpStatus: 404 }, ofControl),
  refused('free_probe', 'key_invalid', { httpStatus: 401 }, ofControl),
  validated(ofOther),
  refused('free_probe', 'project_archived', { httpStatus: 401 }, ofOther),
  refused('free_probe', 'quota_or_billing', { httpStatus: 429 }, ofOther),
];

const records = fc.array(fc.constantFrom(...ANSWERS), { maxLength: 12 }).map(inOrder);

/** One answer a minute. */
function inOrder(items: readonly Evidence[]): readonly Observation[] {
  return items.flatMap((item, index): readonly Observation[] => {
    const at = new Date(Date.parse(AT) + index * 60_000).toISOString();
    return item.kind === 'probe' ? [{ ...item, id: `answer-${index}`, at, keyEnd: KEY_NOW.lastFour }] : [];
  });
}

function inCase(record: readonly Observation[]): State {
  const key = {
    end: KEY_NOW.lastFour,
    host: 'api.openai.com',
    learnedAt: null,
    hostSeen: null,
    standsForOpenAi: true,
    reachesSeveral: false,
    sentFor: NO_HEADERS,
  };
  return diagnose({ evidence: record, keyId: KEY, model: MODEL, today: AT.slice(0, 10), key }).state;
}

function inMatrix(state: MatrixState): State {
  const { rows, newModels, checks } = state.changesFor([KEY], null);
  const column = newModels.findIndex(({ id }) => id === MODEL);
  const [row] = rows;
  if (row === undefined) return 'unknown';
  const check = checks.find((each) => each.column === column) ?? null;
  return cellOf(row, row.listed?.includes(column) ?? false, false, check).state;
}

const { database } = openDatabase(':memory:', () => new Date(AT));
const history = historyOn(database, manualEnvironment());
const store = new HistoryStore(database);
afterAll(() => database.close());

/** Nothing but this record, as a run of it. */
function keep(record: readonly Observation[]): void {
  database.exec('DELETE FROM checks');
  for (const answer of record) history.record(answer, 'run-1', KEY_NOW);
}

function takeIn(state: MatrixState, answer: Observation): void {
  const check = checkOf(answer, null, KEY_NOW);
  if (check !== null) state.apply(check, listedModels(answer));
}

function expectAgreement(record: readonly Observation[]): void {
  const said = inCase(record);
  keep([]);
  const running = new MatrixState('session', store, [KEY_NOW]);
  for (const answer of record) takeIn(running, answer);
  keep(record);
  const anew = new MatrixState('session', store, [KEY_NOW]);
  expect([running, anew].map(inMatrix)).toEqual([said, said]);
  expect(history.timeline(KEY, KEY_NOW, MODEL).since.kind).toBe(accessBy(said));
}

function inRun(): State {
  const answers = store.ofRun('run-1');
  const [cells] = cellsOfBoth(answers, answers, calibrationBy(store.freeTests([KEY])));
  const cell = cells.find(({ model }) => model === MODEL);
  return cell === undefined ? 'unknown' : stateOf(cell);
}

describe('the same record', () => {
  it.each<[string, readonly Evidence[]]>([
    [
      'of a key that was refused, then not answered',
      [
        refused('list', 'key_scope'),
        refused('list', 'key_invalid', { httpStatus: 401 }),
        unanswered('timeout', 'list'),
      ],
    ],
    [
      'of a model that was refused when looked up, then listed, then dropped from the list',
      [
        refused('retrieve', 'model_missing_or_no_access', { httpStatus: 404 }),
        listed(MODEL, OTHER),
        listed(OTHER),
      ],
    ],
  ])('%s amounts to the same everywhere', (_name, items) => expectAgreement(inOrder(items)));

  it('amounts to the same in a case, in the matrix as it runs and as it starts anew, and over time', () => {
    fc.assert(fc.property(records, expectAgreement), { numRuns: 500 });
  });

  it('amounts to the same in a run that names the model', () => {
    const naming = records.filter((record) =>
      record.some(({ model, control }) => model === MODEL && !control),
    );
    fc.assert(
      fc.property(naming, (record) => {
        keep(record);
        expect(inRun()).toBe(inCase(record));
      }),
      { numRuns: 500 },
    );
  });
});
