/**
 * Which secrets the vault holds, written into the vault itself with what each key needs to be put back into a list that
 * lost it. Asking the library for all entries crashes it on a locked keyring, so this is how they are found.
 *
 * Each profile of the app has pages of its own, so that two profiles never overwrite each other's. One entry of the
 * Windows Credential Manager takes 2,560 bytes, so a page holds about a dozen keys. An account is entered before its
 * secret is stored and struck off after it was removed, so a crash leaves a name too many rather than one too few.
 */
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { KEY_COLOURS } from '../../shared/keys/key';
import { hasHeaders } from '../../shared/observations/sender';
import { id } from '../schemas/fields';
import type { StoredDetails } from '../store/key-table';
import { jsonIn } from '../store/rows';
import { CANARY, type OpenVault, SCOUT, type VaultError } from '../vault/vault';

export interface RegisterEntry {
  readonly account: string;
  /** null where only the account is known, as from versions that kept no more. */
  readonly details: StoredDetails | null;
  /**
   * True once another secret of the same key is about to take its place. It says which of two is the newer one, where the
   * lists don't know. The secret itself may still be the only one.
   */
  readonly superseded?: true;
}

interface Page {
  readonly entries: readonly RegisterEntry[];
  /** What this version cannot read, such as entries of a later one. It is written back as it was. */
  readonly rest: readonly unknown[];
  /** Of its text, in UTF-8. */
  readonly bytes: number;
  /** `missing`: there is none, though there is one behind it. `unreadable`: it is left as it is. */
  readonly state: 'whole' | 'missing' | 'unreadable';
}

/** In bytes of UTF-8, below what Windows takes. */
const PAGE_BYTES = 2_400;
/** Someone may have deleted pages in the middle: so many in a row, less one, hide nothing behind them. Each costs a look. */
const GAP = 8;
const PROFILES = 'profiles';

const pageName = (profile: string, number: number) => `list-${profile}-${number}`;
/** Pages of earlier versions: accounts alone, of every profile, divided by `|`. They are read and struck off, never filled. */
const earlierPageName = (number: number) => `index-${number}`;

/**
 * Others may write to the keychain, and a disk may change what they wrote: what is entered as an account must not be one of our
 * own entries. It would be listed as a key, sent to a host, and deleted at a person's word with all that it says of the others.
 */
function isAccount(name: string): boolean {
  return ![CANARY, SCOUT, PROFILES].includes(name) && !/^(?:list|index)-/.test(name);
}

type Read<T> = Promise<Result<T, VaultError>>;

export class Register {
  readonly #profile: string;
  #pages: readonly Page[] | null = null;
  #announced = false;

  constructor(profile: string) {
    this.#profile = profile;
  }

  /** What this profile has entered. `afresh`: as it stands in the vault now. */
  async own(vault: OpenVault, afresh = false): Read<readonly RegisterEntry[]> {
    if (afresh) this.#pages = null;
    const pages = await this.#load(vault);
    return pages.ok ? ok(pages.value.flatMap(({ entries }) => entries)) : pages;
  }

  /** How many of this profile's pages somebody deleted or damaged, as far as pages behind them show it. */
  async damaged(vault: OpenVault): Read<number> {
    const pages = await this.#load(vault);
    return pages.ok ? ok(pages.value.filter(({ state }) => state !== 'whole').length) : pages;
  }

