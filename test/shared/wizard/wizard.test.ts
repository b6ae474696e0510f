import { describe, expect, it } from 'vitest';
import {
  advance,
  BRANCHES,
  changesList,
  STEPS,
  skippedOf,
  stepOf,
  WIZARD_START,
  type WizardEvent,
  type WizardState,
} from '../../../shared/wizard/wizard';

const STARTED = { kind: 'started' } as const;
const DONE = { kind: 'step_done' } as const;
const SKIPPED = { kind: 'step_skipped' } as const;
const REACHED = { kind: 'list_reached' } as const;
const BACK = { kind: 'went_back' } as const;
const ALLOWED = { kind: 'branch_chosen', branch: 'allowed' } as const;
const PROVED = { kind: 'proved', at: '2026-11-30T10:00:00.000Z' } as const;
const reached = (...events: readonly WizardEvent[]): WizardState => events.reduce(advance, WIZARD_START);

describe('the steps', () => {
  it('are gone through one by one, and none counts as skipped then', () => {
    expect(reached(STARTED, DONE, DONE, DONE, ALLOWED, DONE)).toEqual({
      kind: 're_verify',
      branch: 'allowed',
    });
  });

  it('wait in the fourth for an answer', () => {
    const asked = reached(STARTED, REACHED);
    expect(advance(asked, DONE)).toBe(asked);
  });

  it.each([
    ['one is skipped', [DONE, SKIPPED, DONE], ['choose_project']],
    ['a link led straight to the list', [REACHED], ['log_in', 'choose_project', 'open_limits']],
    ['a link led on from the second', [DONE, REACHED], ['choose_project', 'open_limits']],
    ['the first was skipped before that', [SKIPPED, REACHED], ['log_in', 'choose_project', 'open_limits']],
  ] as const)('remember what was passed over where %s', (_name, events, skipped) => {
    const state = reached(STARTED, ...events);
    expect([stepOf(state), skippedOf(state)]).toEqual(['edit_list', skipped]);
    expect(skippedOf(reached(STARTED, ...events, ALLOWED, DONE, PROVED))).toEqual(skipped);
  });

  it('are no longer skipped once they were done after all', () => {
    const returned = reached(STARTED, REACHED, { kind: 'returned', step: 'choose_project' });
    expect(stepOf(returned)).toBe('choose_project');
    expect(skippedOf(advance(returned, DONE))).toEqual(['log_in', 'open_limits']);
  });

  it('before the right project’s page count as done: nobody gets there otherwise', () => {
    const check = { kind: 'right_project', project: 'proj_1', limits: true } as const;
    const checked = reached(STARTED, SKIPPED, SKIPPED, { kind: 'address_checked', check });
    expect(skippedOf(checked)).toEqual([]);
    const unsure = { kind: 'nothing_to_compare', project: 'proj_1', limits: true } as const;
    const unchecked = reached(STARTED, SKIPPED, SKIPPED, { kind: 'address_checked', check: unsure });
    expect(skippedOf(unchecked)).toEqual(['log_in', 'choose_project']);
  });

  it('lead back to earlier ones only, and keep the answer of the fourth', () => {
    const verifying = reached(STARTED, REACHED, ALLOWED, DONE);
    expect(advance(verifying, BACK)).toMatchObject({ kind: 'edit_list', branch: 'allowed' });
    expect(advance(verifying, { kind: 'returned', step: 're_verify' })).toBe(verifying);
    const first = reached(STARTED);
    expect(advance(first, { kind: 'returned', step: 'edit_list' })).toBe(first);
    expect(advance(first, BACK)).toBe(first);
  });

  it('begin afresh, with nothing skipped', () => {
    expect(reached(STARTED, REACHED, { kind: 'restarted' })).toEqual({ kind: 'log_in' });
  });
});

describe('the proof', () => {
  it('can come at any step, and leaves the others passed over', () => {
    expect(reached(STARTED, DONE, PROVED)).toEqual({
      kind: 'proven',
      branch: 'allowed',
      at: PROVED.at,
      skipped: ['choose_project', 'open_limits', 'edit_list'],
    });
    expect(skippedOf(reached(PROVED))).toEqual(STEPS.slice(0, -1));
  });

  it('falls with a refusal', () => {
    const state = reached(STARTED, REACHED, ALLOWED, DONE, PROVED, { kind: 'refused_again' });
    expect([state.kind, skippedOf(state).length]).toEqual(['re_verify', 3]);
  });
});

it('a state of an earlier version knows of nothing skipped', () => {
  expect(skippedOf({ kind: 'open_limits', address: null })).toEqual([]);
});

it('an event that does not fit changes nothing', () => {
  const events: readonly WizardEvent[] = [STARTED, DONE, SKIPPED, REACHED, BACK, ALLOWED];
  const proven = reached(STARTED, REACHED, ALLOWED, DONE, PROVED);
  for (const event of events) expect(advance(proven, event)).toBe(proven);
  const verifying = reached(STARTED, REACHED, ALLOWED, DONE);
  for (const event of [STARTED, DONE, SKIPPED, REACHED, ALLOWED])
    expect(advance(verifying, event)).toBe(verifying);
  for (const event of [DONE, SKIPPED, REACHED, BACK, ALLOWED])
    expect(advance(WIZARD_START, event)).toBe(WIZARD_START);
});

it('a list is changed by all ways but those without one', () => {
  expect(BRANCHES.filter((branch) => !changesList(branch))).toEqual(['no_list', 'cannot_edit']);
});
