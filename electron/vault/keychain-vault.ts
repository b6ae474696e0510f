import { err, ok, type Result } from '../../shared/base/result';
import type { VaultState, VaultStatus } from '../../shared/keys/key';
import { systemTimers, type Timers } from '../base/timers';
import { fingerprintOf, newFingerprintKey } from './fingerprint';
import {
  CANARY,
  checkSecret,
  type KeychainBackend,
  keychainBackend,
  type OpenVault,
  SCOUT,
  type Vault,
  type VaultError,
} from './vault';
import { LINE_LIMITS, type LineAnswer, VaultLine } from './vault-line';
import type { StartVaultProcess, VaultCall } from './vault-protocol';

/*
 * The canary is always there once the keychain was used. On a locked keyring whose prompt is
 * dismissed the library reports every entry as not found, without an error (measured with keytar 7.10.6 on
 * gnome-keyring 42.1: reading gives null, deleting gives false). So "not found" is believed only
 * while it can be read. Its content keys the fingerprints.
 */

interface KeychainOptions {
  readonly platform: string;
  readonly timers?: Timers;
  /**
   * For each call, in milliseconds. A prompt of gnome-keyring outlives the process that made it appear (measured),
   * so an answer that comes later than this still opens the keyring for the next job.
   */
  readonly timeout?: number;
  /** The same after `retry`: time enough to type the keyring's password into its prompt. */
  readonly patientTimeout?: number;
}

/** `lost`: the process or its connection went away under the call; worth one more try with a new process. */
type Trouble = VaultError | { readonly kind: 'lost' };
type Outcome<T> = Promise<Result<T, Trouble>>;

/** Troubles of the keychain as a whole rather than of one entry. */
const GENERAL: ReadonlySet<string> = new Set(['locked', 'absent', 'denied', 'timeout']);

/** The operating system's keychain, reached through a process that may hang or crash. */
export class KeychainVault implements Vault {
  readonly #line: VaultLine;
  readonly #backend: KeychainBackend;
  readonly #timeout: number;
  readonly #patientTimeout: number;
  #state: VaultState = 'unused';
  #queue: Promise<unknown> = Promise.resolve();
  #submitted = 0;
  /** The last general trouble, which answers every turn that was asked for before it came up. */
  #stop: { readonly upTo: number; readonly error: VaultError } | null = null;
  #canarySeen = false;
  #patient = false;
  #closed = false;

  constructor(start: StartVaultProcess, options: KeychainOptions) {
    this.#line = new VaultLine(start, options.timers ?? systemTimers, LINE_LIMITS);
    this.#backend = keychainBackend(options.platform);
    this.#timeout = options.timeout ?? 8_000;
    this.#patientTimeout = options.patientTimeout ?? 120_000;
  }

