import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { HistoryFilter } from '../../shared/history/views';
import { ask } from '../state/bridge';

/** null where there is none to read. */
export const useCheck = (id: string | null) =>
  useQuery({
    queryKey: ['history', 'check', id],
    queryFn: id === null ? skipToken : () => ask((doctor) => doctor.history.read({ id })),
  });

export const useTimeline = (keyId: string, model: string) =>
  useQuery({
    queryKey: ['history', 'timeline', keyId, model],
    queryFn: () => ask((doctor) => doctor.history.timeline({ keyId, model })),
    placeholderData: keepPreviousData,
  });

export const useRuns = () =>
  useQuery({ queryKey: ['history', 'runs'], queryFn: () => ask((doctor) => doctor.history.runs({})) });

const listKey = (name: string) => ['history', 'list', name];

/**
 * The tests that fit, newest first. While `held`, what is shown stays as it was read, so that nothing moves under the
 * pointer; how many came since is counted, and `refetch` shows them.
 */
export function useHistory(filter: HistoryFilter, held: boolean) {
  const client = useQueryClient();
  const name = JSON.stringify(filter);
  // What was never read has to be, wherever the pointer is.
  const still = held && client.getQueryData(listKey(name)) !== undefined;
  const list = useInfiniteQuery({
    queryKey: listKey(name),
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => ask((doctor) => doctor.history.list({ filter, before: pageParam })),
    getNextPageParam: (page) => page.older,
    placeholderData: keepPreviousData,
    enabled: !still,
    gcTime: 0,
  });
  useEffect(() => {
    // A reading that was under way would still move the list once.
    if (still) void client.cancelQueries({ queryKey: listKey(name), exact: true });
  }, [still, client, name]);
  const total = list.data?.pages[0]?.total ?? 0;
  return { ...list, total, newer: useNewer(filter, total, still) };
}

/** How many tests came since `shown` were counted. */
function useNewer(filter: HistoryFilter, shown: number, still: boolean): number {
  const newest = useQuery({
    queryKey: ['history', 'newest', filter],
    queryFn: () => ask((doctor) => doctor.history.list({ filter, before: null })),
    enabled: still,
    gcTime: 0,
  });
  return still ? Math.max(0, (newest.data?.total ?? shown) - shown) : 0;
}
