import { describe, expect, it } from 'vitest';
import { type Command, commandsFor, type KnownToPalette } from '../../../renderer/palette/commands';
import { search } from '../../../renderer/palette/search';
import { DEFAULT_SETTINGS, type Language } from '../../../shared/base/settings';
import type { CaseSummary } from '../../../shared/case/views';
import type { AppInfo } from '../../../shared/ipc/views';
import { sayIn } from '../../../shared/messages/say';
import { appInfo } from '../../support/app-info';
import { inventedKeys } from '../support/fake-world';

const AT = '2026-11-22T10:00:00.000Z';
const INFO = appInfo();
const CASE: CaseSummary = {
  id: 'case-1',
  updatedAt: AT,
  outcome: 'refused',
  cause: 'project_lacks_model',
  model: 'gpt-5.5',
  project: 'proj_Own1',
  wizard: 'not_started',
  host: 'openai',
  watching: null,
  name: null,
  isPinned: false,
};
const KNOWN: KnownToPalette = {
  info: INFO,
  settings: DEFAULT_SETTINGS,
  keys: inventedKeys(AT),
  cases: [CASE],
};

const commands = (part: Partial<KnownToPalette> = {}, language: Language = 'en') =>
  commandsFor({ ...KNOWN, ...part }, sayIn(language));
const titles = (found: readonly Command[]) => found.map(({ title }) => title);
const best = (query: string, language: Language = 'en') => search(commands({}, language), query)[0]?.action;
const kinds = (found: readonly Command[]) => new Set(found.map(({ action }) => action.kind));

describe('what the palette offers', () => {
  it('has no id twice', () => {
    const ids = commands().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows no more of a key than its label and last four characters', () => {
    const [key] = KNOWN.keys;
    const command = commands().find(({ id }) => id === key?.id);
    expect([command?.title, command?.detail]).toEqual([key?.label, `…${key?.lastFour}`]);
  });

  it.each<[string, Partial<AppInfo>, boolean, boolean]>([
    ['enters practice from the real side', { mode: 'real' }, true, false],
    ['leaves it from practice', { mode: 'practice' }, false, true],
    ['does neither where there is practice alone', { mode: 'practice', practiceOnly: true }, false, false],
  ])('%s', (_behaviour, info, enters, leaves) => {
    const offered = kinds(commands({ info: { ...INFO, ...info } }));
    expect([offered.has('enter_practice'), offered.has('leave_practice')]).toEqual([enters, leaves]);
  });

  it('fills no matrix without keys', () => {
    expect(kinds(commands({ keys: [] })).has('fill_matrix')).toBe(false);
  });

  it('offers the appearances and the language that are not in use', () => {
    const found = commands({ settings: { ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' } });
    const settings = found.flatMap(({ action }) =>
      action.kind === 'write_settings' ? [action.settings] : [],
    );
    expect(settings).toEqual([
      { ...DEFAULT_SETTINGS, language: 'ja', theme: 'light' },
      { ...DEFAULT_SETTINGS, language: 'ja' },
      { ...DEFAULT_SETTINGS, language: 'en', theme: 'dark' },
    ]);
  });
});

describe('searching in the palette', () => {
  it.each<[string, string, Language]>([
    ['a beginning', 'sett', 'en'],
    ['the other language', '設定', 'en'],
    ['the other language, in the Japanese window', 'settings', 'ja'],
    ['full-width letters', 'ＳＥＴＴＩＮＧＳ', 'en'],
  ])('finds a page by %s', (_way, query, language) => {
    expect(best(query, language)).toEqual({ kind: 'go', page: { kind: 'settings' } });
  });

  it.each(['gpt-5.5', 'gpt 5.5', 'proj_own1', 'gpt55'])('finds a case by “%s”', (query) => {
    expect(best(query)).toEqual({ kind: 'go', page: { kind: 'case', id: 'case-1', part: 'verdict' } });
  });

  it('finds a key by its last four characters', () => {
    const [key] = KNOWN.keys;
    expect(best(key?.lastFour ?? '')).toEqual({ kind: 'open_key', id: key?.id });
  });

  it('takes either kana', () => {
    expect(best('きー', 'ja')).toEqual({ kind: 'go', page: { kind: 'keys' } });
  });

  it('puts the whole word before letters that only come in this order', () => {
    expect(titles(search(commands(), 'history'))[0]).toBe('History');
  });

  it('needs every word to fit', () => {
    expect(titles(search(commands(), 'export csv'))).toEqual([
      'Export the matrix as CSV',
      'Export the history as CSV',
    ]);
    expect(search(commands(), 'history zebra')).toEqual([]);
  });

  it('leaves everything in its order for an empty query', () => {
    expect(search(commands(), '  ')).toEqual(commands());
  });
});
