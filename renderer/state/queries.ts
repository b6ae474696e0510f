/** What the window knows of the main process, kept by the query library and refreshed when told that something changed. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Settings } from '../../shared/base/settings';
import type { CaseView } from '../../shared/case/views';
import type { Nothing } from '../../shared/ipc/calls/call';
import type { ChangeTopic } from '../../shared/ipc/contract';
import type { AppInfo } from '../../shared/ipc/views';
import type { PracticeState } from '../../shared/practice/views';
import { CONSOLE_ORIGIN } from '../../shared/remedies/links';
import { ask, type CallError, type ChooseVerb, onChange } from './bridge';

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
  useQuery({ queryKey: ['app', 'info'], queryFn: () => ask((doctor) => doctor.app.info(NOTHING)) });
/** Where the console is: OpenAI's, or the one of practice. */
export const useConsoleOrigin = () => useAppInfo().data?.consoleOrigins[0] ?? CONSOLE_ORIGIN;
const ARRIVAL = ['arrival'];

/** What came from outside of the window and waits for the person. */
export const useArrival = () =>
  useQuery({ queryKey: ARRIVAL, queryFn: () => ask((doctor) => doctor.app.arrival(NOTHING)) });
export const useSettings = () =>
  useQuery({
    queryKey: ['app', 'settings'],
    queryFn: () => ask((doctor) => doctor.app.read_settings(NOTHING)),
  });
export const useKeys = () =>
  useQuery({ queryKey: ['keys', 'list'], queryFn: () => ask((doctor) => doctor.keys.list(NOTHING)) });
export const useKeyActivity = () =>
  useQuery({ queryKey: ['keys', 'activity'], queryFn: () => ask((doctor) => doctor.keys.activity(NOTHING)) });
export const useImport = (enabled: boolean) =>
  useQuery({
    queryKey: ['keys', 'import'],
    queryFn: () => ask((doctor) => doctor.imports.state(NOTHING)),
    enabled,
  });
export const useVault = () =>
  useQuery({
    queryKey: ['keys', 'vault'],
    queryFn: () => ask((doctor) => doctor.keys.vault_status(NOTHING)),
  });
export const useCases = () =>
  useQuery({ queryKey: ['cases'], queryFn: () => ask((doctor) => doctor.cases.list(NOTHING)) });
/** Under the same name as the list, so that whatever changes that changes these. */
export const useAllCases = () =>
  useQuery({ queryKey: ['cases', 'all'], queryFn: () => ask((doctor) => doctor.cases.all(NOTHING)) });
export const useDeletedCases = () =>
  useQuery({ queryKey: ['cases', 'deleted'], queryFn: () => ask((doctor) => doctor.cases.deleted(NOTHING)) });
export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: () => ask((doctor) => doctor.cases.read({ id })) });
/** With the history, because each answer may change it. */
export const useUsableModels = (keyId: string | null) =>
  useQuery({
    queryKey: ['history', 'usable', keyId],
    queryFn: () => ask((doctor) => doctor.matrix.usable({ keyId: keyId ?? '' })),
    enabled: keyId !== null,
  });
const RUNS = ['matrix', 'runs'];

/** How far the newest run is, and what stopped ones left. */
export const useCurrentRuns = () =>
  useQuery({ queryKey: RUNS, queryFn: () => ask((doctor) => doctor.matrix.runs(NOTHING)) });

export const useScenarios = (enabled: boolean) =>
  useQuery({
    queryKey: ['practice', 'scenarios'],
    queryFn: () => ask((doctor) => doctor.practice.scenarios(NOTHING)),
    enabled,
  });

export const usePracticeInventory = (enabled: boolean) =>
  useQuery({
    queryKey: ['practice', 'inventory'],
    queryFn: () => ask((doctor) => doctor.practice.inventory(NOTHING)),
    enabled,
  });

export const PROBING_SETTINGS = ['app', 'probing'];
export const useProbingSettings = () =>
  useQuery({
    queryKey: PROBING_SETTINGS,
    queryFn: () => ask((doctor) => doctor.probing.read_settings(NOTHING)),
  });

const PRACTICE_STATE = ['practice', 'state'];

export const usePracticeState = () =>
  useQuery({ queryKey: PRACTICE_STATE, queryFn: () => ask((doctor) => doctor.practice.state(NOTHING)) });

/** How the practice is from now on. More projects in it are more that an error can be about. */
export function usePracticeCall<Said>(choose: ChooseVerb<Said, PracticeState>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
    onSuccess: (state) => {
      client.setQueryData(PRACTICE_STATE, state);
      return client.invalidateQueries({ queryKey: ['practice', 'inventory'] });
    },
  });
}

/** A call that changes nothing the window keeps. */
export function useCall<Said, Reply>(choose: ChooseVerb<Said, Reply>) {
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
  });
}

/** A call about keys: the list and the keychain's state are read again after it, whether or not it succeeded. */
export function useKeyCall<Said, Reply>(choose: ChooseVerb<Said, Reply>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
    onSettled: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
}

/** A call that answers with the case as it is afterwards. */
export function useCaseCall<Said>(choose: ChooseVerb<Said, CaseView>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
    onSuccess: (view) => {
      client.setQueryData(['case', view.id], view);
      return client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

/** A call about cases as such: their lists are read again after it. */
export function useCasesCall<Said>(choose: ChooseVerb<Said, null>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}

export function useWriteSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Settings) => ask((doctor) => doctor.app.write_settings(request)),
    onSuccess: (settings) => client.setQueryData(['app', 'settings'], settings),
  });
}

export function useDismissSetAside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask((doctor) => doctor.app.dismiss_set_aside(NOTHING)),
    onSuccess: (info) => client.setQueryData(['app', 'info'], info),
  });
}

/** What is restored may be on any page. */
export function useRestoreSetAside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask((doctor) => doctor.app.restore_set_aside(NOTHING)),
    onSuccess: () => client.invalidateQueries(),
  });
}

/**
 * Entering or leaving practice changes everything: nothing of the other world may stay on the screen. `arrived` runs
 * even where what asked for it is gone with the world that was left.
 */
export function useSwitchPractice(choose: ChooseVerb<Nothing, AppInfo>, arrived?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask((doctor) => choose(doctor)(NOTHING)),
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
    case 'arrival':
      return [ARRIVAL];
    case 'matrix':
      return [['history'], RUNS];
    case 'case':
      return [['case', topic.id], ['cases']];
    case 'show':
      return [];
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
