/**
 * The one place where that waits which came from outside of the window. It holds one thing, the newest: whoever opens a
 * thousand links puts one question. The window asks for it when it is ready to, so that it makes no difference whether
 * a link started the app or found it running; and nothing is done until the person has answered.
 */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { Arrival } from '../../shared/ipc/arrival';
import { bare, hideSecrets, type Veiled } from '../../shared/redaction/veiled';
import { fail } from '../base/failure';
import { type Link, link } from '../schemas/link';

export interface ArrivalDeps {
  readonly newId: () => string;
  /** Takes the secrets out of a text for the person's own eyes. */
  readonly clean: (text: string) => string;
  /** Something else waits, or nothing any more. */
  readonly changed: () => void;
}

type Waiting = { readonly id: string } & (
  | { readonly from: 'link'; readonly link: Link | null }
  | { readonly from: 'clipboard'; readonly read: ReadText }
);

/** Null where something else is there by now. */
type ReadText = () => Promise<string | null>;

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
    this.#put({ id: this.#deps.newId(), from: 'link', link: link.safeParse(address).data ?? null });
  }

  /** A text is on the clipboard, and is read only if the person wants to. What somebody opened is not pushed aside by it. */
  offer(read: ReadText): void {
    if (this.#waiting === null) this.#put({ id: this.#deps.newId(), from: 'clipboard', read });
  }

  /** Something else is on the clipboard. */
  withdrawOffer(): void {
    if (this.#waiting?.from === 'clipboard') this.#put(null);
  }

  /** `hasCase`: in the world that is on the screen. */
  current(hasCase: (id: string) => boolean): Arrival | null {
    if (this.#waiting === null) return null;
    const { id } = this.#waiting;
    if (this.#waiting.from === 'clipboard') return { id, kind: 'clipboard' };
    const { link } = this.#waiting;
    if (link === null) return { id, kind: 'bad_link' };
    if (link.kind === 'explain') return { id, kind: 'text', ...this.#beginning(link.text) };
    const { caseId } = link;
    return hasCase(caseId) ? { id, kind: 'case', caseId } : { id, kind: 'case_gone' };
  }

  /** The person wants to read the text. Another thing may wait by now, or one without a text. */
  async take(id: string): Promise<Result<Veiled, IpcError>> {
    if (this.#waiting?.id !== id) return fail('not_found');
    const text = await textOf(this.#waiting);
    if (!text.ok) return text;
    this.dismiss(id);
    return ok(this.#veiled(text.value));
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

async function textOf(waiting: Waiting): Promise<Result<string, IpcError>> {
  if (waiting.from === 'link')
    return waiting.link?.kind === 'explain' ? ok(waiting.link.text) : fail('not_found');
  const text = await waiting.read();
  return text === null ? fail('clipboard_changed') : ok(text);
}
