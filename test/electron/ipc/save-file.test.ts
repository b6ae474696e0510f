import { expect, it } from 'vitest';
import { saveFile } from '../../../electron/ipc/save-file';

const REFUSED = () => Promise.reject(new Error('EACCES: permission denied'));

it.each([
  ['saved', () => Promise.resolve(true), { ok: true, value: { saved: true } }],
  [
    'not saved where the person thought better of it',
    () => Promise.resolve(false),
    { value: { saved: false } },
  ],
  ['said not to be where the disk refuses', REFUSED, { ok: false, error: { code: 'file_not_written' } }],
] as const)('a file is %s', async (_name, saveText, expected) => {
  expect(await saveFile({ saveText }, 'report.md', 'text')).toMatchObject(expected);
});
