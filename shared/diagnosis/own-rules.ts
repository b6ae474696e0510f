/** Rules that belong to one layer alone: what lists, projects, names and the way to the API say of it. */
import { isAccessCause, isOfName } from '../observations/layers';
import type { Settled } from './settled';
import { openBy, refusedFor, type Signals } from './signals';
import { gotPast, standingRefusal } from './standing-refusal';

/** Our newest test reached nothing. Where the API is known to have answered once, that says nothing against its answer. */
export function cannotReach(signals: Signals): Settled | null {
  const { unreachable } = signals;
  if (unreachable === null) return null;
  const { text, decisive, keyRefusal, list, listRefusal } = signals;
  const isAnswered = [decisive, keyRefusal, list, listRefusal].some((answer) => answer !== null);
  const answeredBefore = isAnswered || (text !== null && gotPast('reach', text.value));
  return {
    state: answeredBefore ? 'unknown' : 'failed',
    reason: 'no_answer',
    evidence: [unreachable.index],
    values: { failure: unreachable.value },
  };
}

/** A key of the old form reaches every project of its owner, so that another project may be the same key with a header. */
export function projectDiffers(signals: Signals): Settled | null {
  const named = signals.text?.value.facts.project ?? null;
  if (named === null || signals.keyProject === null || named === signals.keyProject.value) return null;
  if (signals.text?.value.facts.furtherProjects.includes(signals.keyProject.value)) return null;
  const reachesSeveral = signals.key?.reachesSeveral === true;
  return {
    state: reachesSeveral ? 'unknown' : 'failed',
    reason: reachesSeveral ? 'project_by_header' : 'project_differs',
    evidence: [signals.text?.index ?? 0, signals.keyProject.index],
    values: { named, own: signals.keyProject.value },
  };
}

export function projectMatches(signals: Signals): Settled | null {
  const named = signals.text?.value.facts.project ?? null;
  if (named === null || signals.keyProject === null) return null;
  return {
    state: 'passed',
    reason: 'project_matches',
    evidence: [signals.keyProject.index],
    values: { own: signals.keyProject.value },
  };
}

export function spreading(signals: Signals): Settled | null {
  if (!signals.flickering || signals.decisive === null) return null;
  return { state: 'unknown', reason: 'flickering', evidence: [signals.decisive.index] };
}

/** The list and a model's entry follow the project's policy (seen 2026, strong), so being there means that it lets the name through. */
export function listed(signals: Signals): Settled | null {
  const { seen, model } = signals;
  if (isAccessCause(refusedFor(signals))) return null;
  if (seen === null || model === null) return null;
  return {
    state: 'passed',
    reason: seen.value === 'list' ? 'listed' : 'entry_readable',
    evidence: [seen.index],
    values: { model },
  };
}

/** Nobody refused the model yet. One that is not listed was refused in nearly every case seen (2026, strong). */
export function notListed(signals: Signals): Settled | null {
  if (signals.list === null || signals.state !== 'not_listed' || standingRefusal(signals) !== null)
    return null;
  return {
    state: 'unknown',
    reason: 'not_listed',
    evidence: [signals.list.index],
    values: listValues(signals),
  };
}

/** By the table, which ages: only the API's own list or refusal beside it makes it a failure. */
export function retiredName(signals: Signals): Settled | null {
  const refusal = standingRefusal(signals);
  if (!signals.retired || signals.model === null || openBy(signals) !== null) return null;
  if (signals.list === null && (refusal === null || !isAccessCause(refusal.value.cause))) return null;
  const evidence = signals.list?.index ?? refusal?.index;
  return {
    state: 'failed',
    reason: signals.list === null ? 'name_on_retired_list' : 'name_retired',
    evidence: evidence === undefined ? [] : [evidence],
    values: { model: signals.model },
  };
}

/** A list says less than a request for the model that was refused for its name. */
export function nameListed(signals: Signals): Settled | null {
  const { seen, model } = signals;
  if (seen === null || model === null || refusedForName(signals)) return null;
  return { state: 'passed', reason: 'name_known', evidence: [seen.index], values: { model } };
}

function refusedForName(signals: Signals): boolean {
  return isOfName(refusedFor(signals));
}

export function siblingListed(signals: Signals): Settled | null {
  const [sibling] = signals.siblings;
  if (sibling === undefined || signals.list === null || openBy(signals) !== null) return null;
  if (refusedForName(signals)) return null;
  return {
    state: 'unknown',
    reason: 'sibling_listed',
    evidence: [signals.list.index],
    values: { sibling, model: signals.model ?? '' },
  };
}

export function entitledElsewhere(signals: Signals): Settled | null {
  if (signals.elsewhere?.value !== true) return null;
  return { state: 'passed', reason: 'other_project_has_it', evidence: [signals.elsewhere.index] };
}

function listValues(signals: Signals): Readonly<Record<string, string>> {
  return { model: signals.model ?? '', count: String(signals.list?.value.length ?? 0) };
}
