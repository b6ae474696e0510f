import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { contract } from '../../shared/ipc/contract';
import type { AppInfo, Draft, Kept, KeptBefore, Page } from '../../shared/ipc/views';
import { emptyJournal, readEntry, removeEntry, writeEntry } from '../store/entries';
import { isStoreError } from '../store/sqlite-error';

/** Entry of the settings. */
const NAME = 'kept_draft';
const FIRST_PAGE: Page = { kind: 'diagnose' };

type World = AppInfo['mode'];

interface Entry extends Kept {
  /** Keys and cases are of one world and mean nothing in another one; null: of a practice that is over. */
  readonly world: World | null;
}

/**
 * What a window goes on with: what is being typed on the first screen, and the page. It stands in the database, so that it
 * outlives every end of the app, and in memory, for a page that crashes while the disk takes nothing. No whole key lies in
 * either: texts are cleaned before they are kept.
 */
export class KeptDraft {
  readonly #database: DatabaseSync;
  readonly #clean: (text: string) => string;
  readonly #textOfLastStart: string;
  #entry: Entry | null;

  /** `clean` takes the secrets out of a text. */
  constructor(database: DatabaseSync, clean: (text: string) => string) {
    this.#database = database;
    this.#clean = clean;
    this.#entry = entryIn(database);
    this.#textOfLastStart = this.#entry?.draft.text ?? '';
  }

  /** `hasCase`: a case may have been lost with the rest of a database. */
  current(world: World, hasCase: (id: string) => boolean): KeptBefore | null {
    if (this.#entry === null) return null;
    const { draft, page, world: before } = this.#entry;
    const isThere = before === world && (page.kind !== 'case' || hasCase(page.id));
    return {
      draft: before === world ? draft : { ...draft, keyId: null },
      page: isThere ? page : FIRST_PAGE,
      fromLastStart: draft.text !== '' && draft.text === this.#textOfLastStart,
    };
  }

  /** Throws what the disk throws; a page that crashes gets it back nevertheless. */
  keep({ draft, page }: Kept, world: World): void {
    const cleaned = { ...draft, text: this.#clean(draft.text), model: this.#clean(draft.model) };
    this.#set({ draft: cleaned, page, world });
  }

  /** The person wants the window without it. Where the disk takes nothing, it may be there again at the next start. */
  forget(): void {
    try {
      this.#set(null);
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }

  get #hasText(): boolean {
    return this.#entry !== null && this.#entry.draft.text !== '';
  }

  #set(entry: Entry | null): void {
    const wasKept = this.#entry !== null;
    const hadText = this.#hasText;
    this.#entry = entry === null || isNothing(entry) ? null : entry;
    if (this.#entry !== null) writeEntry(this.#database, NAME, this.#entry);
    else if (wasKept) removeEntry(this.#database, NAME);
    if (hadText && !this.#hasText) emptyJournal(this.#database);
  }
}

function isNothing({ draft, page }: Kept): boolean {
  return isEmpty(draft) && page.kind === FIRST_PAGE.kind;
}

function isEmpty({ text, model, keyId }: Draft): boolean {
  return text === '' && model === '' && keyId === null;
}

/**
 * A page that cannot be read, as of a later version, takes no text along; nor does a text that became too long, because what
 * stands for a secret may be longer than the secret.
 */
const { draft, page } = contract['app:keep_draft'].request.shape;
const entrySchema = z.object({
  draft: z.object({
    text: z.string(),
    pasted: draft.shape.pasted.catch(false),
    keyId: draft.shape.keyId.catch(null),
    model: z.string().catch(''),
  }),
  page: page.catch(FIRST_PAGE),
  // Of a practice that is over nothing is left.
  world: z.literal('real').nullable().catch(null),
});

/** null where nothing was kept, or no text of it can be read. */
function entryIn(database: DatabaseSync): Entry | null {
  return entrySchema.safeParse(readEntry(database, NAME)).data ?? null;
}
