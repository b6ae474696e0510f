import { drawHex, type Random } from '../random';

/** One log-in to the practice console. */
export interface Session {
  readonly id: string;
  /** Comes back with every form, so that no other page can send one. */
  readonly csrf: string;
  projectId: string;
  /** Shown once on the next page. */
  toast: string | null;
}

const COOKIE = 'practice_session';
/** Each log-in makes one; the oldest goes, so that a loop of log-ins cannot fill the memory. */
const MAX_SESSIONS = 50;

export class Sessions {
  readonly #byId = new Map<string, Session>();
  readonly #random: Random;
  #selected: Pick<Session, 'projectId' | 'toast'> | null = null;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Starts in this project, unless another one was selected meanwhile. */
  open(projectId: string): Session {
    const session = {
      id: drawHex(this.#random, 32),
      csrf: drawHex(this.#random, 32),
      ...(this.#selected ?? { projectId, toast: null }),
    };
    const [oldest] = this.#byId.keys();
    if (this.#byId.size >= MAX_SESSIONS && oldest !== undefined) this.#byId.delete(oldest);
    this.#byId.set(session.id, session);
    return session;
  }

  /** As if the person had switched to this project: in the log-ins there are, and in those to come. */
  select(projectId: string, toast: string): void {
    this.#selected = { projectId, toast };
    for (const session of this.#byId.values()) Object.assign(session, this.#selected);
  }

  find(cookies: string): Session | null {
    const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([0-9a-f]{32})(?:;|$)`).exec(cookies)?.[1];
    return id === undefined ? null : (this.#byId.get(id) ?? null);
  }

  end(session: Session): void {
    this.#byId.delete(session.id);
  }

  clear(): void {
    this.#byId.clear();
    this.#selected = null;
  }
}

export function cookieOf(session: Session): string {
  return `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Strict`;
}
