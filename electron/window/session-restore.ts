import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Draft, EMPTY_DRAFT, isEmptyDraft } from '../../shared/base/draft';
import type { AppInfo, Kept, KeptBefore, Page } from '../../shared/ipc/views';
import { appSchemas } from '../schemas/app';
import { emptyJournal, readEntry, removeEntry, writeEntry } from '../store/entries';
import { isStoreError } from '../store/sqlite-error';

/** Entries of the settings. The page changes often, and a text of megabytes is not to be cleaned and written with it. */
const DRAFT = 'kept_draft';
const PAGE = 'kept_page';
const FIRST_PAGE: Page = { kind: 'diagnose' };

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
export class SessionRestore {
  readonly #database: DatabaseSync;
  readonly #clean: <T>(value: T) => Promise<T>;
  readonly #textOfLastStart: string;
  #draft: DraftEntry | null;
  #page: PageEntry | null;
  /** Of the draft as it was given and then written. */
  #written = '';
  /** Number of the newest draft that was given, and of the newest one that is not to be kept any more. */
  #given = 0;
  #over = 0;
  #cleaning: Promise<void> = Promise.resolve();

  /** `clean` takes the secrets out of a value that is about to be stored; a text of megabytes may take it seconds. */
  constructor(database: DatabaseSync, clean: <T>(value: T) => Promise<T>) {
    this.#database = database;
    this.#clean = clean;
    this.#draft = draftSchema.safeParse(readEntry(database, DRAFT)).data ?? null;
    this.#page = pageSchema.safeParse(readEntry(database, PAGE)).data ?? null;
    this.#textOfLastStart = this.#draft?.draft.text ?? '';
  }

  /** `hasCase`: a case may have been lost with the rest of a database. */
  current(world: World, hasCase: (id: string) => boolean): KeptBefore | null {
    if (this.#draft === null && this.#page === null) return null;
    const { draft, world: typedIn } = this.#draft ?? { draft: EMPTY_DRAFT, world };
    const { page, world: openIn } = this.#page ?? { page: FIRST_PAGE, world };
    const isThere = openIn === world && (page.kind !== 'case' || hasCase(page.id));
    return {
      draft: typedIn === world ? draft : { ...draft, keyId: null },
      page: isThere ? page : FIRST_PAGE,
      fromLastStart: draft.text !== '' && draft.text === this.#textOfLastStart,
    };
  }

  /**
   * Throws what the disk throws; a page that crashes gets it back nevertheless. Drafts are cleaned one at a time; one that
   * waits is passed over as soon as a newer one was given. An empty one is kept at once.
   */
  async keep({ draft, page }: Kept, world: World): Promise<void> {
    this.#page = page.kind === FIRST_PAGE.kind ? null : { page, world };
    this.#given += 1;
    if (isEmptyDraft(draft)) this.#keepNone(world);
    else await this.#afterOthers(this.#given, draft, world);
    this.#put(PAGE, this.#page);
  }

  /** The person wants the window without it. Where the disk takes nothing, it may be there again at the next start. */
  forget(): void {
    this.#page = null;
    this.#given += 1;
    try {
      this.#keepNone('real');
      this.#put(PAGE, null);
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }

  /** Resolves once every draft that was given is kept, passed over or refused by the disk. */
  get settled(): Promise<void> {
    return this.#cleaning;
  }

  get #hasText(): boolean {
    return this.#draft !== null && this.#draft.draft.text !== '';
  }

  #keepNone(world: World): void {
    this.#over = this.#given;
    this.#write(null, digestOf(EMPTY_DRAFT, world));
  }

  #afterOthers(number: number, draft: Draft, world: World): Promise<void> {
    const kept = this.#cleaning.then(() => this.#keepText(number, draft, world));
    this.#cleaning = kept.catch(() => undefined);
    return kept;
  }

  async #keepText(number: number, draft: Draft, world: World): Promise<void> {
    const given = digestOf(draft, world);
    if (number < this.#given || given === this.#written) return;
    const entry = await this.#clean<DraftEntry>({ draft, world });
    // Meanwhile it may have been diagnosed or cleared, and is then to come back nowhere.
    if (number > this.#over) this.#write(entry, given);
  }

  #write(entry: DraftEntry | null, given: string): void {
    if (given === this.#written) return;
    const hadText = this.#hasText;
    this.#draft = entry;
    this.#put(DRAFT, entry);
    this.#written = given;
    if (hadText && !this.#hasText) emptyJournal(this.#database);
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
