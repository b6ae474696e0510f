import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { HistoryFilter } from '../../shared/history/views';
import { ask } from '../bridge';

/** null where there is none to read. */
export const useCheck = (id: string | null) =>
  useQuery({
    queryKey: ['history', 'check', id],
    queryFn: id === null ? skipToken : () => ask('history:read', { id }),
  });

export const useTimeline = (keyId: string, model: string) =>
  useQuery({
    queryKey: ['history', 'timeline', keyId, model],
    queryFn: () => ask('history:timeline', { keyId, model }),
    placeholderData: keepPreviousData,
  });

export const useRuns = () =>
  useQuery({ queryKey: ['history', 'runs'], queryFn: () => ask('history:runs', {}) });

export const useHistory = (filter: HistoryFilter) =>
  useInfiniteQuery({
    queryKey: ['history', 'list', filter],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => ask('history:list', { filter, before: pageParam }),
    getNextPageParam: (page) => page.older,
    placeholderData: keepPreviousData,
  });
