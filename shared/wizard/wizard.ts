/**
 * The five steps that mirror OpenAI's console, as a state machine.
 * An event that does not fit the current step changes nothing.
 */
import type { AddressCheck } from './console-address';

export const STEPS = ['log_in', 'choose_project', 'open_limits', 'edit_list', 're_verify'] as const;
export type Step = (typeof STEPS)[number];

/**
 * What the person chose to do in step 4. `admin`: the app changes the list with an admin key. `no_list`: the page shows no
 * list, so that there is nothing to change.
 */
export const BRANCHES = ['admin', 'allowed', 'blocked', 'remove', 'no_list', 'cannot_edit'] as const;
export type Branch = (typeof BRANCHES)[number];

/** Steps that were passed over; left out where there are none, as in records of earlier versions. */
interface Passed {
  readonly skipped?: readonly Step[];
}

export type WizardState =
  | { readonly kind: 'not_started' }
  | ({ readonly kind: 'log_in' } & Passed)
  | ({ readonly kind: 'choose_project'; readonly address: AddressCheck | null } & Passed)
  | ({ readonly kind: 'open_limits'; readonly address: AddressCheck | null } & Passed)
  | ({ readonly kind: 'edit_list'; readonly branch: Branch | null } & Passed)
  | ({ readonly kind: 're_verify'; readonly branch: Branch } & Passed)
  | ({ readonly kind: 'proven'; readonly branch: Branch; readonly at: string } & Passed);

export type WizardEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'step_done' }
  | { readonly kind: 'step_skipped' }
  /** A link led straight to the page with the list. */
  | { readonly kind: 'list_reached' }
  | { readonly kind: 'went_back' }
  | { readonly kind: 'returned'; readonly step: Step }
  | { readonly kind: 'address_checked'; readonly check: AddressCheck }
  | { readonly kind: 'branch_chosen'; readonly branch: Branch }
  | { readonly kind: 'proved'; readonly at: string }
  | { readonly kind: 'refused_again' }
  | { readonly kind: 'restarted' };

export const WIZARD_START: WizardState = { kind: 'not_started' };

type Searching = Extract<WizardState, { kind: 'log_in' | 'choose_project' | 'open_limits' }>;

export function advance(state: WizardState, event: WizardEvent): WizardState {
  if (event.kind === 'restarted') return { kind: 'log_in' };
  // Proof can arrive at any time: a person may fix the list without walking the steps.
  if (event.kind === 'proved' && state.kind !== 'proven') return proven(state, event.at);
  switch (state.kind) {
    case 'not_started':
      return event.kind === 'started' ? { kind: 'log_in' } : state;
    case 'log_in':
    case 'choose_project':
    case 'open_limits':
      return search(state, event);
    case 'edit_list':
      if (event.kind === 'branch_chosen') return { ...state, branch: event.branch };
      if (event.kind === 'step_done' && state.branch !== null)
        return { kind: 're_verify', branch: state.branch, ...passing(state.skipped) };
      return goBack(state, event);
    case 're_verify':
      return goBack(state, event);
    case 'proven':
      return event.kind === 'refused_again'
        ? { kind: 're_verify', branch: state.branch, ...passing(state.skipped) }
        : state;
  }
}

/** The three steps on the way to the list. */
function search(state: Searching, event: WizardEvent): WizardState {
  const before = stepsBefore(state.kind);
  const skipped = skippedOf(state);
  switch (event.kind) {
    case 'address_checked':
      if (state.kind === 'log_in') return state;
      return { kind: state.kind, address: event.check, ...passing(provenBy(event.check) ? [] : skipped) };
    case 'step_done':
      return at(following(state.kind), without(skipped, state.kind));
    case 'step_skipped':
      return at(following(state.kind), [...without(skipped, state.kind), state.kind]);
    case 'list_reached':
      return at('edit_list', [
        ...skipped.filter((step) => before.includes(step)),
        ...stepsBefore('edit_list').filter((step) => !before.includes(step)),
      ]);
    default:
      return goBack(state, event);
  }
}

/** Nobody gets to a page of the right project without having logged in and chosen it. */
function provenBy(check: AddressCheck): boolean {
  return check.kind === 'right_project';
}

function goBack(state: Exclude<WizardState, { kind: 'not_started' | 'proven' }>, event: WizardEvent) {
  const before = stepsBefore(state.kind);
  const wanted = event.kind === 'returned' ? event.step : event.kind === 'went_back' ? before.at(-1) : null;
  if (wanted === null || wanted === undefined || !before.includes(wanted)) return state;
  const branch = state.kind === 're_verify' ? state.branch : null;
  return at(wanted, skippedOf(state), branch);
}

function at(step: Step, skipped: readonly Step[], branch: Branch | null = null): WizardState {
  const passed = passing(skipped);
  switch (step) {
    case 'log_in':
      return { kind: step, ...passed };
    case 'choose_project':
    case 'open_limits':
      return { kind: step, address: null, ...passed };
    case 'edit_list':
      return { kind: step, branch, ...passed };
    case 're_verify':
      return { kind: step, branch: branch ?? 'allowed', ...passed };
  }
}

/** Whatever was not done by then was passed over. */
function proven(state: WizardState, moment: string): WizardState {
  const step = stepOf(state) ?? 'log_in';
  const rest: readonly Step[] = STEPS.slice(STEPS.indexOf(step), STEPS.indexOf('re_verify'));
  const skipped = [...skippedOf(state).filter((each) => !rest.includes(each)), ...rest];
  return { kind: 'proven', branch: branchOf(state), at: moment, ...passing(skipped) };
}

function passing(skipped: readonly Step[] = []): Passed {
  return skipped.length === 0 ? {} : { skipped };
}

function following(step: Searching['kind']): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? step;
}

function stepsBefore(step: Step): readonly Step[] {
  return STEPS.slice(0, STEPS.indexOf(step));
}

function without(steps: readonly Step[], step: Step): readonly Step[] {
  return steps.filter((each) => each !== step);
}

function branchOf(state: WizardState): Branch {
  return (state.kind === 'edit_list' || state.kind === 're_verify') && state.branch !== null
    ? state.branch
    : 'allowed';
}

/** Steps that the person passed over. Those after the current one are no part of them until they are passed. */
export function skippedOf(state: WizardState): readonly Step[] {
  return state.kind === 'not_started' ? [] : (state.skipped ?? []);
}

/** False where the person changes no list: an owner was asked to, or there is none. */
export function changesList(branch: Branch): boolean {
  return branch !== 'cannot_edit' && branch !== 'no_list';
}

/** The step shown for a state; null before the start. */
export function stepOf(state: WizardState): Step | null {
  if (state.kind === 'not_started') return null;
  return state.kind === 'proven' ? 're_verify' : state.kind;
}
