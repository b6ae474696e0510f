import type { Timers } from './timers';

/** What is needed of Electron's clipboard. */
export interface TextClipboard {
  readText(): string;
  writeText(text: string): void;
  clear(): void;
}

/** Long enough to paste once, short enough not to be pasted somewhere else tomorrow. */
export const CLEAR_AFTER = 30_000;

export interface CopiedSecret {
  /** Clears at once, on quitting for instance. Does nothing where it was cleared or replaced before. */
  clear(): void;
}

/**
 * Puts a secret on the clipboard and takes it off again, unless something else was copied since.
 * Clipboard managers may have kept a copy; that is beyond this program's reach.
 */
export function copySecret(clipboard: TextClipboard, secret: string, timers: Timers): CopiedSecret {
  let held: string | null = secret;
  const clear = () => {
    cancel();
    if (held !== null && clipboard.readText() === held) clipboard.clear();
    held = null;
  };
  const cancel = timers.after(CLEAR_AFTER, clear);
  clipboard.writeText(secret);
  return { clear };
}

/** The one secret of ours that may be on the clipboard: copying another, or the same again, starts its time anew. */
export class SecretClipboard {
  readonly #clipboard: TextClipboard;
  readonly #timers: Timers;
  #copied: CopiedSecret | null = null;

  constructor(clipboard: TextClipboard, timers: Timers) {
    this.#clipboard = clipboard;
    this.#timers = timers;
  }

  copy(secret: string): void {
    this.clear();
    this.#copied = copySecret(this.#clipboard, secret, this.#timers);
  }

  /** To be called on quitting as well. */
  clear(): void {
    this.#copied?.clear();
    this.#copied = null;
  }
}
