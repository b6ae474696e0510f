import { describe, expect, it } from 'vitest';
import { differenceLines, modelsThatStay } from '../../renderer/admin/difference-lines';
import type { ChangePreview } from '../../shared/admin/change';
import { alsoLetsIn, type Policy, planChange, shutsOut, type Wish } from '../../shared/admin/policy';

const NONE: Policy = { kind: 'none' };
const allow = (...models: string[]): Policy => ({ kind: 'allow_list', models });
const deny = (...models: string[]): Policy => ({ kind: 'deny_list', models });
const restore = (policy: Policy): Wish => ({ kind: 'restore', policy });
const letIn = (...models: string[]): Wish => ({ kind: 'let_through', models });
const REMOVE: Wish = { kind: 'remove_restriction' };

function previewOf(before: Policy, wish: Wish, known: readonly string[]): ChangePreview {
  const plan = planChange(before, wish);
  if (!plan.ok) throw new Error(plan.error);
  return {
    id: 'preview-1',
    keyId: 'admin-1',
    project: { id: 'proj_Own1', name: 'Storefront', status: 'active' },
    plan: plan.value,
    alsoLetsIn: alsoLetsIn(plan.value, wish.kind === 'let_through' ? wish.models : [], known),
    unseen: plan.value.added.filter((model) => model === 'new'),
    shutsOut: shutsOut(plan.value, known),
    affectedKeys: [],
    undoes: null,
    changedSince: false,
  };
}

function told(preview: ChangePreview): readonly string[] {
  return differenceLines(preview).map(({ subject, says, tone }) =>
    [tone, typeof subject === 'object' ? subject.model : `(${subject})`, says].join(' '),
  );
}

describe('what a change does to the use of models', () => {
  it.each([
    ['an entry added', allow('a'), letIn('b'), [], ['gain b added'], []],
    ['a name that was never met', allow('a'), letIn('new'), [], ['unseen new addedUnseen'], []],
    ['an entry undone', allow('a', 'b'), restore(allow('a')), [], ['loss b removed'], []],
    ['an entry taken off a block list', deny('a', 'b'), letIn('b'), [], ['gain b unblocked'], []],
    ['an entry put back on a block list', deny('a'), restore(deny('a', 'b')), ['b'], ['loss b blocked'], []],
    [
      'an allow list removed, which takes nothing away',
      allow('a', 'b'),
      REMOVE,
      ['a', 'c'],
      ['gain (everything) usable', 'gain c usable'],
      ['a', 'b'],
    ],
    ['a block list removed', deny('a'), REMOVE, ['a', 'b'], ['gain a usable'], []],
    [
      'an allow list put back',
      NONE,
      restore(allow('a')),
      ['a', 'c'],
      ['loss (others) stops', 'loss c stops'],
      ['a'],
    ],
    ['a block list put back', NONE, restore(deny('a')), ['a', 'b'], ['loss a stops'], []],
    [
      'an allow list replaced by a block list',
      allow('a', 'b'),
      restore(deny('b', 'c')),
      ['d'],
      ['loss b stops', 'gain (others) usable', 'gain d usable'],
      ['a'],
    ],
  ] as const)('is told of %s', (_case, before, wish, known, lines, staying) => {
    const preview = previewOf(before, wish, known);
    expect([told(preview), modelsThatStay(preview)]).toEqual([lines, staying]);
  });
});
