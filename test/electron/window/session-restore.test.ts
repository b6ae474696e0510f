import { describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/gate/gate';
import { openDatabase } from '../../../electron/store/database';
import { readEntry, writeEntry } from '../../../electron/store/entries';
import { SessionRestore } from '../../../electron/window/session-restore';
import type { Draft } from '../../../shared/base/draft';
import { MAX_PASTE } from '../../../shared/base/limits';
import type { Page } from '../../../shared/ipc/views';
import { inventedKey } from '../../support/secrets';

const DRAFT: Draft = { text: 'Error: 403', pasted: true, keyId: null, model: '' };
const FIRST: Page = { kind: 'diagnose' };
const CASE: Page = { kind: 'case', id: 'case-1', part: 'wizard' };
const EMPTY: Draft = { ...DRAFT, text: '' };

const anyCase = () => true;
const emptyDatabase = () => openDatabase(':memory:', () => new Date(0)).database;

/** `start()`: what the app has once it is started on this database. */
function app(database = emptyDatabase()) {
  const gate = new Gate();
  return {
    database,
    gate,
    start: () => new SessionRestore(database, (entry) => gate.longToStore(entry)),
    stored: () =>
      JSON.stringify(readEntry(database, 'kept_draft') ?? readEntry(database, 'kept_page') ?? null),
  };
}

describe('what is being typed', () => {
  it('is kept until it is gone from the box', async () => {
    const { start, stored } = app();
    const kept = start();
    expect(kept.current('real', anyCase)).toBeNull();
    await kept.keep({ draft: DRAFT, page: FIRST }, 'real');
    expect(kept.current('real', anyCase)).toEqual({ draft: DRAFT, page: FIRST, fromLastStart: false });
    await kept.keep({ draft: EMPTY, page: FIRST }, 'real');
    expect([kept.current('real', anyCase), stored()]).toEqual([null, 'null']);
  });

  it('is there at the next start, as a text of an earlier one until it is another text', async () => {
    const { start } = app();
    await start().keep({ draft: DRAFT, page: CASE }, 'real');
    const next = start();
    expect(next.current('real', anyCase)).toEqual({ draft: DRAFT, page: CASE, fromLastStart: true });
    await next.keep({ draft: { ...DRAFT, text: 'Error: 404' }, page: CASE }, 'real');
    expect(next.current('real', anyCase)?.fromLastStart).toBe(false);
  });

  it('is forgotten where the person wants the window without it', async () => {
    const { start, stored } = app();
    await start().keep({ draft: DRAFT, page: CASE }, 'real');
    const kept = start();
    kept.forget();
    expect([kept.current('real', anyCase), stored()]).toEqual([null, 'null']);
  });

  it('is kept without the keys in it, those in use however they are cut', async () => {
    const { gate, start, stored } = app();
    const used = inventedKey('Zr8'.repeat(16));
    gate.note(used);
    const pasted = inventedKey('Ab1_'.repeat(16));
    const text = `key ${pasted}\nError: 403 ${used.slice(12, 30)} for ada@example.org`;
    await start().keep({ draft: { ...DRAFT, text, model: pasted }, page: FIRST }, 'real');
    const { text: left } = start().current('real', anyCase)?.draft ?? EMPTY;
    expect(left).toContain('Error: 403');
    // An address is the person's own to see, as in any text that is kept.
    expect(left).toContain('for ada@example.org');
    for (const secret of [pasted.slice(8, 24), used.slice(12, 30)]) expect(stored()).not.toContain(secret);
  });
});

describe('a large text', () => {
  it('is neither cleaned nor written again because another page is open', async () => {
    const { database, start } = app();
    const cleaned: unknown[] = [];
    const kept = new SessionRestore(database, async (entry) => {
      cleaned.push(entry);
      return entry;
    });
    for (const page of [FIRST, CASE, FIRST, CASE]) await kept.keep({ draft: DRAFT, page }, 'real');
    expect(cleaned).toEqual([{ draft: DRAFT, world: 'real' }]);
    expect(start().current('real', anyCase)).toMatchObject({ draft: DRAFT, page: CASE });
  });

  /** A draft whose cleaning ends when the test says so. */
  function slow() {
    const { database } = app();
    const begun: string[] = [];
    let goOn = () => {};
    const kept = new SessionRestore(database, async (entry) => {
      begun.push(JSON.stringify(entry));
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return entry;
    });
    const texts = () => begun.map((entry) => JSON.parse(entry).draft.text);
    const keep = (text: string) => kept.keep({ draft: { ...DRAFT, text }, page: FIRST }, 'real');
    return { database, kept, keep, texts, next: () => goOn() };
  }

  it('comes back nowhere if it was cleared while it was being cleaned', async () => {
    const { database, kept, keep, texts, next } = slow();
    const first = keep('one');
    await expect.poll(texts).toEqual(['one']);
    await keep('');
    next();
    await first;
    expect([kept.current('real', anyCase), readEntry(database, 'kept_draft')]).toEqual([null, undefined]);
  });

  it('is passed over while another is being cleaned, if a newer one was given', async () => {
    const { kept, keep, texts, next } = slow();
    const all = [keep('one'), keep('two'), keep('three')];
    await expect.poll(texts).toEqual(['three']);
    next();
    await Promise.all(all);
    expect(kept.current('real', anyCase)?.draft.text).toBe('three');
  });

  it('is written again where the disk took nothing the time before', async () => {
    const { database, start } = app();
    const kept = start();
    database.exec('PRAGMA query_only = ON');
    await expect(kept.keep({ draft: DRAFT, page: FIRST }, 'real')).rejects.toThrow();
    database.exec('PRAGMA query_only = OFF');
    await kept.keep({ draft: DRAFT, page: FIRST }, 'real');
    expect(start().current('real', anyCase)).toMatchObject({ draft: DRAFT });
  });
});

describe('the page and the key', () => {
  const draft = { ...DRAFT, keyId: 'key-1' };

  it('are those of one world, and of no practice that is over', async () => {
    const { start } = app();
    const kept = start();
    await kept.keep({ draft, page: CASE }, 'practice');
    expect(kept.current('practice', anyCase)).toMatchObject({ draft, page: CASE });
    expect(kept.current('real', anyCase)).toMatchObject({ draft: DRAFT, page: FIRST });
    expect(start().current('practice', anyCase)).toMatchObject({ draft: DRAFT, page: FIRST });
  });

  it('are left out where the case is gone', async () => {
    const { start } = app();
    await start().keep({ draft, page: CASE }, 'real');
    expect(start().current('real', () => false)).toMatchObject({ draft, page: FIRST });
  });
});

describe('a disk', () => {
  it('has each draft that was given before the app quits, however long it takes to clean', async () => {
    let release: () => void = () => undefined;
    const { database } = openDatabase(':memory:', () => new Date(0));
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const kept = new SessionRestore(database, async (value) => held.then(() => value));
    void kept.keep({ draft: DRAFT, page: FIRST }, 'real');
    let isSettled = false;
    const quits = kept.settled.then(() => {
      isSettled = true;
    });
    await Promise.resolve();
    expect(isSettled).toBe(false);
    release();
    await quits;
    expect(new SessionRestore(database, async (value) => value).current('real', () => true)?.draft).toEqual(
      DRAFT,
    );
  });

  it('that takes nothing leaves the text to a page that crashes', async () => {
    const { database, start } = app();
    const kept = start();
    database.exec('PRAGMA query_only = ON');
    await expect(kept.keep({ draft: DRAFT, page: CASE }, 'real')).rejects.toThrow();
    expect(kept.current('real', anyCase)).toMatchObject({ draft: DRAFT, page: CASE });
    kept.forget();
    expect(kept.current('real', anyCase)).toBeNull();
  });

  it.each([
    ['an unknown page', { page: { kind: 'elsewhere' }, world: 'real' }],
    ['a page without its case', { page: { kind: 'case' }, world: 'real' }],
    ['no page', null],
  ])('that gives back %s leaves the text', (_name, page) => {
    const { database, start } = app();
    writeEntry(database, 'kept_draft', { draft: { text: DRAFT.text, pasted: DRAFT.pasted }, world: 'real' });
    writeEntry(database, 'kept_page', page);
    expect(start().current('real', anyCase)).toMatchObject({ draft: DRAFT, page: FIRST });
  });

  it('gives back a text that became longer as its keys were taken out', () => {
    const { database, start } = app();
    const text = 'sk-***abc '.repeat(MAX_PASTE / 10);
    const longer = new Gate().text('sk-***abc ').repeat(MAX_PASTE / 10);
    expect(longer.length).toBeGreaterThan(text.length);
    writeEntry(database, 'kept_draft', { draft: { ...DRAFT, text: longer }, world: 'real' });
    expect(start().current('real', anyCase)?.draft.text).toBe(longer);
  });

  it.each([
    ['no draft', { draft: { text: 1 }, world: 'real' }],
    ['no object', 'text'],
    ['nothing', null],
  ])('that gives back %s leaves the box empty', (_name, entry) => {
    const { database, start } = app();
    writeEntry(database, 'kept_draft', entry);
    expect(start().current('real', anyCase)).toBeNull();
  });
});
