/**
 * The one place where that waits which came from outside of the window. It holds one thing, the newest: whoever opens a
 * thousand links puts one question. The window asks for it when it is ready to, so that it makes no difference whether
 * a link started the app or found it running; and nothing is done until the person has answered.
 */
import type { Arrival } from '../../shared/ipc/arrival';
import { bare, hideSecrets, type Veiled } from '../../shared/redaction/veiled';
import { type Link, link } from '../schemas/link';

export interface ArrivalDeps {
  readonly newId: () => string;
  /** Takes the secrets out of a text for the person's own eyes. */
  readonly clean: (text: string) => string;
  /** Something else waits, or nothing any more. */
  readonly changed: () => void;
}

interface Waiting {
  readonly id: string;
  readonly link: Link | null;
}

/** Of a text, in UTF-16 units: enough to know it again. */
const SHOWN = 300;

export class Arrivals {
  readonly #deps: ArrivalDeps;
  #waiting: Waiting | null = null;

  constructor(deps: ArrivalDeps) {
    this.#deps = deps;
  }

  /** Somebody opened this address. */
  link(address: string): void {
    this.#put({ id: this.#deps.newId(), link: link.safeParse(address).data ?? null });
  }

  /** `hasCase`: in the world that is on the screen. */
  current(hasCase: (id: string) => boolean): Arrival | null {
    if (this.#waiting === null) return null;
    const { id, link } = this.#waiting;
    if (link === null) return { id, kind: 'bad_link' };
    if (link.kind === 'explain') return { id, kind: 'text', ...this.#beginning(link.text) };
    const { caseId } = link;
    return hasCase(caseId) ? { id, kind: 'case', caseId } : { id, kind: 'case_gone' };
  }

  /** The person wants to read the text. Null where another thing waits by now, or one without a text. */
  take(id: string): Veiled | null {
    if (this.#waiting?.id !== id || this.#waiting.link?.kind !== 'explain') return null;
    const { text } = this.#waiting.link;
    this.#put(null);
    return this.#veiled(text);
  }

  dismiss(id: string): void {
    if (this.#waiting?.id === id) this.#put(null);
  }

  #put(waiting: Waiting | null): void {
    this.#waiting = waiting;
    this.#deps.changed();
  }

  #beginning(whole: string): { readonly begins: string; readonly isWhole: boolean } {
    const { text } = this.#veiled(whole);
    return { begins: text.slice(0, SHOWN), isWhole: text.length <= SHOWN };
  }

  /** As if it had been pasted. What the gate alone knows for a secret goes as well, and with it the other places. */
  #veiled(given: string): Veiled {
    const veiled = hideSecrets(bare(given.replace(/\r\n?/g, '\n')));
    const text = this.#deps.clean(veiled.text);
    return text === veiled.text ? veiled : bare(text);
  }
}