  /** What other profiles of this computer have entered. */
  async ofOthers(vault: OpenVault): Read<readonly RegisterEntry[]> {
    const profiles = await profilesIn(vault);
    if (!profiles.ok) return profiles;
    const found: RegisterEntry[] = [];
    for (const profile of profiles.value.filter((each) => each !== this.#profile)) {
      const pages = await readPages(vault, (number) => pageName(profile, number), readPage);
      if (!pages.ok) return pages;
      found.push(...pages.value.flatMap(({ entries }) => entries));
    }
    return ok(found);
  }

  /** Accounts that an earlier version entered, whichever profile they are of. */
  async ofEarlierVersions(vault: OpenVault): Read<readonly string[]> {
    const pages = await readPages(vault, earlierPageName, readEarlierPage);
    return pages.ok ? ok(pages.value.flatMap(({ entries }) => entries.map(({ account }) => account))) : pages;
  }

  /** Enters accounts, or brings what is kept of them up to date. Writes nothing where nothing is new. */
  async enter(vault: OpenVault, entries: readonly RegisterEntry[]): Read<void> {
    const pages = await this.#load(vault);
    if (!pages.ok) return pages;
    const after = entries.reduce(withEntry, pages.value);
    // Also where nothing is new: another program may have taken this profile's name out.
    if (after.some((page) => page.entries.length > 0)) {
      const announced = await this.#announce(vault);
      if (!announced.ok) return announced;
    }
    return this.#write(vault, pages.value, after);
  }

  /** If this fails, the register names accounts that are gone, which does no harm. */
  async strike(vault: OpenVault, accounts: readonly string[]): Read<void> {
    const pages = await this.#load(vault);
    if (!pages.ok) return pages;
    const gone = new Set(accounts);
    return this.#write(
      vault,
      pages.value,
      pages.value.map((page) => without(page, gone)),
    );
  }

  /** Takes accounts off the pages of earlier versions, once they are in one of today's or gone. */
  async strikeEarlier(vault: OpenVault, accounts: readonly string[]): Read<void> {
    const pages = await readPages(vault, earlierPageName, readEarlierPage);
    if (!pages.ok) return pages;
    const gone = new Set(accounts);
    for (const [number, page] of pages.value.entries()) {
      const left = without(page, gone);
      if (left === page) continue;
      // `|` stands for an empty page, since a vault takes no empty secret.
      const put = await vault.put(
        earlierPageName(number),
        `${left.entries.map(({ account }) => account).join('|')}|`,
      );
      if (!put.ok) return put;
    }
    return ok(undefined);
  }