  async status(): Promise<VaultStatus> {
    return { store: 'keychain', state: this.#state, backend: this.#backend };
  }

  async retry(): Promise<VaultStatus> {
    await this.#enqueue(async () => {
      this.#line.renew();
      this.#canarySeen = false;
      this.#patient = true;
      await this.#settle(() => this.#canary());
      this.#patient = false;
    });
    return this.status();
  }

  peek(): Promise<boolean> {
    return this.#enqueue(async (number) => {
      if (this.#stopFor(number) !== null || this.#closed) return false;
      const answer = await this.#call({ op: 'read', account: CANARY });
      // The prompt stays. Whoever waits behind this would only wait for it once more.
      if (answer.kind === 'hung') this.#note({ kind: 'timeout' });
      if (answer.kind !== 'read' || answer.secret === null) return false;
      this.#canarySeen = true;
      this.#state = 'ready';
      return true;
    });
  }

  inTurn<T>(job: (vault: OpenVault) => Promise<T>): Promise<T> {
    return this.#enqueue((number) => job(this.#openFor(number)));
  }

  put(id: string, secret: string): Promise<Result<void, VaultError>> {
    return this.inTurn((vault) => vault.put(id, secret));
  }

  get(id: string): Promise<Result<string, VaultError>> {
    return this.inTurn((vault) => vault.get(id));
  }

  remove(id: string): Promise<Result<void, VaultError>> {
    return this.inTurn((vault) => vault.remove(id));
  }

  fingerprint(secret: string): Promise<Result<string, VaultError>> {
    return this.inTurn((vault) => vault.fingerprint(secret));
  }

  fingerprints(secrets: readonly string[]): Promise<Result<readonly string[], VaultError>> {
    return this.inTurn((vault) => vault.fingerprints(secrets));
  }

  /** Ends the process at once; whatever is still waiting ends as `failed`. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#line.close();
    await this.#queue;
  }

  /** The vault as one turn sees it. */
  #openFor(number: number): OpenVault {
    const ask = async <T>(job: () => Outcome<T>): Promise<Result<T, VaultError>> => {
      const stop = this.#stopFor(number);
      return stop === null ? this.#settle(job) : err(stop);
    };
    const fingerprints = (secrets: readonly string[]) =>
      ask(async () => {
        const key = await this.#canary();
        return key.ok ? ok(secrets.map((secret) => fingerprintOf(secret, key.value))) : key;
      });
    return {
      put: async (id, secret) => {
        const fit = checkSecret(secret, this.#backend);
        return fit.ok ? ask(() => this.#store(named(id), secret)) : fit;
      },
      get: (id) => ask(() => this.#find(named(id))),
      remove: (id) => ask(() => this.#discard(named(id))),
      fingerprints,
      fingerprint: async (secret) => {
        const all = await fingerprints([secret]);
        return all.ok ? ok(all.value[0] ?? '') : all;
      },
    };
  }

  #stopFor(number: number): VaultError | null {
    return this.#stop !== null && number <= this.#stop.upTo ? this.#stop.error : null;
  }

  /** One turn after the other: several at once would each put up a prompt of their own. */
  #enqueue<T>(job: (number: number) => Promise<T>): Promise<T> {
    const number = ++this.#submitted;
    const result = this.#queue.then(() => job(number));
    // A job fails by value; one that throws is a bug, seen by its caller, and must not block the ones behind it.
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #settle<T>(job: () => Outcome<T>): Promise<Result<T, VaultError>> {
    if (this.#closed) return err({ kind: 'failed' });
    let result = await job();
    if (!result.ok && result.error.kind === 'lost') {
      this.#line.drop();
      result = await job();
    }
    if (result.ok) {
      this.#state = 'ready';
      return result;
    }
    const error: VaultError = result.error.kind === 'lost' ? { kind: 'failed' } : result.error;
    this.#note(error);
    return err(error);
  }

  #note(error: VaultError): void {
    if (error.kind === 'missing') {
      this.#state = 'ready';
    } else if (error.kind !== 'too_large') {
      this.#state = error.kind;
      if (GENERAL.has(error.kind)) this.#stop = { upTo: this.#submitted, error };
    }
  }

  async #store(id: string, secret: string): Outcome<void> {
    const open = await this.#canary();
    if (!open.ok) return open;
    const written = await this.#write(id, secret);
    if (!written.ok) return written;
    const back = await this.#read(id);
    if (!back.ok) return back;
    if (back.value === secret) return ok(undefined);
    // Not found right after it was written: the keyring may have been locked in between, which reads just the same.
    if (back.value === null) {
      const stillOpen = await this.#canary();
      return stillOpen.ok ? err({ kind: 'failed' }) : stillOpen;
    }
    // What is there now is not what was asked for, and without a successful put nobody will ever ask for it.
    await this.#erase(id);
    return err({ kind: 'failed' });
  }

  async #find(id: string): Outcome<string> {
    const open = await this.#canary();
    if (!open.ok) return open;
    const found = await this.#read(id);
    if (!found.ok) return found;
    return found.value === null ? this.#notFound() : ok(found.value);
  }

  async #discard(id: string): Outcome<void> {
    const open = await this.#canary();
    if (!open.ok) return open;
    const erased = await this.#erase(id);
    if (!erased.ok) return erased;
    return erased.value ? ok(undefined) : this.#notFound();
  }

  /** The keyring may have been locked since the canary was read. */
  async #notFound(): Outcome<never> {
    const open = await this.#canary();
    return open.ok ? err({ kind: 'missing' }) : open;
  }

  /** Proves that the keyring is open. Read before every job, so that a locked one is asked, and prompts, once. */
  async #canary(): Outcome<string> {
    const answer = await this.#call({ op: 'read', account: CANARY });
    if (answer.kind === 'refused' || answer.kind === 'unavailable') return err(this.#unreachable());
    const found = this.#secretIn(answer);
    if (!found.ok) return found;
    if (found.value !== null) {
      this.#canarySeen = true;
      return ok(found.value);
    }
    return this.#canarySeen ? err({ kind: 'locked' }) : this.#firstCanary();
  }

  /**
   * An error on the very first thing that is asked. The library passes on nothing but a text in the person's
   * language, so this is told by circumstances. Measured on Linux: no bus, no service on it, and a service
   * that went away all give an error here, while a locked keyring gives none; and once the daemon was
   * replaced, a process that had talked to the old one gets errors for ever, while a new process works.
   */
  #unreachable(): Trouble {
    if (this.#line.proven) return { kind: 'lost' };
    return this.#by({ secret_service: 'absent', macos_keychain: 'denied' });
  }

  /** Makes the canary, if it is really not there: overwriting one that is merely out of sight loses every fingerprint. */
  async #firstCanary(): Outcome<string> {
    const scout = newFingerprintKey();
    const written = await this.#call({ op: 'write', account: SCOUT, secret: scout });
    if (written.kind === 'refused') return err(this.#unwritable(written.reason));
    if (written.kind !== 'written') return err(this.#broken(written));
    // The write may have had a prompt answered, so look again; the scout before and after says it stayed open.
    const again = await this.#read(CANARY);
    if (!again.ok) return again;
    const open = await this.#read(SCOUT);
    if (!open.ok) return open;
    if (open.value !== scout) return err({ kind: 'locked' });
    const canary = again.value === null ? await this.#makeCanary() : ok(again.value);
    await this.#erase(SCOUT);
    if (canary.ok) this.#canarySeen = true;
    return canary;
  }

  async #makeCanary(): Outcome<string> {
    const key = newFingerprintKey();
    const written = await this.#write(CANARY, key);
    if (!written.ok) return written;
    const back = await this.#read(CANARY);
    if (!back.ok) return back;
    return back.value === key ? ok(key) : err({ kind: 'failed' });
  }

  /** Measured on Linux: a locked keyring and a session without any keyring both refuse the write, differently. */
  #unwritable(reason: 'no_keyring' | 'other'): VaultError {
    if (reason === 'no_keyring') return { kind: 'absent' };
    return this.#by({ secret_service: 'locked', macos_keychain: 'denied' });
  }

  #by(kinds: Partial<Record<KeychainBackend, VaultError['kind']>>): VaultError {
    return { kind: kinds[this.#backend] ?? 'failed' };
  }

  async #read(account: string): Outcome<string | null> {
    const answer = await this.#call({ op: 'read', account });
    return answer.kind === 'refused' ? err(await this.#refused()) : this.#secretIn(answer);
  }

  async #write(account: string, secret: string): Outcome<void> {
    const answer = await this.#call({ op: 'write', account, secret });
    if (answer.kind === 'refused') return err(await this.#refused());
    return answer.kind === 'written' ? ok(undefined) : err(this.#broken(answer));
  }

  async #erase(account: string): Outcome<boolean> {
    const answer = await this.#call({ op: 'erase', account });
    if (answer.kind === 'refused') return err(await this.#refused());
    return answer.kind === 'erased' ? ok(answer.existed) : err(this.#broken(answer));
  }

  #secretIn(answer: LineAnswer): Result<string | null, Trouble> {
    return answer.kind === 'read' ? ok(answer.secret) : err(this.#broken(answer));
  }

  /** Refused although the canary could be read a moment ago: locked since, gone since, or this entry alone. */
  async #refused(): Promise<Trouble> {
    const answer = await this.#call({ op: 'read', account: CANARY });
    if (answer.kind === 'refused') return { kind: 'lost' };
    const canary = this.#secretIn(answer);
    if (!canary.ok) return canary.error;
    return canary.value === null ? { kind: 'locked' } : this.#by({ macos_keychain: 'denied' });
  }

  #broken(answer: LineAnswer): Trouble {
    if (answer.kind === 'hung') return { kind: 'timeout' };
    return { kind: answer.kind === 'died' && !this.#closed ? 'lost' : 'failed' };
  }

  #call(call: VaultCall): Promise<LineAnswer> {
    return this.#line.call(call, this.#patient ? this.#patientTimeout : this.#timeout);
  }
}

function named(id: string): string {
  if (id === '' || id === CANARY || id === SCOUT) throw new Error('This entry name is reserved.');
  return id;
}
