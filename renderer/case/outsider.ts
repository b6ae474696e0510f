import type { CaseView } from '../../shared/case/views';
import type { PracticeInventory } from '../../shared/practice/views';
import { isProjectId } from '../../shared/wizard/console-address';
import { useAppInfo, usePracticeInventory } from '../state/queries';

interface Outsider {
  readonly kind: 'project' | 'organization';
  readonly id: string;
}

const ORGANIZATION_ID = /^org-[A-Za-z0-9]+$/;

/** What an error names that practice does not have; null where it could well be one of practice. */
export function outsiderIn({ verdict }: CaseView, inventory: PracticeInventory): Outsider | null {
  const { project, organization } = verdict;
  if (project !== null && isProjectId(project) && !inventory.projects.includes(project)) {
    return { kind: 'project', id: project };
  }
  // Some errors name the organization by what it is called, which tells nothing.
  if (organization === null || !ORGANIZATION_ID.test(organization)) return null;
  return inventory.organizations.includes(organization) ? null : { kind: 'organization', id: organization };
}

/** A real error that was pasted in practice: it can be read there, but nothing there can mend it. */
export function useOutsider(view: CaseView): Outsider | null {
  const practising = useAppInfo().data?.mode === 'practice';
  const inventory = usePracticeInventory(practising).data;
  return practising && inventory !== undefined ? outsiderIn(view, inventory) : null;
}
