/**
 * Importing keys: a text is read once, its secrets wait here, and the window sees rows without them. They are let go
 * when they are stored, when the person turns away, when another preview begins, and after ten minutes.
 */

import type { ErrorCode, IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { ImportWish } from '../../shared/ipc/calls/keys';
import { readBaseUrl } from '../../shared/keys/base-url';
import { type ImportCandidate, readImport } from '../../shared/keys/import/import-text';
import type {
  ImportOutcome,
  ImportPreview,
  ImportResult,
  ImportRow,
  ImportRowState,
  ImportSource,
  ImportState,
} from '../../shared/keys/import/preview';
import { freeLabel, madeUpLabel } from '../../shared/keys/label';
import type { Environment } from '../base/environment';
import { fail, isVaultWide } from '../base/failure';
import { storeErrorCode } from '../store/sqlite-error';
import { baseUrlFrom } from './adding';
import type { KeyService } from './key-service';
import { readKeyFile } from './read-key-file';

const PREVIEW_MS = 600_000;

interface ImportDeps {
  readonly keys: KeyService;
  readonly environment: Environment;
  /** OPENAI_* variables that the app was started with, by name. */
  readonly variables: ReadonlyMap<string, string>;
  readonly changed: () => void;
  /** Told of each key that is offered. */
  readonly noteSecret: (secret: string) => void;
}

interface Chosen {
  readonly row: number;
  readonly id: string;
  readonly label: string;
  readonly lastFour: string;
  readonly secret: string;
}

type Held =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'preview';
      readonly preview: ImportPreview;
      readonly candidates: readonly ImportCandidate[];
      readonly forget: () => void;
    }
  | { readonly kind: 'running'; readonly total: number; done: number; stopping: boolean }
  | Extract<ImportState, { kind: 'finished' }>;

export class ImportService {
  readonly #deps: ImportDeps;
  #held: Held = { kind: 'none' };
  /** Counts what begins or ends here, so that what took its time can tell whether it still has a place. */
  #generation = 0;

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  state(): ImportState {
    const held = this.#held;
    switch (held.kind) {
      case 'preview':
        return { kind: 'preview', preview: held.preview };
      case 'running':
        return { kind: 'running', total: held.total, done: held.done, stopping: held.stopping };
      default:
        return held;
    }
  }

  fromText(text: string): Promise<Result<ImportState, IpcError>> {
    return this.#preview({ kind: 'text' }, async () => ok(text));
  }

  fromFile(path: string): Promise<Result<ImportState, IpcError>> {
    const name = path.split(/[\\/]/).at(-1) ?? '';
    return this.#preview({ kind: 'file', name }, () => readKeyFile(path));
  }

  fromEnvironment(): Promise<Result<ImportState, IpcError>> {
    const lines = [...this.#deps.variables].map(([name, value]) => `${name}=${value.replace(/\s+/g, '')}`);
    return this.#preview({ kind: 'environment' }, async () => ok(lines.join('\n')));
  }

  /** Where the person has turned away or begun something else meanwhile, its secrets are let go at once. */
  async #preview(
    source: ImportSource,
    read: () => Promise<Result<string, ErrorCode>>,
  ): Promise<Result<ImportState, IpcError>> {
    if (this.#held.kind === 'running') return fail('busy');
    this.cancel();
    const generation = this.#generation;
    const text = await read();
    if (generation !== this.#generation) return ok(this.state());
    if (!text.ok) return fail(text.error);
    const previewed = await this.#previewOf(text.value, source);
    if (generation === this.#generation) {
      const forget = this.#deps.environment.timers.after(PREVIEW_MS, () => this.cancel());
      this.#hold({ kind: 'preview', ...previewed, forget });
    }
    return ok(this.state());
  }

  async #previewOf(
    text: string,
    source: ImportSource,
  ): Promise<Pick<Extract<Held, { kind: 'preview' }>, 'preview' | 'candidates'>> {
    const reading = readImport(text);
    const secrets = reading.candidates.map(({ found }) => (found.kind === 'key' ? found.secret : ''));
    const known = secrets.some((secret) => secret !== '') ? await this.#deps.keys.labelsOf(secrets) : ok([]);
    const baseUrl = reading.baseUrl === null ? null : readBaseUrl(reading.baseUrl);
    const preview: ImportPreview = {
      id: this.#deps.environment.newId(),
      source,
      format: reading.format,
      rows: this.#rows(reading.candidates, known.ok ? known.value : [], source),
      truncated: reading.truncated,
      baseUrl: baseUrl?.ok === true ? baseUrl.value : null,
      vaultProblem: known.ok ? null : known.error.code,
    };
    return { preview, candidates: reading.candidates };
  }

  /** Each row with a label of its own: two keys of the same name are told apart by a number. */
  #rows(
    candidates: readonly ImportCandidate[],
    known: readonly (string | null)[],
    source: ImportSource,
  ): readonly ImportRow[] {
    const taken = new Set(this.#deps.keys.list().map(({ label }) => label));
    return candidates.map((candidate, row) => {
      const { line, repairs, found } = candidate;
      if (found.kind === 'key') this.#deps.noteSecret(found.secret);
      const state = rowState(candidate, known[row] ?? null);
      const label = freeLabel(candidate.label || fallbackLabel(source, found.lastFour), taken);
      if (state.kind === 'new') taken.add(label);
      return { row, line, label, lastFour: found.lastFour, repairs, state };
    });
  }

  commit(wish: ImportWish): Result<ImportState, IpcError> {
    const held = this.#held;
    if (held.kind !== 'preview' || held.preview.id !== wish.id) return fail('import_gone');
    const baseUrl = baseUrlFrom(wish.baseUrl);
    if (!baseUrl.ok) return baseUrl;
    const chosen = this.#chosen(wish, held.preview, held.candidates);
    if (chosen.length === 0) return fail('bad_request');
    const { source } = held.preview;
    const run = { kind: 'running' as const, total: chosen.length, done: 0, stopping: false };
    this.#hold(run);
    void this.#store(chosen, baseUrl.value, run).then((results) =>
      this.#hold({ kind: 'finished', source, results }),
    );
    return ok(this.state());
  }

