/**
 * The five steps that mirror OpenAI's console, as a state machine.
 * An event that does not fit the current step changes nothing.
 */
import type { AddressCheck } from './console-address';

export const STEPS = ['log_in', 'choose_project', 'open_limits', 'edit_list', 're_verify'] as const;
export type Step = (typeof STEPS)[number];

/** What the person chose to do in step 4. `admin`: the app changes the list with an admin key. */
export const BRANCHES = ['admin', 'allowed', 'blocked', 'remove', 'cannot_edit'] as const;
export type Branch = (typeof BRANCHES)[number];

export type WizardState =
  | { readonly kind: 'not_started' }
  | { readonly kind: 'log_in' }
  | { readonly kind: 'choose_project'; readonly address: AddressCheck | null }
  | { readonly kind: 'open_limits'; readonly address: AddressCheck | null }
  | { readonly kind: 'edit_list'; readonly branch: Branch | null }
  | { readonly kind: 're_verify'; readonly branch: Branch }
  | { readonly kind: 'proven'; readonly branch: Branch; readonly at: string };

export type WizardEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'step_done' }
  | { readonly kind: 'went_back' }
  | { readonly kind: 'address_checked'; readonly check: AddressCheck }
  | { readonly kind: 'branch_chosen'; readonly branch: Branch }
  | { readonly kind: 'proved'; readonly at: string }
  | { readonly kind: 'refused_again' }
  | { readonly kind: 'restarted' };

export const WIZARD_START: WizardState = { kind: 'not_started' };

export function advance(state: WizardState, event: WizardEvent): WizardState {
  if (event.kind === 'restarted') return { kind: 'log_in' };
  // Proof can arrive at any time: a person may fix the list without walking the steps.
  if (event.kind === 'proved' && state.kind !== 'proven') {
    return { kind: 'proven', branch: branchOf(state), at: event.at };
  }
  switch (state.kind) {
    case 'not_started':
      return event.kind === 'started' ? { kind: 'log_in' } : state;
    case 'log_in':
      return event.kind === 'step_done' ? { kind: 'choose_project', address: null } : state;
    case 'choose_project':
      if (event.kind === 'address_checked') return { ...state, address: event.check };
      if (event.kind === 'step_done') return { kind: 'open_limits', address: null };
      return event.kind === 'went_back' ? { kind: 'log_in' } : state;
    case 'open_limits':
      if (event.kind === 'address_checked') return { ...state, address: event.check };
      if (event.kind === 'step_done') return { kind: 'edit_list', branch: null };
      return event.kind === 'went_back' ? { kind: 'choose_project', address: null } : state;
    case 'edit_list':
      if (event.kind === 'branch_chosen') return { ...state, branch: event.branch };
      if (event.kind === 'step_done' && state.branch !== null)
        return { kind: 're_verify', branch: state.branch };
      return event.kind === 'went_back' ? { kind: 'open_limits', address: null } : state;
    case 're_verify':
      return event.kind === 'went_back' ? { kind: 'edit_list', branch: state.branch } : state;
    case 'proven':
      return event.kind === 'refused_again' ? { kind: 're_verify', branch: state.branch } : state;
  }
}

function branchOf(state: WizardState): Branch {
  return (state.kind === 'edit_list' || state.kind === 're_verify') && state.branch !== null
    ? state.branch
    : 'allowed';
}

/** The step shown for a state; null before the start. */
export function stepOf(state: WizardState): Step | null {
  if (state.kind === 'not_started') return null;
  return state.kind === 'proven' ? 're_verify' : state.kind;
}
