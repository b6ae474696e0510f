/** The support bundle, from a failure to the file that a person passes on. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';
import { answerBoxes } from './support/boxes';

const SECRET = inventedKey('Sb7'.repeat(16));

let app: BareApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'support-'));
  app = await BareApp.start({ args: ['--practice'] });
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Presses the button of this name, once it is there. */
const press = (name: string) =>
  app.until(`the button “${name}”`, () =>
    app.page((wanted: string) => {
      const button = [...document.querySelectorAll<HTMLElement>('button, nav a')].find(
        ({ textContent }) => textContent?.trim() === wanted,
      );
      button?.click();
      return button !== undefined;
    }, name),
  );

it('shows what it will save, saves just that for the person alone, and holds a failure without its secret', async () => {
  const path = join(folder, 'support.txt');
  await answerBoxes(app, 0);
  await app.main(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);
  await app.main((_electron, secret) => {
    setImmediate(() => Promise.reject(new Error(`a failure that names ${secret}`)));
  }, SECRET);
  await press('Settings');
  await press('Preview the support bundle…');
  const shown = () => app.page(() => document.querySelector('[role=dialog] pre')?.textContent ?? '');
  await app.until('the preview', async () => (await shown()) !== '');
  const text = await shown();
  await press('Save…');
  await app.until('the dialog to close', async () => (await shown()) === '');
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect([text.includes('a failure that names'), text.includes('Sb7Sb7')]).toEqual([true, false]);
  expect(await app.verb('app', 'save_support', { id: 'support-0' })).toMatchObject({ ok: false });
});
