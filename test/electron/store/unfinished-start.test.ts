import { expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { noteEnd, noteStart } from '../../../electron/store/unfinished-start';

it('tells of a start that was not followed by quitting, and of no other', () => {
  const { database } = openDatabase(':memory:', () => new Date());
  expect(noteStart(database, 'first')).toBeNull();
  expect(noteStart(database, 'second')).toBe('first');
  noteEnd(database);
  expect(noteStart(database, 'third')).toBeNull();
  database.close();
});
