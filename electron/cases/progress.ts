/** How far a case has come: what a step of the person, an answer of the API and a watch change of it. */

import type { WatchView } from '../../shared/case/views';
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { WizardStep } from '../../shared/ipc/calls/cases';
import type { Observation } from '../../shared/observations/observation';
import { checkAddress } from '../../shared/wizard/console-address';
import { advance, changesList, type WizardEvent } from '../../shared/wizard/wizard';
import type { StoredCase } from '../store/case-store';

interface StepContext {
  readonly at: string;
  /** The project whose page an address should be of. */
  readonly project: string | null;
  readonly consoleOrigin: string;
}

export function afterStep(item: StoredCase, request: WizardStep, context: StepContext): StoredCase {
  const wizard = advance(item.wizard, eventOf(item, request, context));
  const edited =
    item.wizard.kind === 'edit_list' && wizard.kind === 're_verify' && changesList(wizard.branch);
  const said: readonly Evidence[] = edited
    ? [{ kind: 'statement', at: context.at, statement: 'changed_list' }]
    : [];
  return { ...item, wizard, evidence: [...item.evidence, ...said] };
}

function eventOf(item: StoredCase, request: WizardStep, context: StepContext): WizardEvent {
  if (request.kind !== 'address_given') return request;
  const check = checkAddress({
    address: request.address,
    expectedProject: context.project,
    wantLimits: item.wizard.kind === 'open_limits',
    consoleOrigins: [context.consoleOrigin],
  });
  return { kind: 'address_checked', check };
}

export function afterAnswer(item: StoredCase, answer: Observation): StoredCase {
  return {
    ...item,
    wizard: disproves(answer, item) ? advance(item.wizard, { kind: 'refused_again' }) : item.wizard,
    evidence: [...item.evidence, answer],
  };
}

/** The case's own key was refused its model: whatever was proven before does not hold any more. */
function disproves(answer: Observation, { keyId, model }: StoredCase): boolean {
  if (answer.control || answer.keyId !== keyId || answer.model !== model) return false;
  return answer.showed.outcome === 'denied';
}

export function afterWatch(item: StoredCase, watch: WatchView, at: string): StoredCase {
  const proven = watch.state === 'proven';
  return { ...item, watch, wizard: proven ? advance(item.wizard, { kind: 'proved', at }) : item.wizard };
}
