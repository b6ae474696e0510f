/** What stands of each key and model in each of two runs, by what each run was answered. */
import type { ListedModel } from '../models/listed-model';
import { type Account, judged, keyRefusalIn, toldIn } from '../observations/account';
import { bearingOn, type Calibration, type CheckBearing } from './bearings';
import type { CheckRecord } from './check';
import type { ComparedCell } from './compare';

/** One check of a run; `models`: the list that was answered, null for anything else. */
export interface AnswerOfRun {
  readonly check: CheckRecord;
  readonly models: readonly ListedModel[] | null;
}

/** Lists as they are looked into. */
type Entries = ReadonlyMap<string, ListedModel>;

interface Numbered {
  /** Place in the order of recording. */
  readonly order: number;
  readonly check: CheckRecord;
  readonly entries: Entries | null;
}

/** What a run was answered with one key. */
interface KeyInRun {
  readonly refusal: Numbered | null;
  readonly lists: readonly Numbered[];
  readonly tests: ReadonlyMap<string, readonly Numbered[]>;
}

type Run = ReadonlyMap<string, KeyInRun>;

/**
 * The cells of both runs, of every model that either names. One that a run says nothing of has no cell in it. Answers are in
 * order of recording.
 */
export function cellsOfBoth(
  before: readonly AnswerOfRun[],
  after: readonly AnswerOfRun[],
  calibrated: Calibration,
): readonly [before: readonly ComparedCell[], after: readonly ComparedCell[]] {
  const [a, b] = [byKey(before), byKey(after)];
  return [cellsIn(a, b, calibrated), cellsIn(b, a, calibrated)];
}

function byKey(answers: readonly AnswerOfRun[]): Run {
  const numbered = answers.map(({ check, models }, order) => ({ order, check, entries: entriesOf(models) }));
  const byId = Map.groupBy(numbered, ({ check }) => check.keyId);
  return new Map([...byId].map(([keyId, all]) => [keyId, keyIn(all)]));
}

function entriesOf(models: readonly ListedModel[] | null): Entries | null {
  return models === null ? null : new Map(models.map((entry) => [entry.id, entry]));
}

function keyIn(answers: readonly Numbered[]): KeyInRun {
  const tests = answers.filter(({ check }) => check.model !== null && !check.control);
  return {
    refusal: keyRefusalIn(answers.map((answer) => ({ ...answer, showed: answer.check }))),
    lists: answers.filter(({ entries }) => entries !== null),
    tests: Map.groupBy(tests, ({ check }) => check.model ?? ''),
  };
}

function cellsIn(own: Run, other: Run, calibrated: Calibration): readonly ComparedCell[] {
  return [...own].flatMap(([keyId, key]) => {
    const beside = other.get(keyId);
    return namedIn(key, beside).flatMap((model) => {
      const told = toldIn(bearingsOn(model, key, beside, calibrated));
      return cellOf(model, key, judged(null, told)) ?? [];
    });
  });
}

function namedIn(...keys: readonly (KeyInRun | undefined)[]): readonly string[] {
  const named = keys.flatMap((key) =>
    key === undefined
      ? []
      : [...key.lists.flatMap(({ entries }) => [...(entries?.keys() ?? [])]), ...key.tests.keys()],
  );
  return [...new Set(named)];
}

function bearingsOn(
  id: string,
  key: KeyInRun,
  beside: KeyInRun | undefined,
  calibrated: Calibration,
): readonly CheckBearing[] {
  const lists = [...key.lists, ...(beside?.lists ?? [])];
  const dates = lists.flatMap(({ entries }) => entries?.get(id)?.shutdownDate ?? []);
  const model = { id, shutdownDate: dates[0] ?? null };
  return [...key.lists, ...(key.tests.get(id) ?? [])]
    .sort((one, next) => one.order - next.order)
    .map(({ check, entries }) =>
      bearingOn(
        model,
        { check, list: entries === null ? null : { entry: entries.get(id) ?? null } },
        calibrated,
      ),
    );
}

/** null where the run says nothing of the model. */
function cellOf(
  model: string,
  { refusal }: KeyInRun,
  { state, standing }: Account<CheckBearing>,
): ComparedCell | null {
  if (refusal !== null)
    return {
      ...whoseOf(refusal.check),
      model,
      outcome: 'denied',
      strength: null,
      layer: refusal.check.layer,
      cause: refusal.check.cause,
    };
  if (standing === null) return null;
  const told = state === 'unknown' ? { ...standing, outcome: 'unknown' as const, strength: null } : standing;
  const { outcome, strength, layer } = told;
  const { check } = standing.answer;
  // What an answer objected to explains no state but its own.
  const cause = outcome === check.outcome ? check.cause : null;
  return { ...whoseOf(check), model, outcome, strength, layer, cause };
}

function whoseOf({ id, keyId, keyLabel, keyLastFour, sent }: CheckRecord) {
  return { checkId: id, keyId, keyLabel, keyLastFour, sent };
}
