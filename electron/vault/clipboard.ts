import type { Timers } from '../base/timers';

/** What is needed of Electron's clipboard, whose methods became asynchronous after Electron 42. */
export interface TextClipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  clear(): void;
}

/** Long enough to paste once, short enough not to be pasted somewhere else tomorrow. */
export const CLEAR_AFTER = 30_000;

interface CopiedSecret {
  /** Clears at once, on quitting for instance. Does nothing where it was cleared or replaced before. */
  clear(): Promise<void>;
}

/**
 * Puts a secret on the clipboard and takes it off again, unless something else was copied since.
 * Clipboard managers may have kept a copy; that is beyond this program's reach.
 */
export async function copySecret(
  clipboard: TextClipboard,
  secret: string,
  timers: Timers,
): Promise<CopiedSecret> {
  let held: string | null = secret;
  const clear = async () => {
    cancel();
    const expected = held;
    held = null;
    if (expected !== null && (await clipboard.readText()) === expected) clipboard.clear();
  };
  const cancel = timers.after(CLEAR_AFTER, () => void clear());
  await clipboard.writeText(secret);
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

  async copy(secret: string): Promise<void> {
    await this.clear();
    this.#copied = await copySecret(this.#clipboard, secret, this.#timers);
  }

  /** To be called on quitting as well. */
  async clear(): Promise<void> {
    const copied = this.#copied;
    this.#copied = null;
    await copied?.clear();
  }
}
