/** What holds of the one judgement whatever comes in, as long as the world behind it stays the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { State } from '../../../shared/observations/resolve';
import { answered, listed, MODEL, refused, unanswered, validated } from '../../support/evidence';
import { ask } from '../diagnosis/support';

const NOISE: readonly Evidence[] = [
  refused('free_probe', 'rate_limited', { httpStatus: 429 }),
  refused('free_probe', 'server_error', { httpStatus: 503 }),
  refused('retrieve', 'key_scope'),
  unanswered('timeout', 'free_probe'),
];
const CONTROL = refused('free_probe', 'project_lacks_model', {}, { model: 'gpt-4.1', control: true });

/** Worlds that do not change, each with what it can answer. */
const WORLDS: Readonly<Record<string, readonly Evidence[]>> = {
  'usable and listed': [listed(MODEL), answered('retrieve'), validated(), answered(), CONTROL],
  'usable and not listed': [listed('gpt-5.4-mini'), validated(), answered(), CONTROL],
  'refused by the project': [
    listed('gpt-5.4-mini'),
    refused('retrieve', 'project_lacks_model'),
    refused('free_probe', 'project_lacks_model'),
    refused('real_probe', 'project_lacks_model'),
  ],
  'listed and unknown to the endpoint': [
    listed(MODEL),
    answered('retrieve'),
    refused('free_probe', 'model_missing_or_no_access', { httpStatus: 404 }),
    refused('real_probe', 'model_missing_or_no_access', { httpStatus: 404 }),
  ],
  'without credit': [
    listed(MODEL),
    refused('free_probe', 'quota_or_billing'),
    refused('real_probe', 'quota_or_billing'),
  ],
  'not verified': [listed(MODEL), validated(), CONTROL, refused('real_probe', 'org_unverified')],
};

/** How much a state says, whichever way it points. */
const SAYS: Readonly<Record<State, number>> = {
  unknown: 0,
  not_listed: 1,
  listed: 1,
  passed_free_test: 2,
  confirmed: 3,
  denied: 3,
};

const worlds = fc.constantFrom(...Object.keys(WORLDS));
const piecesOf = (world: string) => fc.constantFrom(...(WORLDS[world] ?? []), ...NOISE);
const inWorlds = worlds.chain((world) => fc.array(piecesOf(world), { maxLength: 10 }));

describe('in a world that does not change', () => {
  it('more evidence never says less of the model', () => {
    fc.assert(
      fc.property(inWorlds, (evidence) => {
        const said = evidence.map((_, index) => SAYS[ask(evidence.slice(0, index + 1)).state]);
        expect(said).toEqual([...said].sort((one, other) => one - other));
      }),
    );
  });

  it('a refusal of a request stays what it was, whatever lists and noise follow', () => {
    const follow = fc.array(
      fc.constantFrom(listed(MODEL), listed('gpt-5.4-mini'), answered('retrieve'), ...NOISE),
      {
        maxLength: 6,
      },
    );
    const causes = [
      'project_lacks_model',
      'model_missing_or_no_access',
      'model_retired',
      'quota_or_billing',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...causes),
        fc.constantFrom('free_probe', 'real_probe'),
        follow,
        (cause, probe, more) => {
          const { outcome, state, cause: said } = ask([refused(probe, cause), ...more]);
          expect([outcome, state, said]).toEqual(['refused', 'denied', cause]);
        },
      ),
    );
  });

  it('the order in which equal evidence arrived does not matter', () => {
    const shuffled = inWorlds.chain((evidence) =>
      fc.tuple(fc.constant(evidence), fc.shuffledSubarray([...evidence], { minLength: evidence.length })),
    );
    fc.assert(
      fc.property(shuffled, ([evidence, other]) => {
        expect(ask(other).state).toBe(ask(evidence).state);
      }),
    );
  });
});
