/** Which organization and project a case's requests are sent for, so that like is compared with like. */
import type { KeySummary } from '../../shared/keys/key';
import type { Target } from '../probes/prober';
import type { StoredCase } from '../store/case-store';

/**
 * A key of the old form reaches several projects, by headers (facts of 2026-11): its tests name those of the pasted error. A
 * project's key knows its home, and a header could only contradict it; nor is a header repeated that was refused as such.
 */
export function sentAs(target: Target, item: Pick<StoredCase, 'evidence'>, key: KeySummary | null): Target {
  const text = item.evidence.find((entry) => entry.kind === 'text');
  if (key?.kind !== 'legacy' || text?.kind !== 'text') return target;
  const { cause, facts } = text.reading;
  const { organization, project } = facts;
  if (cause === 'org_or_project_mismatch' || (organization === null && project === null)) return target;
  return { ...target, home: { organization, project } };
}
