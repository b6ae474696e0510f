/** Pages of an organization have no name of it in their address: the console shows the one that was selected last. */
import { organizationOfProject, projectOf, type World } from '../world';
import type { Sessions } from './session';

export interface CaseSubject {
  /** The project that the case is about, as far as the app knows it. */
  readonly project: string | null;
  readonly keyId: string | null;
}

/**
 * Selects what a person with this case would select first, and has the next page say so, since the real console does
 * not do it. Where the case names no project of the practice, its key's counts.
 */
export function selectForCase({ project, keyId }: CaseSubject, world: World, sessions: Sessions): void {
  const key = world.keys.find(({ id }) => id === keyId);
  const subject = projectOf(world, project ?? '') ?? projectOf(world, key?.projectId ?? '');
  if (subject === null) return;
  const { name } = organizationOfProject(world, subject);
  sessions.select(
    subject.id,
    `${name} is selected, because your case is about it. In the real console, check the name at the top left first.`,
  );
}
