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

  constructor(random: Random) {
    this.#random = random;
  }

  open(projectId: string): Session {
    const session = {
      id: drawHex(this.#random, 32),
      csrf: drawHex(this.#random, 32),
      projectId,
      toast: null,
    };
    const [oldest] = this.#byId.keys();
    if (this.#byId.size >= MAX_SESSIONS && oldest !== undefined) this.#byId.delete(oldest);
    this.#byId.set(session.id, session);
    return session;
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
  }
}

export function cookieOf(session: Session): string {
  return `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Strict`;
}
