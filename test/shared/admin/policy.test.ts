import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alsoLetsIn,
  letsThrough,
  MAX_POLICY_MODELS,
  modelsOf,
  type Policy,
  planChange,
  samePolicy,
  shutsOut,
  type Wish,
} from '../../../shared/admin/policy';

const NONE: Policy = { kind: 'none' };
const allow = (...models: string[]): Policy => ({ kind: 'allow_list', models });
const deny = (...models: string[]): Policy => ({ kind: 'deny_list', models });
const letIn = (...models: string[]): Wish => ({ kind: 'let_through', models });
const REMOVE: Wish = { kind: 'remove_restriction' };

describe('planning a change of a policy', () => {
  it.each([
    ['adds to an allow list', allow('a'), letIn('b'), allow('a', 'b'), ['b'], [], 'named'],
    ['takes off a block list', deny('a', 'b'), letIn('b'), deny('a'), [], ['b'], 'named'],
    ['lifts a block list that would block nothing', deny('b'), letIn('b'), NONE, [], ['b'], 'named'],
    ['removes an allow list', allow('a', 'b'), REMOVE, NONE, [], ['a', 'b'], 'everything'],
    ['removes a block list', deny('a'), REMOVE, NONE, [], ['a'], 'named'],
    [
      'leaves out what is on the list already',
      allow('a'),
      letIn('a', 'b'),
      allow('a', 'b'),
      ['b'],
      [],
      'named',
    ],
    ['trims and merges names', allow('a'), letIn(' b ', 'b'), allow('a', 'b'), ['b'], [], 'named'],
    [
      'restores an allow list where there is none',
      NONE,
      { kind: 'restore', policy: allow('a') },
      allow('a'),
      ['a'],
      [],
      'narrower',
    ],
    [
      'restores a shorter list',
      allow('a', 'b'),
      { kind: 'restore', policy: allow('a') },
      allow('a'),
      [],
      ['b'],
      'narrower',
    ],
    [
      'restores another kind of list',
      allow('a'),
      { kind: 'restore', policy: deny('b') },
      deny('b'),
      ['b'],
      ['a'],
      'everything',
    ],
  ] as const)('%s', (_name, before, wish, after, added, removed, reach) => {
    const plan = planChange(before, wish as Wish);
    expect(plan).toEqual({ ok: true, value: { before, after, added, removed, reach } });
  });

  it.each([
    ['never creates an allow list where there is none', NONE, letIn('a'), 'no_restriction'],
    ['has nothing to remove where there is no policy', NONE, REMOVE, 'no_restriction'],
    ['has nothing to do for a model that is on the allow list', allow('a'), letIn('a'), 'already_so'],
    ['has nothing to do for a model that is not blocked', deny('b'), letIn('a'), 'already_so'],
    ['needs a model', allow('a'), letIn(' '), 'no_models'],
    ['takes no name that no model can have', allow('a'), letIn('gpt 5.5 !!', '!!'), 'no_models'],
    ['takes no name longer than any model has', allow('a'), letIn('x'.repeat(201)), 'no_models'],
    [
      'restores nothing that is there already, in whatever order',
      allow('a', 'b'),
      { kind: 'restore', policy: allow('b', 'a') },
      'already_so',
    ],
    [
      'refuses a list beyond any bound',
      allow(...Array.from({ length: MAX_POLICY_MODELS }, (_, index) => `m${index}`)),
      letIn('one-more'),
      'too_many_models',
    ],
  ] as const)('%s', (_name, before, wish, refusal) => {
    expect(planChange(before, wish as Wish)).toEqual({ ok: false, error: refusal });
  });

  it('says what else a change lets in and what it shuts out, of the models that are known', () => {
    const plan = planChange(allow('a'), REMOVE);
    if (!plan.ok) throw new Error(plan.error);
    expect(alsoLetsIn(plan.value, ['b'], ['a', 'b', 'c', 'd'])).toEqual(['c', 'd']);
    const back = planChange(NONE, { kind: 'restore', policy: allow('a') });
    if (!back.ok) throw new Error(back.error);
    expect(shutsOut(back.value, ['a', 'b'])).toEqual(['b']);
  });
});

const model = fc.stringMatching(/^[a-z0-9.:-]{1,12}$/);
const models = fc.array(model, { maxLength: 30 });
const policy: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant(NONE),
  models.map((list): Policy => ({ kind: 'allow_list', models: list })),
  models.map((list): Policy => ({ kind: 'deny_list', models: list })),
);
const wish: fc.Arbitrary<Wish> = fc.oneof(
  models.map((list): Wish => ({ kind: 'let_through', models: list })),
  fc.constant(REMOVE),
  policy.map((wanted): Wish => ({ kind: 'restore', policy: wanted })),
);

/** A server that replaces the whole list and gives it back in an order of its own. */
function written(after: Policy): Policy {
  return after.kind === 'none' ? after : { ...after, models: [...new Set(after.models)].reverse() };
}

describe('any policy and any wish', () => {
  it('end as previewed, and undoing brings back what was', () => {
    fc.assert(
      fc.property(policy, wish, (before, wanted) => {
        const plan = planChange(before, wanted);
        if (!plan.ok) return;
        const result = written(plan.value.after);
        expect(samePolicy(result, plan.value.after)).toBe(true);
        const undo = planChange(result, { kind: 'restore', policy: plan.value.before });
        if (!undo.ok) throw new Error(undo.error);
        expect(samePolicy(written(undo.value.after), before)).toBe(true);
      }),
    );
  });

  it('let the wished models through and shut none of the others out, unless it is an undo', () => {
    fc.assert(
      fc.property(policy, models, models, (before, wanted, others) => {
        const plan = planChange(before, { kind: 'let_through', models: wanted });
        if (!plan.ok) return;
        expect(wanted.filter((id) => !letsThrough(plan.value.after, id))).toEqual([]);
        expect(shutsOut(plan.value, others)).toEqual([]);
        expect(alsoLetsIn(plan.value, wanted, others)).toEqual([]);
        expect(before.kind).not.toBe('none');
      }),
    );
  });

  it('differ by exactly what the preview names', () => {
    fc.assert(
      fc.property(policy, wish, (before, wanted) => {
        const plan = planChange(before, wanted);
        if (!plan.ok || plan.value.after.kind !== before.kind) return;
        const { added, removed, after } = plan.value;
        const rebuilt = [...modelsOf(before).filter((id) => !removed.includes(id)), ...added];
        expect(new Set(rebuilt)).toEqual(new Set(modelsOf(after)));
      }),
    );
  });
});
