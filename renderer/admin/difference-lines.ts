import type { ChangePreview } from '../../shared/admin/change';
import { letsThrough, modelsOf, type Policy } from '../../shared/admin/policy';

/** One line of a difference: what becomes of a model, or of all that no list names. */
export interface DifferenceLine {
  /** `everything`: whatever the organization has; `others`: whatever is not on the list. */
  readonly subject: { readonly model: string } | 'everything' | 'others';
  readonly says: 'added' | 'addedUnseen' | 'removed' | 'unblocked' | 'blocked' | 'usable' | 'stops';
  readonly tone: 'gain' | 'unseen' | 'loss';
}

/**
 * What the change does to the use of models, losses first. That an entry leaves a list says nothing by itself: off an
 * allow list it is a loss, off a block list, or together with the whole list, a gain.
 */
export function differenceLines(preview: ChangePreview): readonly DifferenceLine[] {
  const { plan, alsoLetsIn, shutsOut, unseen } = preview;
  const { before, after } = plan;
  const passing = (passes: boolean, then: boolean) =>
    entriesOf(preview).filter((id) => letsThrough(before, id) === passes && letsThrough(after, id) === then);
  const [gain, loss] = wordsOf(before, after);
  const others = after.kind === 'none' ? 'everything' : 'others';
  const lines: DifferenceLine[] = [];
  if (passesOthers(before) && !passesOthers(after)) lines.push({ subject: others, says: loss, tone: 'loss' });
  for (const model of unique(passing(true, false), shutsOut))
    lines.push({ subject: { model }, says: loss, tone: 'loss' });
  if (!passesOthers(before) && passesOthers(after)) lines.push({ subject: others, says: gain, tone: 'gain' });
  for (const model of unique(passing(false, true), alsoLetsIn))
    lines.push(
      unseen.includes(model)
        ? { subject: { model }, says: 'addedUnseen', tone: 'unseen' }
        : { subject: { model }, says: gain, tone: 'gain' },
    );
  return lines;
}

/** Named by a list that goes or comes as a whole, and usable before as after. */
export function modelsThatStay(preview: ChangePreview): readonly string[] {
  const { before, after } = preview.plan;
  if (before.kind === after.kind) return [];
  return unique(entriesOf(preview).filter((id) => letsThrough(before, id) && letsThrough(after, id)));
}

function entriesOf({ plan: { before, after } }: ChangePreview): readonly string[] {
  return [...modelsOf(before), ...modelsOf(after)];
}

function passesOthers(policy: Policy): boolean {
  return policy.kind !== 'allow_list';
}

function wordsOf(
  before: Policy,
  after: Policy,
): readonly [gain: DifferenceLine['says'], loss: DifferenceLine['says']] {
  if (before.kind !== after.kind) return ['usable', 'stops'];
  return after.kind === 'allow_list' ? ['added', 'removed'] : ['unblocked', 'blocked'];
}

function unique(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort();
}
