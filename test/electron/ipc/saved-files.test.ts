import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SavedFiles } from '../../../electron/ipc/saved-files';

const NOW = new Date(2026, 10, 26, 0, 5);
const FOLDER = join('/home', 'person', 'reports');

function filesAt(...paths: readonly (string | null)[]) {
  const left = [...paths];
  const shown: string[] = [];
  const files = new SavedFiles({
    now: () => NOW,
    saveText: () => Promise.resolve(left.shift() ?? null),
    showInFolder: (path) => void shown.push(path),
  });
  return { files, shown };
}

describe('saving a file', () => {
  it.each([
    [
      'is said with the name that the person chose',
      () => Promise.resolve(join(FOLDER, 'mine.md')),
      { ok: true, value: { saved: true, id: 'saved-1', name: 'mine.md' } },
    ],
    [
      'is not done where the person thought better of it',
      () => Promise.resolve(null),
      { ok: true, value: { saved: false } },
    ],
    [
      'is said to have failed where the disk refuses',
      () => Promise.reject(new Error('EACCES: permission denied')),
      { ok: false, error: { code: 'file_not_written', values: {} } },
    ],
  ] as const)('%s', async (_name, saveText, expected) => {
    const files = new SavedFiles({ now: () => NOW, saveText, showInFolder: () => undefined });
    expect(await files.save('report.md', 'text')).toEqual(expected);
  });

  it('suggests a name with the date of the person’s own day', async () => {
    const names: string[] = [];
    const saveText = async (name: string) => {
      names.push(name);
      return null;
    };
    const files = new SavedFiles({ now: () => NOW, saveText, showInFolder: () => undefined });
    await files.saveDated('model-access-matrix', 'csv', 'text');
    expect(names).toEqual(['model-access-matrix-2026-11-26.csv']);
  });
});

describe('showing a saved file in its folder', () => {
  it('shows the one saved last', async () => {
    const { files, shown } = filesAt(join(FOLDER, 'a.md'), join(FOLDER, 'b.md'));
    await files.save('a.md', 'text');
    await files.save('b.md', 'text');
    expect([files.show('saved-2').ok, shown]).toEqual([true, [join(FOLDER, 'b.md')]]);
  });

  it.each(['saved-1', 'saved-3', '/etc/passwd', ''])('shows nothing for “%s”', async (id) => {
    const { files, shown } = filesAt(join(FOLDER, 'a.md'), join(FOLDER, 'b.md'));
    await files.save('a.md', 'text');
    await files.save('b.md', 'text');
    expect([files.show(id), shown]).toEqual([{ ok: false, error: { code: 'not_found', values: {} } }, []]);
  });

  it('still knows the last one after a save that was called off', async () => {
    const { files, shown } = filesAt(join(FOLDER, 'a.md'), null);
    await files.save('a.md', 'text');
    await files.save('b.md', 'text');
    expect([files.show('saved-1').ok, shown]).toEqual([true, [join(FOLDER, 'a.md')]]);
  });
});
