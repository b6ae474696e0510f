import type { Test } from '../../shared/diagnosis/verdict';
import type { CaseView } from '../../shared/ipc/views';
import type { Say } from '../text/message-key';

export function testName(test: Test, say: Say): string {
  return say(`verdict.test.${test.kind === 'probe' ? test.probe : test.kind}`);
}

/** Why a request cannot be sent for this case; null where it can. */
export function obstacleOf(view: CaseView, test: Test): 'key' | 'model' | null {
  if (test.kind === 'console_look' || test.kind === 'organization_limits') return null;
  if (view.keyId === null) return 'key';
  const needsModel = !(test.kind === 'probe' && test.probe === 'list');
  return needsModel && view.model === null ? 'model' : null;
}
