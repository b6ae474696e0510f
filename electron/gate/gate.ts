/**
 * The one way out for texts: whatever the main process hands to the window, to the database, to a file, the clipboard,
 * a mail, a notification or the log passes here. It knows how keys look, and every run of twelve characters of the keys that
 * were added or used since the start.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { KnownRuns } from '../../shared/redaction/known-runs';
import { PARTS, secretsByPart, withPart } from '../../shared/redaction/parts';
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
  /** Digests of long texts that were found to hold nothing, the latest last; they count until another secret is noted. */
  #clean: readonly string[] = [];

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
    this.#clean = [];
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

  /**
   * The same as `value`. A long reply is searched in parts, between which others get their turn: a text of megabytes takes a
   * second or more. A secret that is noted meanwhile is taken out as well.
   */
  async longValue<T>(value: T): Promise<T> {
    const texts: string[] = [];
    collect(value, texts);
    const joined = texts.join('\u0000');
    if (joined.length <= PARTS.part) return this.value(value);
    const known = this.#seen.size;
    const secrets = await this.#secretsInLong(joined);
    const cleaned = secrets.length === 0 ? value : ((await this.#longMapped(value, texts, secrets)) as T);
    return known === this.#seen.size ? cleaned : this.longValue(cleaned);
  }

  /** The same for a value that is about to be stored: `stored` then lets its JSON pass at once. */
  async longToStore<T>(value: T): Promise<T> {
    const cleaned = await this.longValue(value);
    this.#remember(JSON.stringify(cleaned));
    return cleaned;
  }

  /** JSON stays JSON. */
  stored(text: string): string {
    if (this.#isRemembered(text)) return text;
    if (this.#secretsIn(text).length === 0) {
      this.#remember(text);
      return text;
    }
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
    return findSecrets(text, this.#runs).filter(isForNobody);
  }

  async #secretsInLong(text: string): Promise<readonly Secret[]> {
    let secrets: readonly Secret[] = [];
    for (const found of secretsByPart(text, this.#runs)) {
      secrets = withPart(secrets, found.filter(isForNobody));
      await setImmediate();
    }
    return secrets;
  }

  /** `secrets`: of the texts as they are joined by one character. Only those that hold one are searched by themselves. */
  async #longMapped(value: unknown, texts: readonly string[], secrets: readonly Secret[]): Promise<unknown> {
    const cleaned = new Map<string, string>();
    let start = 0;
    let next = 0;
    for (const text of texts) {
      const end = start + text.length;
      while ((secrets[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      if ((secrets[next]?.start ?? end) < end && !cleaned.has(text))
        cleaned.set(text, replaced(text, await this.#secretsInLong(text)));
      start = end + 1;
    }
    return mapped(value, (text) => cleaned.get(text) ?? text);
  }

  #remember(text: string): void {
    if (text.length > PARTS.part && !this.#isRemembered(text))
      this.#clean = [...this.#clean.slice(1 - MOST_REMEMBERED), this.#digest(text).toString('base64')];
  }

  #isRemembered(text: string): boolean {
    return text.length > PARTS.part && this.#clean.includes(this.#digest(text).toString('base64'));
  }

  #digest(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text, 'utf8').digest();
  }
}

/** Long texts that are about to be stored at once, with room. */
const MOST_REMEMBERED = 16;

/** An e-mail address is the person's own to see. */
function isForNobody({ kind }: Secret): boolean {
  return kind !== 'email';
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
