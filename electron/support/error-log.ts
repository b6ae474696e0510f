import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** In bytes: some hundred failures; with the file before it, twice as much is kept. */
const LARGEST = 128 * 1024;
/** Of one failure, in characters: a stack with room to spare. */
const LONGEST = 4_000;

/**
 * The failures of the app in a file of its own folder, for the support bundle: without secrets, without the person's name
 * in paths, and never larger than two files of `LARGEST`. A file that cannot be written is no reason to fail again.
 */
export class ErrorLog {
  readonly #path: string;
  readonly #home: string;
  readonly #now: () => Date;
  readonly #clean: (text: string) => string;

  /** `home`: the person's folder, which is written as `~`. `clean` takes the secrets out of a text. */
  constructor(folder: string, home: string, now: () => Date, clean: (text: string) => string) {
    this.#path = join(folder, 'errors.log');
    this.#home = home;
    this.#now = now;
    this.#clean = clean;
  }

  add(text: string): void {
    const line = this.#withoutPerson(this.#clean(text.slice(0, LONGEST)));
    try {
      this.#makeRoom();
      appendFileSync(this.#path, `${this.#now().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // The failure itself was told on the screen and on the terminal.
    }
  }

  /** The newest lines, oldest first; empty where nothing was kept. */
  read(most: number): readonly string[] {
    const lines = [`${this.#path}.old`, this.#path].flatMap(linesOf);
    return lines.slice(-most);
  }

  #withoutPerson(text: string): string {
    return this.#home === '' || this.#home === '/' ? text : text.replaceAll(this.#home, '~');
  }

  #makeRoom(): void {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LARGEST) renameSync(this.#path, `${this.#path}.old`);
  }
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
