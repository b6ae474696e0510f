/** How a case refers to answers in the history, and which answers cases refer to. */
import type { Evidence } from '../../shared/diagnosis/evidence';
import { isRecorded } from '../../shared/history/check';

/** `at`: when the request was sent, so that an answer that cannot be read any more can still be told of. */
interface Reference {
  readonly kind: 'recorded';
  /** Of the check. */
  readonly id: string;
  readonly at: string;
}

/** Evidence as a case keeps it: what the history records stays there. */
export type KeptEvidence = Exclude<Evidence, { readonly kind: 'unreadable' }> | Reference;

export function keptOf(item: Evidence): KeptEvidence {
  const isElsewhere = item.kind === 'unreadable' || (item.kind === 'probe' && isRecorded(item));
  return isElsewhere ? { kind: 'recorded', id: item.id, at: item.at } : item;
}

/**
 * SQL for the ids of all checks that a case refers to. A body that is damaged names what can be read of it, and hides no
 * other's; an id of NULL would say of every check that it may be referred to.
 */
export const REFERRED_CHECKS = `SELECT item.value ->> '$.id'
  FROM cases, json_each(CASE WHEN json_valid(body) THEN body ELSE '{}' END, '$.value.evidence') AS item
  WHERE CASE item.type WHEN 'object' THEN item.value ->> '$.kind' = 'recorded' AND item.value ->> '$.id' IS NOT NULL END`;
