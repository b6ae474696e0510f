import { expect, it } from 'vitest';
import type { Application } from '../../../electron/application';
import { probingHandlers } from '../../../electron/ipc/probing-handlers';
import { SavedFiles } from '../../../electron/ipc/saved-files';
import { EVERY_CHECK } from '../../../shared/history/views';
import { inventedKey } from '../../support/secrets';
import { wholeText } from '../../support/whole-text';

it('takes secrets out of every part of an exported history on its way to the file', async () => {
  const key = inventedKey('0123456789abcdef');
  const history = {
    export: async function* () {
      yield `at,key\r\n2026,${key}\r\n`;
      yield `2027,${key}\r\n`;
    },
  };
  const app = { workspace: { history } } as unknown as Application;
  let written = '';
  const files = new SavedFiles({
    now: () => new Date(2026, 10, 26),
    saveText: async (_name, text) => {
      written = typeof text === 'string' ? text : await wholeText(text);
      return '/home/me/history.csv';
    },
    showInFolder: () => undefined,
  });
  const filter = EVERY_CHECK;
  const saved = await probingHandlers(app, files)['history:export']({ filter, format: 'csv' });
  expect([saved.ok, written]).toEqual([
    true,
    'at,key\r\n2026,sk-proj-…[redacted]\r\n2027,sk-proj-…[redacted]\r\n',
  ]);
});