  /** Two profiles that do this in the same moment may lose one name, which the next start of that profile enters again. */
  async #announce(vault: OpenVault): Read<void> {
    if (this.#announced) return ok(undefined);
    const profiles = await profilesIn(vault);
    if (!profiles.ok) return profiles;
    const put = profiles.value.includes(this.#profile)
      ? ok(undefined)
      : await vault.put(PROFILES, JSON.stringify([...profiles.value, this.#profile]));
    this.#announced = put.ok;
    return put;
  }

  async #load(vault: OpenVault): Read<readonly Page[]> {
    if (this.#pages !== null) return ok(this.#pages);
    const pages = await readPages(vault, (number) => pageName(this.#profile, number), readPage);
    if (pages.ok) this.#pages = pages.value;
    return pages;
  }

  async #write(vault: OpenVault, before: readonly Page[], after: readonly Page[]): Read<void> {
    const changed = after.flatMap((page, number) => (page === before[number] ? [] : [{ page, number }]));
    // What moves to another page is there before it leaves its own.
    const growth = ({ page, number }: { page: Page; number: number }) =>
      page.entries.length - (before[number]?.entries.length ?? 0);
    for (const { page, number } of changed.sort((a, b) => growth(b) - growth(a))) {
      const put = await vault.put(pageName(this.#profile, number), textOf(page.entries, page.rest));
      if (!put.ok) {
        this.#pages = null;
        return err(put.error);
      }
    }
    this.#pages = after;
    return ok(undefined);
  }
}

async function readPages(
  vault: OpenVault,
  nameOf: (number: number) => string,
  read: (text: string) => Page,
): Read<readonly Page[]> {
  const pages: Page[] = [];
  for (let missing = 0, number = 0; missing < GAP; number += 1) {
    const text = await vault.get(nameOf(number));
    if (!text.ok && text.error.kind !== 'missing') return text;
    missing = text.ok ? 0 : missing + 1;
    pages.push(text.ok ? read(text.value) : { ...pageOf([]), state: 'missing' });
  }
  return ok(pages.slice(0, -GAP));
}

const profilesSchema = z.array(z.string().min(1));

async function profilesIn(vault: OpenVault): Read<readonly string[]> {
  const text = await vault.get(PROFILES);
  if (!text.ok) return text.error.kind === 'missing' ? ok([]) : text;
  const parsed = profilesSchema.safeParse(jsonIn(text.value));
  return ok(parsed.success ? parsed.data : []);
}

/**
 * Short names, since the whole is short of room. `a` account, `i` id, `u` use, `l` label, `b` base URL, `c` colour, `t` added at,
 * `o` superseded, `g` and `p` the organization and project that requests are sent for.
 */
const entrySchema = z.object({
  a: id.refine(isAccount),
  i: id.optional().catch(undefined),
  u: z.enum(['inference', 'admin']).optional(),
  l: z.string().optional(),
  b: z.string().optional(),
  c: z.enum(KEY_COLOURS).nullable().catch(null).optional(),
  t: z.string().optional(),
  o: z.literal(1).optional().catch(undefined),
  g: z.string().optional(),
  p: z.string().optional(),
});

function readPage(text: string): Page {
  const parsed = z.array(z.unknown()).safeParse(jsonIn(text));
  if (!parsed.success) return { ...pageOf([]), state: 'unreadable' };
  const read = parsed.data.map((each) => ({ each, entry: entrySchema.safeParse(each).data }));
  return pageOf(
    read.flatMap(({ entry }) => (entry === undefined ? [] : [entryOf(entry)])),
    read.flatMap(({ each, entry }) => (entry === undefined ? [each] : [])),
  );
}

function entryOf({ a, i, u, l, b, c, t, o, g, p }: z.infer<typeof entrySchema>): RegisterEntry {
  const sentFor = { organization: g ?? null, project: p ?? null };
  const chosen = hasHeaders(sentFor) ? { sentFor } : {};
  const isWhole = u !== undefined && l !== undefined && b !== undefined && t !== undefined;
  const details = isWhole
    ? { id: i ?? a, use: u, label: l, baseUrl: b, colour: c ?? null, ...chosen, addedAt: t }
    : null;
  return { account: a, details, ...(o === undefined ? {} : { superseded: true as const }) };
}

function readEarlierPage(text: string): Page {
  const accounts = text.split('|').filter((account) => account !== '' && isAccount(account));
  return pageOf(accounts.map((account) => ({ account, details: null })));
}

function textOf(entries: readonly RegisterEntry[], rest: readonly unknown[] = []): string {
  return JSON.stringify([
    ...entries.map(({ account, details, superseded }) =>
      details === null
        ? { a: account }
        : {
            a: account,
            ...(details.id === account ? {} : { i: details.id }),
            u: details.use,
            l: details.label,
            b: details.baseUrl,
            ...(details.colour === null ? {} : { c: details.colour }),
            t: details.addedAt,
            ...(superseded === undefined ? {} : { o: 1 }),
            ...(details.sentFor?.organization ? { g: details.sentFor.organization } : {}),
            ...(details.sentFor?.project ? { p: details.sentFor.project } : {}),
          },
    ),
    ...rest,
  ]);
}

function pageOf(entries: readonly RegisterEntry[], rest: readonly unknown[] = []): Page {
  return { entries, rest, bytes: Buffer.byteLength(textOf(entries, rest), 'utf8'), state: 'whole' };
}

function without(page: Page, gone: ReadonlySet<string>): Page {
  const left = page.entries.filter(({ account }) => !gone.has(account));
  return left.length === page.entries.length ? page : pageOf(left, page.rest);
}

/** In its own place where it still fits there, else on the first page with room, else on a new one. */
function withEntry(pages: readonly Page[], entry: RegisterEntry): readonly Page[] {
  const at = pages.findIndex(({ entries }) => entries.some(({ account }) => account === entry.account));
  const page = pages[at];
  const old = page?.entries.find(({ account }) => account === entry.account);
  if (page === undefined || old === undefined) return withNew(pages, entry);
  if (textOf([old]) === textOf([entry])) return pages;
  const renewed = pageOf(
    page.entries.map((each) => (each === old ? entry : each)),
    page.rest,
  );
  if (renewed.bytes <= PAGE_BYTES) return pages.with(at, renewed);
  return withNew(pages.with(at, without(page, new Set([entry.account]))), entry);
}

function withNew(pages: readonly Page[], entry: RegisterEntry): readonly Page[] {
  const size = pageOf([entry]).bytes;
  const at = pages.findIndex(({ bytes, state }) => state !== 'unreadable' && bytes + size <= PAGE_BYTES);
  const page = pages[at];
  return page === undefined
    ? [...pages, pageOf([entry])]
    : pages.with(at, pageOf([...page.entries, entry], page.rest));
}
