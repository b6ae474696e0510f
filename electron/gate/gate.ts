/**
 * The one way out for texts: whatever the main process hands to the window, to the database, to a file, the clipboard,
 * a mail, a notification or the log passes here. It knows how keys look, and every run of twelve characters of the keys that
 * were added or used since the start.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { KnownRuns } from '../../shared/redaction/known-runs';
import { findSecrets, replaced, type Secret } from '../../shared/redaction/redact';
import type { FileText } from '../base/file-text';
import { jsonIn } from '../store/rows';

/**
 * Digests are keyed by chance and forgotten with the process. They are never written down: with their key, whoever
 * knows a few characters of a secret could guess the next ones one by one.
 */
export class Gate {
  readonly #key = randomBytes(32);
  readonly #runs: KnownRuns;
  readonly #seen = new Set<string>();

  constructor() {
    const chance = randomBytes(128 * 4);
    this.#runs = new KnownRuns({
      table: Uint32Array.from({ length: 128 }, (_, unit) => chance.readUInt32LE(unit * 4)),
      bits: 24,
      digest: (run) => this.#digest(run).readUIntBE(0, 6),
    });
  }

  /** From now on nothing of this secret gets out. Its digests stay after it was deleted, since a server may still repeat it. */
  note(text: string): void {
    // A variable or a file often ends with a line break that is not the secret's.
    const secret = text.trim();
    if (!isSecret(secret)) return;
    const digest = this.#digest(secret).toString('base64');
    if (this.#seen.has(digest)) return;
    this.#seen.add(digest);
    this.#runs.add(secret);
  }

  /** For the person's own eyes: without keys, but with the e-mail addresses that a label may hold. */
  text(text: string): string {
    return replaced(text, this.#secretsIn(text));
  }

  /** For others' eyes: files, the clipboard, the log, and mails, whose addresses are read as they are escaped. */
  textForOthers(text: string): string {
    return replaced(text, findSecrets(text, this.#runs));
  }

  /** Parts end with a row, so that no key is torn apart between two of them. */
  fileText(text: FileText): FileText {
    return typeof text === 'string' ? this.textForOthers(text) : this.#parts(text);
  }

  /** A value of plain data, such as a reply; the very same one where no text in it holds a key. */
  value<T>(value: T): T {
    const texts: string[] = [];
    collect(value, texts);
    // One search over all of them: a table has thousands of short texts.
    if (this.#secretsIn(texts.join('\u0000')).length === 0) return value;
    // A text is replaced by a text, and nothing else changes.
    return mapped(value, (text) => this.text(text)) as T;
  }

  /** JSON stays JSON. */
  stored(text: string): string {
    if (this.#secretsIn(text).length === 0) return text;
    try {
      return JSON.stringify(mapped(JSON.parse(text), (each) => this.text(each)));
    } catch {
      return this.text(text);
    }
  }

  async *#parts(parts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const part of parts) yield this.textForOthers(part);
  }

  #secretsIn(text: string): readonly Secret[] {
    return findSecrets(text, this.#runs).filter(({ kind }) => kind !== 'email');
  }

  #digest(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text, 'utf8').digest();
  }
}

/** What else is kept beside secrets, such as a record of a key, must not take words out of every text. */
function isSecret(text: string): boolean {
  return !/\s/.test(text) && typeof jsonIn(text) !== 'object';
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (Array.isArray(value)) for (const each of value) collect(each, texts);
  else if (isRecord(value))
    for (const [name, each] of Object.entries(value)) {
      texts.push(name);
      collect(each, texts);
    }
}

function mapped(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, clean));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [clean(name), mapped(each, clean)]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
