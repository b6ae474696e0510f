import { appendFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '../../shared/ipc/views';

/** In bytes: some hundred failures; with the file before it, twice as much is kept. */
const LARGEST = 128 * 1024;
/** Of one failure, in characters: a stack with room to spare. */
const LONGEST = 4_000;
/** Of what is cleaned, in characters. It is far more than is kept, so that no secret is cut in two before it is seen. */
const LONGEST_READ = 16 * LONGEST;

/** In front of each further line of one failure. Only a line that begins an entry begins with its time. */
const INDENT = '  ';
const BEGINNING = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) (.*)$/;

/**
 * The failures of the app in a file of its own folder, for the person and for the support bundle: without secrets, without the person's name
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
    const cleaned = this.#withoutPerson(this.#clean(text.slice(0, LONGEST_READ))).slice(0, LONGEST);
    const entry = cleaned.trimEnd().replace(/\r\n|[\n\r\u2028\u2029]/g, `\n${INDENT}`);
    try {
      this.#makeRoom();
      appendFileSync(this.#path, `${this.#now().toISOString()} ${entry}\n`, { mode: 0o600 });
    } catch {
      // The failure itself was told on the screen and on the terminal.
    }
  }

  /** The newest lines, oldest first; empty where nothing was kept. */
  read(most: number): readonly string[] {
    return this.#lines().slice(-most);
  }

  /** Newest first, as many whole ones as fit into so many characters. */
  entries(most: number): { readonly entries: readonly LogEntry[]; readonly isWhole: boolean } {
    const all = entriesIn(this.#lines()).toReversed();
    let length = 0;
    const fitting = all.findIndex(({ at, text }) => {
      length += at.length + text.length + 2;
      return length > most;
    });
    return fitting === -1
      ? { entries: all, isWhole: true }
      : { entries: all.slice(0, fitting), isWhole: false };
  }

  /** The file with the newest entries; null where there is none. */
  get file(): string | null {
    return this.#files().findLast((path) => existsSync(path)) ?? null;
  }

  #files(): readonly string[] {
    return [`${this.#path}.old`, this.#path];
  }

  #lines(): readonly string[] {
    return this.#files().flatMap(linesOf);
  }

  /** A stack may name the folder as a path or as part of an address. */
  #withoutPerson(text: string): string {
    const home = this.#home;
    return home === '' || home === '/' ? text : text.replaceAll(home, '~').replaceAll(encodeURI(home), '~');
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

/** A line without a time belongs to the entry before it. */
function entriesIn(lines: readonly string[]): readonly LogEntry[] {
  const entries: { at: string; text: string }[] = [];
  for (const line of lines) {
    const [, at, text] = BEGINNING.exec(line) ?? [];
    const last = entries.at(-1);
    if (at !== undefined && text !== undefined) entries.push({ at, text });
    else if (last !== undefined)
      last.text += `\n${line.startsWith(INDENT) ? line.slice(INDENT.length) : line}`;
  }
  return entries;
}
