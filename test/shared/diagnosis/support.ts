/** Questions about one model and one key, and the evidence that most of them begin with. */
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { Verdict } from '../../../shared/diagnosis/verdict';
import { KEY, MODEL, PROJECT, refused, text } from '../../support/evidence';

export function ask(evidence: readonly Evidence[], model: string | null = MODEL): Verdict {
  return diagnose({ evidence, keyId: KEY, model, today: '2026-11-22' });
}

export function brief(verdict: Verdict): readonly (string | null)[] {
  return [verdict.outcome, verdict.cause, verdict.layer, verdict.confidence];
}

export const PROJECT_TEXT = text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 });
export const REVOKED = refused('list', 'key_invalid', { httpStatus: 401 });
export const SLOW_DOWN = refused('free_probe', 'rate_limited', { httpStatus: 429 });
export const REFUSED = refused('free_probe', 'project_lacks_model', { project: PROJECT, model: MODEL });
