import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { AppInfo, Draft, Kept, KeptBefore, Page } from '../../shared/ipc/views';
import { appSchemas } from '../schemas/app';
import { emptyJournal, readEntry, removeEntry, writeEntry } from '../store/entries';
import { isStoreError } from '../store/sqlite-error';

/** Entries of the settings. The page changes often, and a text of megabytes is not to be cleaned and written with it. */
const DRAFT = 'kept_draft';
const PAGE = 'kept_page';
const FIRST_PAGE: Page = { kind: 'diagnose' };
const NO_DRAFT: Draft = { text: '', pasted: false, keyId: null, model: '' };

type World = AppInfo['mode'];

/** Keys and cases are of one world and mean nothing in another one; null: of a practice that is over. */
interface OfWorld {
  readonly world: World | null;
}
interface DraftEntry extends OfWorld {
  readonly draft: Draft;
}
interface PageEntry extends OfWorld {
  readonly page: Page;
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
  #draft: DraftEntry | null;
  #page: PageEntry | null;
  /** Of the draft as it was given and then written. */
  #written = '';

  /** `clean` takes the secrets out of a text. */
  constructor(database: DatabaseSync, clean: (text: string) => string) {
    this.#database = database;
    this.#clean = clean;
    this.#draft = draftSchema.safeParse(readEntry(database, DRAFT)).data ?? null;
    this.#page = pageSchema.safeParse(readEntry(database, PAGE)).data ?? null;
    this.#textOfLastStart = this.#draft?.draft.text ?? '';
  }

  /** `hasCase`: a case may have been lost with the rest of a database. */
  current(world: World, hasCase: (id: string) => boolean): KeptBefore | null {
    if (this.#draft === null && this.#page === null) return null;
    const { draft, world: typedIn } = this.#draft ?? { draft: NO_DRAFT, world };
    const { page, world: openIn } = this.#page ?? { page: FIRST_PAGE, world };
    const isThere = openIn === world && (page.kind !== 'case' || hasCase(page.id));
    return {
      draft: typedIn === world ? draft : { ...draft, keyId: null },
      page: isThere ? page : FIRST_PAGE,
      fromLastStart: draft.text !== '' && draft.text === this.#textOfLastStart,
    };
  }

  /** Throws what the disk throws; a page that crashes gets it back nevertheless. */
  keep({ draft, page }: Kept, world: World): void {
    const given = digestOf(draft, world);
    const isNew = given !== this.#written;
    const hadText = this.#hasText;
    if (isNew) this.#draft = isEmpty(draft) ? null : { draft: this.#cleaned(draft), world };
    this.#page = page.kind === FIRST_PAGE.kind ? null : { page, world };
    this.#put(PAGE, this.#page);
    if (!isNew) return;
    this.#put(DRAFT, this.#draft);
    this.#written = given;
    if (hadText && !this.#hasText) emptyJournal(this.#database);
  }

  /** The person wants the window without it. Where the disk takes nothing, it may be there again at the next start. */
  forget(): void {
    try {
      this.keep({ draft: NO_DRAFT, page: FIRST_PAGE }, 'real');
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }

  get #hasText(): boolean {
    return this.#draft !== null && this.#draft.draft.text !== '';
  }

  #cleaned(draft: Draft): Draft {
    return { ...draft, text: this.#clean(draft.text), model: this.#clean(draft.model) };
  }

  #put(name: string, entry: DraftEntry | PageEntry | null): void {
    if (entry === null) removeEntry(this.#database, name);
    else writeEntry(this.#database, name, entry);
  }
}

function digestOf(draft: Draft, world: World): string {
  return createHash('sha256')
    .update(JSON.stringify([world, draft]))
    .digest('hex');
}

function isEmpty({ text, model, keyId }: Draft): boolean {
  return text === '' && model === '' && keyId === null;
}

/** A text that became too long is kept, because what stands for a secret may be longer than the secret. */
const { draft, page } = appSchemas['app:keep_draft'].shape;
// Of a practice that is over nothing is left.
const world = z.literal('real').nullable().catch(null);
const draftSchema = z.object({
  draft: z.object({
    text: z.string(),
    pasted: draft.shape.pasted.catch(false),
    keyId: draft.shape.keyId.catch(null),
    model: z.string().catch(''),
  }),
  world,
});
const pageSchema = z.object({ page, world });
