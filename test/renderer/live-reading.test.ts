import { describe, expect, it } from 'vitest';
import { LIVE_LIMIT, readDraft } from '../../renderer/diagnose/live-reading';
import { MAX_PASTE } from '../../shared/base/limits';
import { ERROR_TEXT, MODEL, PROJECT } from './support/fake-world';

const SECRET = ['sk', 'proj', 'Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4f'].join('-');

const TODAY = '2026-11-22';

describe('reading a draft', () => {
  it('finds the cause and the facts of an error', () => {
    const live = readDraft(ERROR_TEXT, false, TODAY);
    expect(live).toMatchObject({
      kind: 'read',
      reading: { cause: 'project_lacks_model', facts: { model: MODEL, project: PROJECT, httpStatus: 403 } },
    });
  });

  it('hides keys before anything is drawn, and marks the text as it is then', () => {
    const live = readDraft(`api_key=${SECRET}\n${ERROR_TEXT}`, false, TODAY);
    if (live.kind !== 'read') throw new Error('not read');
    expect(live.text).not.toContain(SECRET);
    const marked = live.reading.marks.map(({ start, end }) => live.text.slice(start, end));
    expect(marked).toEqual(expect.arrayContaining([PROJECT, MODEL]));
  });

  it.each(['', '  \n ', 'x'.repeat(MAX_PASTE + 1)])(
    'says nothing about an empty or oversized draft',
    (text) => {
      expect(readDraft(text, true, TODAY)).toEqual({ kind: 'nothing' });
    },
  );

  it('waits with a long text that is being typed, and reads it where it was pasted', () => {
    const long = `${ERROR_TEXT}\n${'log line\n'.repeat(LIVE_LIMIT / 9)}`;
    expect(readDraft(long, false, TODAY)).toEqual({ kind: 'deferred' });
    expect(readDraft(long, true, TODAY)).toMatchObject({
      kind: 'read',
      reading: { cause: 'project_lacks_model' },
    });
  });
});
