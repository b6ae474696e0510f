/** What the window knows of the main process, kept by the query library and refreshed when told that something changed. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseView } from '../../shared/case/views';
import type { ChangeTopic, Channel, ReplyOf, RequestOf, WindowRequest } from '../../shared/ipc/contract';
import type { AppInfo } from '../../shared/ipc/views';
import { CONSOLE_ORIGIN } from '../../shared/remedies/links';
import { ask, type CallError, onChange } from './bridge';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError;
  }
}

export function createQueryClient(): QueryClient {
  // The main process says when something changed; a refusal stays one however often it is asked.
  const always = { retry: false, networkMode: 'always' } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...always, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
      // A request may hold a secret, such as a pasted error with a key in it: none is kept once its page is gone.
      mutations: { ...always, gcTime: 0 },
    },
  });
}

const NOTHING = {} as const;

export const useAppInfo = () =>
  useQuery({ queryKey: ['app', 'info'], queryFn: () => ask('app:info', NOTHING) });
/** Where the console is: OpenAI's, or the one of practice. */
export const useConsoleOrigin = () => useAppInfo().data?.consoleOrigins[0] ?? CONSOLE_ORIGIN;
export const useSettings = () =>
  useQuery({ queryKey: ['app', 'settings'], queryFn: () => ask('app:read_settings', NOTHING) });
export const useKeys = () =>
  useQuery({ queryKey: ['keys', 'list'], queryFn: () => ask('keys:list', NOTHING) });
export const useKeyActivity = () =>
  useQuery({ queryKey: ['keys', 'activity'], queryFn: () => ask('keys:activity', NOTHING) });
export const useImport = (enabled: boolean) =>
  useQuery({ queryKey: ['keys', 'import'], queryFn: () => ask('imports:state', NOTHING), enabled });
export const useVault = () =>
  useQuery({ queryKey: ['keys', 'vault'], queryFn: () => ask('keys:vault_status', NOTHING) });
export const useCases = () => useQuery({ queryKey: ['cases'], queryFn: () => ask('cases:list', NOTHING) });
export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: () => ask('cases:read', { id }) });
const RUNS = ['matrix', 'runs'];

/** How far the newest run is, and what stopped ones left. */
export const useCurrentRuns = () => useQuery({ queryKey: RUNS, queryFn: () => ask('matrix:runs', NOTHING) });

export const useScenarios = (enabled: boolean) =>
  useQuery({
    queryKey: ['practice', 'scenarios'],
    queryFn: () => ask('practice:scenarios', NOTHING),
    enabled,
  });

export const usePracticeInventory = (enabled: boolean) =>
  useQuery({
    queryKey: ['practice', 'inventory'],
    queryFn: () => ask('practice:inventory', NOTHING),
    enabled,
  });

export const PROBING_SETTINGS = ['app', 'probing'];
export const useProbingSettings = () =>
  useQuery({ queryKey: PROBING_SETTINGS, queryFn: () => ask('probing:read_settings', NOTHING) });

const PRACTICE_STATE = ['practice', 'state'];

export const usePracticeState = () =>
  useQuery({ queryKey: PRACTICE_STATE, queryFn: () => ask('practice:state', NOTHING) });

/** How the practice is from now on. More projects in it are more that an error can be about. */
export function usePracticeCall<C extends 'practice:set_condition' | 'practice:enlarge'>(channel: C) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: WindowRequest<C>): Promise<ReplyOf<C>> => ask(channel, request),
    onSuccess: (state) => {
      client.setQueryData(PRACTICE_STATE, state);
      return client.invalidateQueries({ queryKey: ['practice', 'inventory'] });
    },
  });
}

/** A call that changes nothing the window keeps. */
export function useCall<C extends Channel>(channel: C) {
  return useMutation({
    mutationFn: (request: WindowRequest<C>): Promise<ReplyOf<C>> => ask(channel, request),
  });
}

type KeyChannel = Extract<
  Channel,
  `keys:${string}` | `imports:${string}` | 'practice:prepare' | 'matrix:retest' | 'matrix:start'
>;

/** A call about keys: the list and the keychain's state are read again after it, whether or not it succeeded. */
export function useKeyCall<C extends KeyChannel>(channel: C) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: WindowRequest<C>): Promise<ReplyOf<C>> => ask(channel, request),
    onSettled: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
}

type CaseChannel =
  | 'cases:open'
  | 'cases:choose'
  | 'cases:check'
  | 'cases:cancel'
  | 'cases:wizard'
  | 'cases:watch'
  | 'cases:stop_watch'
  | 'cases:state'
  | 'cases:compare';

/** A call that answers with the case as it is afterwards. */
export function useCaseCall<C extends CaseChannel>(channel: C) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RequestOf<C>): Promise<CaseView> => ask<CaseChannel>(channel, request),
    onSuccess: (view) => {
      client.setQueryData(['case', view.id], view);
      return client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

export function useDeleteCase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RequestOf<'cases:delete'>) => ask('cases:delete', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}

export function useWriteSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RequestOf<'app:write_settings'>) => ask('app:write_settings', request),
    onSuccess: (settings) => client.setQueryData(['app', 'settings'], settings),
  });
}

export function useDismissSetAside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('app:dismiss_set_aside', NOTHING),
    onSuccess: (info) => client.setQueryData(['app', 'info'], info),
  });
}

/** What is restored may be on any page. */
export function useRestoreSetAside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('app:restore_set_aside', NOTHING),
    onSuccess: () => client.invalidateQueries(),
  });
}

/**
 * Entering or leaving practice changes everything: nothing of the other world may stay on the screen. `arrived` runs
 * even where what asked for it is gone with the world that was left.
 */
export function useSwitchPractice(
  channel: 'app:enter_practice' | 'app:leave_practice',
  arrived?: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<AppInfo> => ask(channel, NOTHING),
    onSuccess: async (info) => {
      arrived?.();
      client.setQueryData(['app', 'info'], info);
      client.removeQueries({ queryKey: ['case'] });
      client.removeQueries({ queryKey: ['practice'] });
      await client.invalidateQueries();
    },
  });
}

function keysOf(topic: ChangeTopic): readonly (readonly string[])[] {
  switch (topic.kind) {
    case 'app':
      return [['app']];
    case 'keys':
      return [['keys']];
    case 'admin':
      return [['admin']];
    case 'matrix':
      return [['history'], RUNS];
    case 'case':
      return [['case', topic.id], ['cases']];
  }
}

/** Reads again what the main process says has changed. */
export function useChanges(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onChange((topic) => {
        for (const queryKey of keysOf(topic)) void client.invalidateQueries({ queryKey });
      }),
    [client],
  );
}
