import type { CaseSummary, CaseView, WatchAttempt, WatchView } from '../../../shared/case/views';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readError } from '../../../shared/errors/read-error';
import type { RequestOf } from '../../../shared/ipc/contract';
import type { Probe } from '../../../shared/observations/observation';
import { redact } from '../../../shared/redaction/redact';
import { CONSOLE_ORIGIN } from '../../../shared/remedies/links';
import { checkAddress } from '../../../shared/wizard/console-address';
import { advance, WIZARD_START, type WizardEvent } from '../../../shared/wizard/wizard';
import { probeAnswer } from './fake-world';

const NEEDED = 3;

export function openCase(id: string, at: string, request: RequestOf<'cases:open'>): CaseView {
  const text = request.text === null ? null : redact(request.text);
  const reading = text === null ? null : readError(text);
  const evidence: readonly Evidence[] = reading === null ? [] : [{ kind: 'text', at, reading }];
  const model = request.model ?? reading?.facts.model ?? null;
  return judged(
    {
      id,
      createdAt: at,
      text,
      reading,
      keyId: request.keyId,
      model,
      evidence,
      wizard: WIZARD_START,
      running: null,
      watch: null,
      name: null,
      isPinned: false,
    },
    at,
  );
}

/** The case with its verdict made anew from its evidence. */
export function judged(view: Omit<CaseView, 'verdict' | 'updatedAt'>, at: string): CaseView {
  const { evidence, keyId, model } = view;
  const verdict = diagnose({ evidence, keyId, model, today: at.slice(0, 10) });
  return { ...view, updatedAt: at, verdict };
}

export function summaryOf(view: CaseView): CaseSummary {
  const { id, updatedAt, name, isPinned, verdict, wizard } = view;
  const { outcome, cause, host, model, project } = verdict;
  const told = { id, updatedAt, name, isPinned, outcome, cause, host, model, project };
  return { ...told, wizard: wizard.kind, watching: null };
}

export function step(view: CaseView, event: RequestOf<'cases:wizard'>['event']): CaseView {
  return { ...view, wizard: advance(view.wizard, wizardEvent(view, event)) };
}

function wizardEvent(view: CaseView, event: RequestOf<'cases:wizard'>['event']): WizardEvent {
  if (event.kind !== 'address_given') return event;
  const check = checkAddress({
    address: event.address,
    expectedProject: view.verdict.project,
    wantLimits: view.wizard.kind === 'open_limits',
    consoleOrigins: [CONSOLE_ORIGIN],
  });
  return { kind: 'address_checked', check };
}

/** Asks the invented API and adds its answer. */
export function probed(view: CaseView, probe: Probe, allowed: boolean, at: string): CaseView {
  const id = `${view.id}-${view.evidence.length}`;
  const item = probeAnswer({
    id,
    at,
    probe,
    keyId: view.keyId ?? '',
    model: view.model ?? '',
    allowed,
  });
  return judged({ ...view, evidence: [...view.evidence, item] }, at);
}

export function watchStarted(at: Date): WatchView {
  return {
    state: 'running',
    startedAt: at.toISOString(),
    endsAt: new Date(at.getTime() + 600_000).toISOString(),
    nextAt: at.toISOString(),
    consecutive: 0,
    needed: NEEDED,
    attempts: [],
  };
}

/** The watch after one more answer; three successes in a row prove it. */
export function watched(watch: WatchView, outcome: WatchAttempt['outcome'], at: Date, next: Date): WatchView {
  const consecutive = outcome === 'success' ? watch.consecutive + 1 : 0;
  const proven = consecutive >= watch.needed;
  return {
    ...watch,
    state: proven ? 'proven' : 'running',
    nextAt: proven ? null : next.toISOString(),
    consecutive,
    attempts: [...watch.attempts, { at: at.toISOString(), outcome }],
  };
}
