/**
 * Looks at the clipboard when the window comes to the front, if the person wants it to. Nothing of it is kept but a digest
 * under a key made by chance, by which it is known again: the text is read anew once the person wants to read it.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { isKnownFailure } from '../../shared/errors/known-failure';
import { readError } from '../../shared/errors/read-error';
import type { TextClipboard } from '../vault/clipboard';
import type { Arrivals } from './arrivals';

/** Longest text that is looked at, in UTF-16 units: a log, but no book. It is read in a few milliseconds. */
export const LONGEST_LOOKED_AT = 200_000;

export interface ClipboardLookDeps {
  readonly clipboard: Pick<TextClipboard, 'readText'>;
  /** As the person chose; without it the clipboard is not read at all. */
  readonly isWanted: () => boolean;
  readonly arrivals: Pick<Arrivals, 'offer' | 'withdrawOffer'>;
}

export class ClipboardLook {
  readonly #deps: ClipboardLookDeps;
  readonly #key = randomBytes(32);
  #seen: string | null = null;

  constructor(deps: ClipboardLookDeps) {
    this.#deps = deps;
  }

  /** Offers what is on the clipboard if it changed since the last look and is a failure that the reader knows. */
  async cameToFront(): Promise<void> {
    const text = await this.#newText();
    if (text === null) return;
    const digest = this.#seen;
    this.#deps.arrivals.withdrawOffer();
    if (text.length > LONGEST_LOOKED_AT || !isKnownFailure(readError(text))) return;
    this.#deps.arrivals.offer(() => this.#stillThere(digest));
  }

  /**
   * What was copied while the window was in front was copied from it, or for it. Wayland shows the clipboard to the
   * window in front alone: it may look empty by now.
   */
  async leftFront(): Promise<void> {
    if (!this.#deps.isWanted()) return;
    const text = await this.#deps.clipboard.readText();
    if (text !== '') this.#seen = this.#digest(text);
  }

  /** The app itself put this there. */
  wrote(text: string): void {
    this.#seen = this.#digest(text);
  }

  /** Null where it is not wanted, or was seen before. */
  async #newText(): Promise<string | null> {
    if (!this.#deps.isWanted()) return null;
    const text = await this.#deps.clipboard.readText();
    const digest = this.#digest(text);
    if (digest === this.#seen) return null;
    this.#seen = digest;
    return text;
  }

  async #stillThere(digest: string | null): Promise<string | null> {
    const text = await this.#deps.clipboard.readText();
    return this.#digest(text) === digest ? text : null;
  }

  #digest(text: string): string {
    return createHmac('sha256', this.#key).update(text, 'utf8').digest('base64');
  }
}

/** This clipboard, and what the app puts there itself is nothing to be offered. */
export function watchedClipboard(
  clipboard: TextClipboard,
  look: Pick<ClipboardLook, 'wrote'>,
): TextClipboard {
  const writeText = async (text: string) => {
    look.wrote(text);
    await clipboard.writeText(text);
  };
  return { ...clipboard, writeText };
}
