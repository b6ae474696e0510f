/** What changed between two runs, cell by cell. */
import type { SentFor } from '../keys/key';
import { accessBy, isUnseenByLists } from '../observations/standing';
import type { ComparedSide, Comparison, RunDifference } from './views';

export interface ComparedCell extends ComparedSide {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly keyLastFour: string;
  /** The headers that it was asked with. */
  readonly sent: SentFor;
  readonly model: string;
  /** The test that says so, or the list. */
  readonly checkId: string;
}

/** What a key was answered for one project says nothing of another, so that these are cells of their own. */
function nameOf({ keyId, model, sent }: ComparedCell): string {
  return JSON.stringify([keyId, model, sent.organization, sent.project]);
}

type Contrast = 'same' | 'changed' | 'otherwise_tested';

function contrastOf(before: ComparedCell, after: ComparedCell): Contrast {
  if (isOnlyStricter(before, after) || isOnlyStricter(after, before)) return 'otherwise_tested';
  // Which test says that a key has the model is no difference worth a line.
  if (accessBy(before.outcome) !== accessBy(after.outcome)) return 'changed';
  // Where nobody refused there is no layer to differ by.
  const refused = before.outcome === 'denied' && after.outcome === 'denied';
  return refused && before.layer !== after.layer ? 'changed' : 'same';
}

/** A list shows no such refusal, so that nothing need have changed between the two. */
function isOnlyStricter(listed: ComparedCell, tested: ComparedCell): boolean {
  return listed.outcome === 'listed' && isUnseenByLists(tested);
}

export function compareRuns(before: readonly ComparedCell[], after: readonly ComparedCell[]): Comparison {
  const earlier = new Map(before.map((cell) => [nameOf(cell), cell]));
  const later = new Map(after.map((cell) => [nameOf(cell), cell]));
  const found: Record<Exclude<Contrast, 'same'>, RunDifference[]> = { changed: [], otherwise_tested: [] };
  let [both, same] = [0, 0];
  for (const [name, cell] of later) {
    const old = earlier.get(name);
    if (old === undefined) continue;
    both += 1;
    const contrast = contrastOf(old, cell);
    if (contrast === 'same') same += 1;
    else found[contrast].push(differenceOf(old, cell));
  }
  return {
    same,
    onlyOne: earlier.size + later.size - 2 * both,
    differences: found.changed,
    otherwiseTested: found.otherwise_tested,
  };
}

function differenceOf(before: ComparedCell, after: ComparedCell): RunDifference {
  const { keyId, keyLabel, keyLastFour, model, checkId } = after;
  return { keyId, keyLabel, keyLastFour, model, checkId, before: sideOf(before), after: sideOf(after) };
}

function sideOf({ outcome, strength, layer, cause }: ComparedCell): ComparedSide {
  return { outcome, strength, layer, cause };
}