  #chosen(
    { rows }: ImportWish,
    preview: ImportPreview,
    candidates: readonly ImportCandidate[],
  ): readonly Chosen[] {
    const wanted = new Map(rows.map(({ row, label }) => [row, label.trim()]));
    return preview.rows.flatMap(({ row, state, label, lastFour }) => {
      const found = candidates[row]?.found;
      if (!wanted.has(row) || state.kind !== 'new' || found?.kind !== 'key') return [];
      const id = this.#deps.environment.newId();
      return [{ row, id, label: wanted.get(row) || label, lastFour, secret: found.secret }];
    });
  }

  /** One key after the other; a trouble of the keychain as a whole ends it, since the next key would meet it too. */
  async #store(
    chosen: readonly Chosen[],
    baseUrl: string,
    run: Extract<Held, { kind: 'running' }>,
  ): Promise<readonly ImportResult[]> {
    const results: ImportResult[] = [];
    const addedAt = this.#deps.environment.now().toISOString();
    // Whatever is thrown here would leave an import that is under way for ever.
    const announced = await this.#deps.keys
      .announce(chosen.map((key) => ({ ...key, baseUrl, addedAt })))
      .catch(() => fail('internal'));
    let stopped = !announced.ok;
    for (const [index, key] of chosen.entries()) {
      const outcome: ImportOutcome =
        index === 0 && !announced.ok
          ? failed(announced.error)
          : stopped || run.stopping
            ? { kind: 'not_tried' }
            : await this.#storeOne(key, { baseUrl, addedAt });
      if (outcome.kind === 'failed' && (await this.#endsImport(outcome))) stopped = true;
      results.push({ row: key.row, label: key.label, lastFour: key.lastFour, outcome });
      run.done = results.length;
      this.#deps.changed();
    }
    return results;
  }

  /** Whatever a failure is called: where the vault is no longer ready after it, the next key would meet it too. */
  async #endsImport({ code }: Pick<IpcError, 'code'>): Promise<boolean> {
    if (code.startsWith('store_') || isVaultWide({ code })) return true;
    const { state } = await this.#deps.keys.vaultStatus();
    return state !== 'ready' && state !== 'unused';
  }

  async #storeOne(
    { id, secret, label }: Chosen,
    bound: { readonly baseUrl: string; readonly addedAt: string },
  ): Promise<ImportOutcome> {
    try {
      const added = await this.#deps.keys.addAs(id, { secret, label, ...bound });
      return added.ok ? { kind: 'stored' } : failed(added.error);
    } catch (error) {
      return failed({ code: storeErrorCode(error) ?? 'internal', values: {} });
    }
  }

  /** Lets a preview or results go; a running import stops after the key at hand. */
  cancel(): ImportState {
    const held = this.#held;
    if (held.kind === 'running') held.stopping = true;
    else this.#hold({ kind: 'none' });
    return this.state();
  }

  #hold(held: Held): void {
    if (this.#held.kind === 'preview') this.#held.forget();
    this.#generation += 1;
    this.#held = held;
    this.#deps.changed();
  }
}

function rowState({ found }: ImportCandidate, known: string | null): ImportRowState {
  if (found.kind === 'left_out') return { kind: 'left_out', why: found.why };
  return known === null ? { kind: 'new', keyKind: found.keyKind } : { kind: 'known', label: known };
}

function fallbackLabel(source: ImportSource, lastFour: string): string {
  if (source.kind !== 'file' || source.name === '') return madeUpLabel('inference', lastFour);
  return lastFour === '' ? source.name : `${source.name} …${lastFour}`;
}

function failed(error: { readonly code: ErrorCode; readonly values: IpcError['values'] }): ImportOutcome {
  return { kind: 'failed', code: error.code, values: error.values };
}
