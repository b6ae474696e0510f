import type { ProbeEvidence } from '../../shared/diagnosis/evidence';
import type { KeyHealth } from '../../shared/keys/key';

/** Causes that speak of the key itself. Being offline never marks a key bad. */
export function healthFrom(probe: ProbeEvidence): KeyHealth | null {
  const { answer } = probe;
  if (probe.probe !== 'list') return null;
  if (answer.kind === 'success') return { kind: 'accepted', models: answer.models?.length ?? 0 };
  if (answer.kind === 'no_answer') return { kind: 'undecided', code: answer.failure };
  if (answer.kind === 'cancelled') return null;
  const { cause } = answer.reading;
  if (cause === 'key_scope') return { kind: 'accepted_cannot_list' };
  if (cause === 'key_invalid' || cause === 'account_disabled' || cause === 'project_archived') {
    return { kind: 'refused', code: cause };
  }
  return { kind: 'undecided', code: cause };
}
