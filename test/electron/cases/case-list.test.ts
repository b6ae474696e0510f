import { beforeEach, describe, expect, it } from 'vitest';
import { DeletedForNow, UNDO_MS } from '../../../electron/base/deleted-for-now';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { manualEnvironment } from '../../support/manual-environment';
import { storedCase } from '../../support/stored-case';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2027-11-22T10:00:00.000Z';

let store: CaseStore;
const ids = () => store.list(100).map(({ id }) => id);

beforeEach(() => {
  store = new CaseStore(openDatabase(':memory:', () => new Date(AT)).database);
  for (const id of ['a', 'b', 'c', 'd']) store.save(storedCase(id, AT));
});

describe('a case with a name and a pin', () => {
  it('comes first, keeps both while it changes, and is no newer for them', () => {
    store.tag('b', { name: 'Billing service', isPinned: true });
    expect(ids()).toEqual(['b', 'd', 'c', 'a']);
    store.save({ ...storedCase('b', LATER), model: 'gpt-5.5' });
    const kept = store.find('b');
    expect([kept?.name, kept?.isPinned, kept?.model]).toEqual(['Billing service', true, 'gpt-5.5']);
    store.tag('a', { name: 'x', isPinned: false });
    expect([ids(), store.find('a')?.updatedAt]).toEqual([['b', 'd', 'c', 'a'], AT]);
    expect(store.tag('none', { name: null, isPinned: true })).toBe(false);
  });

  it('is not removed for its age', () => {
    store.tag('a', { name: null, isPinned: true });
    store.prune(LATER, 0);
    expect(ids()).toEqual(['a']);
  });
});

describe('cases that were deleted', () => {
  function deleting() {
    const environment = manualEnvironment();
    const changed: string[] = [];
    const deleted = new DeletedForNow({
      environment,
      remove: (gone) => store.delete(gone),
      restore: (removed) => store.restore(removed),
      changed: (gone) => changed.push(...gone),
    });
    return { environment, changed, deleted };
  }

  it('are gone at once, and back in their places with all they had', () => {
    const { deleted, changed } = deleting();
    store.tag('b', { name: 'Billing service', isPinned: true });
    const before = store.list(100);
    expect([deleted.delete(['b', 'c']), ids()]).toEqual([2, ['d', 'a']]);
    expect([deleted.pending()?.count, deleted.undo(), deleted.pending()]).toEqual([2, true, null]);
    expect(store.list(100)).toEqual(before);
    expect(changed).toEqual(['b', 'c', 'b', 'c']);
  });

  it('are brought back together where a second deletion came before the time was over', async () => {
    const { deleted, environment } = deleting();
    deleted.delete(['a']);
    await environment.timers.advance(UNDO_MS - 1);
    deleted.delete(['b']);
    await environment.timers.advance(UNDO_MS - 1);
    expect([deleted.pending()?.count, deleted.undo(), ids()]).toEqual([2, true, ['d', 'c', 'b', 'a']]);
  });

  it('cannot be brought back once the time is over, or the app goes on without them', async () => {
    const { deleted, environment } = deleting();
    deleted.delete(['a']);
    await environment.timers.advance(UNDO_MS);
    expect([deleted.pending(), deleted.undo()]).toEqual([null, false]);
    deleted.delete(['b']);
    deleted.forget();
    expect([deleted.undo(), ids()]).toEqual([false, ['d', 'c']]);
  });

  it('stay to be brought back where the disk refused it once', () => {
    const { deleted } = deleting();
    deleted.delete(['a']);
    store.save(storedCase('a', AT));
    expect(() => deleted.undo()).toThrow();
    store.delete(['a']);
    expect([deleted.undo(), ids()]).toEqual([true, ['d', 'c', 'b', 'a']]);
  });

  it('are none where none of them is there', () => {
    const { deleted, changed } = deleting();
    expect([deleted.delete(['none']), deleted.pending(), changed]).toEqual([0, null, []]);
  });
});
