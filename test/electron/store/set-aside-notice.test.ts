import { expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { SetAsideNotice } from '../../../electron/store/set-aside-notice';
import { SettingsStore } from '../../../electron/store/settings-store';
import { DEFAULT_SETTINGS } from '../../../shared/base/settings';

const FIRST = '/data/doctor.sqlite.set-aside-2026-11-22T10-00-00-000Z';
const LATER = '/data/doctor.sqlite.set-aside-2026-12-01T10-00-00-000Z';

it('a file that was set aside is told of at every start until that is dismissed, and the next one anew', () => {
  const { database } = openDatabase(':memory:', () => new Date());
  const start = (path: string | null) => new SetAsideNotice(database, path);
  expect([start(FIRST).path, start(FIRST).path]).toEqual([FIRST, FIRST]);
  const notice = start(FIRST);
  notice.dismiss();
  expect([notice.path, start(FIRST).path, start(LATER).path, start(null).path]).toEqual([
    null,
    null,
    LATER,
    null,
  ]);
  expect(new SettingsStore(database).read()).toEqual(DEFAULT_SETTINGS);
});
