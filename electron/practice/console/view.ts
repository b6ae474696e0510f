import type { Moment, Organization, Project, World } from '../world';
import type { Session } from './session';

/** Everything a console page is drawn from. */
export interface View extends Omit<Moment, 'random'> {
  readonly world: World;
  readonly session: Session;
  readonly organization: Organization;
  readonly project: Project;
  /** Address of the page, as a browser would show it. */
  readonly address: string;
  readonly path: string;
  readonly toast: string | null;
}

/** The person who logs in. The mail domain is reserved for examples. */
export const ACCOUNT = { name: 'Robin Sato', email: 'robin@maple.example', initials: 'RS' } as const;

export function mayEdit(view: View): boolean {
  return view.organization.role === 'owner';
}
