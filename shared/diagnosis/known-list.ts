import type { Verdict } from './verdict';

/** The list that is set, where an admin key has read it; null where nobody knows. */
export function knownList({ ladder }: Pick<Verdict, 'ladder'>): 'allowed' | 'blocked' | null {
  const reason = ladder.find(({ layer }) => layer === 'policy')?.reason;
  if (reason === 'not_on_allow_list') return 'allowed';
  return reason === 'on_block_list' ? 'blocked' : null;
}
