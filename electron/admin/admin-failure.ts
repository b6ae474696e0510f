/** What a failure of the administration API means to the person, as the error that crosses to the window. */
import { fail } from '../base/failure';
import { type AdminFailure, codeOf } from './admin-client';

export function adminFailure(failure: AdminFailure) {
  if (failure.kind === 'cancelled') return fail('cancelled');
  if (failure.kind === 'no_answer') return fail('admin_unreachable', { code: failure.failure });
  const { cause, facts } = failure.reading;
  if (failure.status === 429) return fail('admin_too_fast');
  if (cause === 'key_scope')
    return fail('admin_wrong_scope', { scope: facts.missingScopes.join(', ') || '?' });
  if (cause === 'key_invalid' || cause === 'key_missing') return fail('admin_key_refused');
  if (facts.param === 'model_ids') return fail('admin_model_refused', { excerpt: failure.excerpt });
  return fail('admin_refused', { status: String(failure.status), excerpt: failure.excerpt });
}

/** A project that this key cannot see is missing or belongs to another organization; the API doesn't say which. */
export function projectFailure(failure: AdminFailure, project: string) {
  return failure.kind === 'refusal' && failure.status === 404
    ? fail('admin_project_missing', { project, code: codeOf(failure) })
    : adminFailure(failure);
}
