/** What the window knows of administration. Project readings cost calls that are few a minute, so only a person asks for them. */

import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';
import type { ProjectPlace } from '../../shared/ipc/calls/admin';
import { ask, type ChooseVerb } from '../state/bridge';

const NOTHING = {} as const;

export const useAdminKeys = () =>
  useQuery({ queryKey: ['admin', 'keys'], queryFn: () => ask((doctor) => doctor.admin.keys(NOTHING)) });
export const useChangesMade = () =>
  useQuery({ queryKey: ['admin', 'changes'], queryFn: () => ask((doctor) => doctor.admin.changes(NOTHING)) });
export const useAdminOffer = (caseId: string) =>
  useQuery({
    queryKey: ['admin', 'offer', caseId],
    queryFn: () => ask((doctor) => doctor.admin.offer({ id: caseId })),
  });

/** Read anew with each form: other parts of the app learn names meanwhile. */
export const useKnownModels = (keyId: string) =>
  useQuery({
    queryKey: ['admin', 'models', keyId],
    queryFn: () => ask((doctor) => doctor.admin.known_models({ id: keyId })),
    staleTime: 0,
  });

export interface KeyProjects {
  readonly key: AdminKeySummary;
  readonly projects: readonly AdminProject[];
}

/** The projects of every key, as last read. */
export function useProjects(keys: readonly AdminKeySummary[]): readonly KeyProjects[] {
  const answers = useQueries({
    queries: keys.map(({ id }) => ({
      queryKey: ['admin', 'projects', id],
      queryFn: () => ask((doctor) => doctor.admin.projects({ id })),
    })),
  });
  return keys.map((key, index) => ({ key, projects: answers[index]?.data ?? [] }));
}

/** Not under `admin`, which is read again at each step of a change. */
export const useProjectReading = (place: ProjectPlace) =>
  useQuery({
    queryKey: ['admin-project', place.keyId, place.project],
    queryFn: () => ask((doctor) => doctor.admin.read_project(place)),
  });

export function useAdminCall<Said, Reply>(choose: ChooseVerb<Said, Reply>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Said) => ask((doctor) => choose(doctor)(request)),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
}

/** Reads the project's list and shows the case with it. */
export function useInspect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ask((doctor) => doctor.admin.inspect({ id })),
    onSuccess: (view) => {
      client.setQueryData(['case', view.id], view);
      return client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
