/**
 * Which accounts of ours the vault may hold, written into the vault itself: names only, no secrets. It is how entries
 * are found that no database knows any more, since asking the library for all of them crashes it on a locked keyring.
 *
 * An account is entered before its secret is stored and struck off after it was removed, so that the index never
 * misses one. It is kept on pages, because one entry of the Windows Credential Manager takes 2,560 bytes.
 */
import { err, ok, type Result } from '../../shared/result';
import type { Vault, VaultError } from './vault';

/** 50 accounts of 36 characters and as many line breaks. */
const PER_PAGE = 50;
const pageName = (number: number) => `index-${number}`;

type Pages = readonly (readonly string[])[];

export class VaultIndex {
  readonly #vault: Vault;
  #pages: Pages | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** As it stands in the vault now: another copy of the app may have written to it. */
  read(): Promise<Result<readonly string[], VaultError>> {
    return this.#next(async () => {
      this.#pages = null;
      const pages = await this.#load();
      return pages.ok ? ok(pages.value.flat()) : pages;
    });
  }

  enter(accounts: readonly string[]): Promise<Result<void, VaultError>> {
    return this.#next(async () => {
      const pages = await this.#load();
      if (!pages.ok) return pages;
      const known = new Set(pages.value.flat());
      return this.#write(
        pages.value,
        filled(
          pages.value,
          accounts.filter((account) => !known.has(account)),
        ),
      );
    });
  }

  /** Where this fails, the index names accounts that are gone, which does no harm. */
  strike(accounts: readonly string[]): Promise<Result<void, VaultError>> {
    return this.#next(async () => {
      const pages = await this.#load();
      if (!pages.ok) return pages;
      const gone = new Set(accounts);
      return this.#write(
        pages.value,
        pages.value.map((page) =>
          page.some((each) => gone.has(each)) ? page.filter((each) => !gone.has(each)) : page,
        ),
      );
    });
  }

  /** Reading, changing and writing is one step: two at once would lose each other's entries. */
  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #load(): Promise<Result<Pages, VaultError>> {
    if (this.#pages !== null) return ok(this.#pages);
    const pages: (readonly string[])[] = [];
    for (;;) {
      const page = await this.#vault.get(pageName(pages.length));
      if (!page.ok && page.error.kind !== 'missing') return page;
      if (!page.ok) break;
      // `|` stands for an empty page, since a vault takes no empty secret.
      pages.push(page.value.split('|').filter((account) => account !== ''));
    }
    this.#pages = pages;
    return ok(pages);
  }

  async #write(before: Pages, after: Pages): Promise<Result<void, VaultError>> {
    for (const [number, page] of after.entries()) {
      if (page === before[number]) continue;
      const put = await this.#vault.put(pageName(number), `${page.join('|')}|`);
      if (!put.ok) {
        this.#pages = null;
        return err(put.error);
      }
    }
    this.#pages = after;
    return ok(undefined);
  }
}

/** The accounts in the free places of the pages, and on further pages where there are not enough. */
function filled(pages: Pages, accounts: readonly string[]): Pages {
  const rest = [...accounts];
  const grown = pages.map((page) =>
    page.length < PER_PAGE && rest.length > 0 ? [...page, ...rest.splice(0, PER_PAGE - page.length)] : page,
  );
  while (rest.length > 0) grown.push(rest.splice(0, PER_PAGE));
  return grown;
}
