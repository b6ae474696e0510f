/** How much evidence one case keeps: what is newest of each sort, since only that decides. */
import type { Evidence } from '../../shared/diagnosis/evidence';

/** Besides lists, which have a bound of their own; a long watch drops its oldest probes first. */
const MAX_PROBES = 200;
/** Of one key, answered and refused ones apart, so that a bad hour does not push the last list out. */
const MAX_LISTS = 3;
const MAX_STATEMENTS = 20;
/** Requests that were not sent: they tell of the host at that moment only, and must not push answers out. */
const MAX_NOT_SENT = 1;
/** Of one project. */
const MAX_POLICIES = 1;

interface Sort {
  readonly name: string;
  readonly limit: number;
}

/** null for what there is one of anyway. */
function sortOf(item: Evidence): Sort | null {
  switch (item.kind) {
    case 'text':
      return null;
    case 'unreadable':
      return { name: 'unreadable', limit: MAX_PROBES };
    case 'statement':
      return { name: 'statement', limit: MAX_STATEMENTS };
    case 'policy':
      return { name: `policy ${item.projectId}`, limit: MAX_POLICIES };
    case 'probe':
      if (item.answer.kind === 'not_sent') return { name: 'not sent', limit: MAX_NOT_SENT };
      return item.probe === 'list'
        ? { name: `list ${item.answer.kind === 'success'} ${item.keyId}`, limit: MAX_LISTS }
        : { name: 'probe', limit: MAX_PROBES };
  }
}

/** In the same order, without the oldest of each sort that there is too much of. */
export function bounded(evidence: readonly Evidence[]): readonly Evidence[] {
  const counts = new Map<string, number>();
  const kept = evidence.toReversed().filter((item) => {
    const sort = sortOf(item);
    if (sort === null) return true;
    const count = (counts.get(sort.name) ?? 0) + 1;
    counts.set(sort.name, count);
    return count <= sort.limit;
  });
  return kept.toReversed();
}
