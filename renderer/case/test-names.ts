import type { CaseView } from '../../shared/case/views';
import type { Test } from '../../shared/diagnosis/verdict';
import { realProbe } from '../../shared/models/families';

/** A page of the console to look at, rather than a request. */
export function isConsoleLook(
  test: Test,
): test is Extract<Test, { kind: 'console_look' | 'organization_limits' }> {
  return test.kind === 'console_look' || test.kind === 'organization_limits';
}

/** Why a request cannot be sent for this case; null where it can. */
export function obstacleOf(view: CaseView, test: Test): 'key' | 'model' | null {
  if (isConsoleLook(test)) return null;
  if (view.keyId === null) return 'key';
  const needsModel = !(test.kind === 'probe' && test.probe === 'list');
  return needsModel && view.model === null ? 'model' : null;
}

/** False where no real request is sensible for the case's model. */
export function hasRealProbe({ model }: CaseView): boolean {
  return model === null || realProbe(model) !== null;
}
