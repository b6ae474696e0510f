/** What changed between two runs, cell by cell. */
import { type Known, lacks } from './check';
import type { ComparedSide, Comparison, Difference } from './views';

export interface Cell extends ComparedSide {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly model: string;
}

const nameOf = (cell: Cell) => `${cell.keyId}\n${cell.model}`;

/** Being listed, or confirmed by a weaker or a stronger test, is no difference worth a line: having and lacking is. */
function standing(outcome: Known): 'has' | 'lacks' | 'unknown' {
  if (outcome === 'unknown') return 'unknown';
  return lacks(outcome) ? 'lacks' : 'has';
}

function differ(before: Cell, after: Cell): boolean {
  if (standing(before.outcome) !== standing(after.outcome)) return true;
  // Where nobody refused there is no layer to differ by.
  return before.outcome === 'denied' && after.outcome === 'denied' && before.layer !== after.layer;
}

export function compareRuns(before: readonly Cell[], after: readonly Cell[]): Comparison {
  const earlier = new Map(before.map((cell) => [nameOf(cell), cell]));
  const later = new Map(after.map((cell) => [nameOf(cell), cell]));
  const differences: Difference[] = [];
  let both = 0;
  for (const [name, cell] of later) {
    const old = earlier.get(name);
    if (old === undefined) continue;
    both += 1;
    if (!differ(old, cell)) continue;
    const { keyId, keyLabel, model } = cell;
    differences.push({ keyId, keyLabel, model, before: sideOf(old), after: sideOf(cell) });
  }
  return {
    same: both - differences.length,
    onlyOne: earlier.size + later.size - 2 * both,
    differences,
  };
}

function sideOf({ outcome, strength, layer }: Cell): ComparedSide {
  return { outcome, strength, layer };
}
