import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { PrivateKeyring } from '../support/private-keyring';
import { ImportDialog } from './support/import-dialog';
import { KeysPage } from './support/keys-page';
import { launchApp, picture, type RunningApp } from './support/launch';

const SERVICE = 'Model Access Doctor';
const invented = (kind: string, letter: string) => ['sk', kind, `${letter}x7_`.repeat(16)].join('-');

let simulator: Simulator;
let secrets: readonly string[];
let folder: string;
let keyring: PrivateKeyring;
let running: RunningApp;
let keys: KeysPage;
let imports: ImportDialog;

beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 5, propagationMs: 0 });
  secrets = simulator.keys.map(({ secret }) => secret);
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  keyring = await PrivateKeyring.start();
  running = await launchApp({
    env: { ...keyring.env, OPENAI_API_KEY: secrets[3] ?? '', OPENAI_BASE_URL: simulator.apiBaseUrl },
  });
  keys = new KeysPage(running.page);
  imports = new ImportDialog(running.page);
  await keys.open();
});
afterAll(async () => {
  await running.close();
  await keyring.stop();
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function stored(label: string): Promise<string> {
  const id = (await keys.row(label).getAttribute('data-key-id')) ?? '';
  return lookUp(id);
}

async function lookUp(account: string): Promise<string> {
  return (await keyring.secretTool(['lookup', 'service', SERVICE, 'account', account])).output.trim();
}

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('importing keys', () => {
  it('shows what a pasted text holds before anything is stored', async () => {
    await imports.open();
    await picture(running.page, 'import-1-sources');
    await imports.paste(
      [
        `OPENAI_BASE_URL=${simulator.apiBaseUrl}`,
        '# Storefront',
        `OPENAI_API_KEY="${secrets[0]}"`,
        `BATCH_OPENAI_API_KEY=${(secrets[1] ?? '').replace('sk', 'ｓｋ')}  # nightly`,
        `SPARE_OPENAI_KEY=${invented('proj', 'Q')}`,
        `ANTHROPIC_API_KEY=${invented('ant', 'R')}`,
        `OPENAI_ADMIN_KEY=${invented('admin', 'S')}`,
      ].join('\n'),
    );
    expect((await imports.seen()).map(([state]) => state)).toEqual([
      'new',
      'new',
      'new',
      'left_out',
      'left_out',
    ]);
    expect((await imports.seen()).slice(0, 3).map(([, label]) => label)).toEqual([
      'Storefront',
      'Batch',
      'Spare',
    ]);
    await picture(running.page, 'import-2-preview');
    expect(await keys.rows.count()).toBe(0);
  });

  it('stores the rows that are left, under the labels given, bound to the address that was confirmed', async () => {
    await imports.dialog.getByLabel('Take the key on line 5').uncheck();
    await imports.dialog.getByLabel('Label for the key on line 4').fill('Nightly batch');
    expect(await imports.store()).toEqual(['stored', 'stored']);
    await picture(running.page, 'import-3-results');
    await imports.done();
    expect([await stored('Storefront'), await stored('Nightly batch')]).toEqual([secrets[0], secrets[1]]);
    expect(await keys.row('Storefront').innerText()).toContain(simulator.apiBaseUrl);
  });

  it('reads a file that the person chooses, names what is stored already, and leaves the file as it is', async () => {
    const lines = [
      `OPENAI_BASE_URL=${simulator.apiBaseUrl}`,
      `SHOP_AGAIN_KEY=${secrets[0]}`,
      `SEARCH_KEY=${secrets[2]}`,
    ];
    const path = write('.env.search', `\ufeff${lines.join('\r\n')}`);
    const before = readFileSync(path);
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await imports.open();
    await imports.dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await imports.preview();
    expect(await imports.rows.first().innerText()).toContain('Stored as “Storefront”');
    expect(await imports.store()).toEqual(['stored']);
    expect(await imports.dialog.innerText()).toContain('still holds the keys');
    await imports.done();
    expect([await stored('Search'), readFileSync(path)]).toEqual([secrets[2], before]);
  });

  it('takes the key from the environment, which the app no longer has in its own', async () => {
    await imports.open();
    await imports.dialog.getByRole('button', { name: 'From environment variables' }).click();
    await imports.preview();
    await imports.store();
    await imports.done();
    await expect.poll(() => keys.rows.count()).toBe(4);
    expect(await running.app.evaluate(() => process.env['OPENAI_API_KEY'])).toBe(undefined);
  });

  it('takes a file that is dropped on the page, and no path that the page makes up', async () => {
    const path = write('.env.dropped', `DROPPED_OPENAI_API_KEY=${invented('proj', 'T')}\n`);
    const { page } = running;
    const drop = (made: boolean) =>
      page.evaluate((madeUp) => {
        const transfer = new DataTransfer();
        const input = document.querySelector<HTMLInputElement>('#dropped');
        const file = madeUp ? new File(['x'], '/etc/hostname') : input?.files?.[0];
        if (file !== undefined) transfer.items.add(file);
        const target = document.querySelector('main h1');
        for (const type of ['dragover', 'drop'])
          target?.dispatchEvent(
            new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
          );
      }, made);
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'dropped';
      document.body.append(input);
    });
    await page.locator('#dropped').setInputFiles(path);
    await drop(true);
    await page.getByRole('main').getByRole('alert').waitFor();
    await drop(false);
    await imports.preview();
    expect((await imports.seen()).map(([, label]) => label)).toEqual(['Dropped']);
    await imports.dialog.getByRole('button', { name: 'Choose another source' }).click();
    await imports.dialog.getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() => document.querySelector('#dropped')?.remove());
  });
});

describe('keeping keys in order', () => {
  it('checks several keys at once', async () => {
    const { page } = running;
    await page.getByLabel('Select all shown').check();
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Test' }).click();
    await expect.poll(() => running.page.getByTestId('untested').count()).toBe(0);
    expect(
      await keys
        .row('Storefront')
        .getByText(/lists \d+ models?/)
        .count(),
    ).toBe(1);
    await picture(page, 'keyring-1-checked');
  });

  it('gives a key a note and a colour, and finds it by either', async () => {
    const { page } = running;
    await keys.row('Storefront').getByRole('button', { name: 'Storefront', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'Storefront' });
    await drawer.getByLabel('Note').fill('Used by the web shop, replaced by the platform team');
    await drawer.getByRole('radio', { name: 'Teal' }).check({ force: true });
    await drawer.getByLabel('Label').fill('Search');
    await drawer.getByText('Another key has this label too.').waitFor();
    await picture(page, 'keyring-2-details');
    await drawer.getByLabel('Label').fill('Storefront');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await drawer.getByText('Saved').waitFor();
    await drawer.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Search keys').fill('PLATFORM team');
    await expect.poll(() => keys.rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Colour' }).click();
    await page.getByRole('option', { name: 'Teal' }).click();
    await expect.poll(() => keys.rows.count()).toBe(1);
    await picture(page, 'keyring-3-filtered');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.keyboard.press('Escape');
  });

  it('replaces a secret and keeps everything else', async () => {
    await keys.choose('Storefront', 'Replace the secret');
    await keys.dialog.getByLabel('New API key').fill(invented('proj', 'U'));
    await keys.dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await keys.row('Storefront').getByText('…Ux7_').waitFor();
    expect(await keys.row('Storefront').innerText()).toContain('web shop');
  });

  it('brings deleted keys back, with their secrets, as long as that is offered', async () => {
    const id = (await keys.row('Search').getAttribute('data-key-id')) ?? '';
    await keys.delete('Search');
    await expect.poll(() => keys.rows.count()).toBe(3);
    await picture(running.page, 'keyring-4-undo');
    await running.page.getByTestId('deleted').getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => keys.rows.count()).toBe(4);
    expect(await lookUp(id)).toBe(secrets[2]);
  });

  it('finds out what others did to the keychain, and lets it be put right', async () => {
    const { page } = running;
    const id = (await keys.row('Search').getAttribute('data-key-id')) ?? '';
    await keyring.secretTool(['clear', 'service', SERVICE, 'account', id]);
    await page.getByRole('button', { name: 'Check the keychain' }).click();
    await page.getByTestId('vault-review').getByText('Missing secrets: 1').waitFor();
    await keys.row('Search').getByText('Gone from the keychain').waitFor();
    await picture(page, 'keyring-5-drift');
    await keys.choose('Search', 'Replace the secret');
    await keys.dialog.getByLabel('New API key').fill(secrets[2] ?? '');
    await keys.dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await keys.row('Search').getByText('Gone from the keychain').waitFor({ state: 'hidden' });
    expect(await stored('Search')).toBe('');
  });

  it('puts back what a lost list left in the keychain, says so, and deletes nothing', async () => {
    const before = await keys.rows.count();
    const id = (await keys.row('Search').getAttribute('data-key-id')) ?? '';
    await running.quit();
    rmSync(running.profile, { recursive: true, force: true });
    running = await launchApp({ env: keyring.env, profile: running.profile });
    keys = new KeysPage(running.page);
    await keys.open();
    const told = running.page.getByTestId('recovered');
    await told.getByText(`${before} keys were found in the keychain`).waitFor();
    await expect.poll(() => keys.rows.count()).toBe(before);
    expect(await keys.row('Search').getAttribute('data-key-id')).toBe(id);
    await picture(running.page, 'keyring-6-recovered');
    await told.getByRole('button', { name: 'Close' }).click();
    await told.waitFor({ state: 'detached' });
  });

  it('shows another profile’s keys one by one, and deletes one only by its own name', async () => {
    const other = await launchApp({ env: keyring.env });
    try {
      const page = new KeysPage(other.page);
      await page.open();
      await page.add(invented('proj', 'V'), 'Only one', simulator.apiBaseUrl);
      await other.page.getByRole('button', { name: 'Check the keychain' }).click();
      const entries = other.page.getByTestId('unclaimed');
      const count = await keys.rows.count();
      await expect.poll(() => entries.count()).toBe(count);
      await picture(other.page, 'keyring-7-unclaimed');
      const entry = entries.filter({ hasText: 'Search' });
      const account = (await entry.getAttribute('data-account')) ?? '';
      await entry.getByRole('button', { name: 'Add to the list' }).click();
      await page.row('Search').waitFor();
      await expect.poll(() => entries.count()).toBe(count - 1);
      expect(await lookUp(account)).toBe(secrets[2]);
      const spare = entries.filter({ hasText: 'Nightly batch' });
      const gone = (await spare.getAttribute('data-account')) ?? '';
      await spare.getByRole('button', { name: 'Delete…' }).click();
      await page.dialog.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect.poll(() => entries.count()).toBe(count - 2);
      expect([await lookUp(gone), await lookUp(account)]).toEqual(['', secrets[2]]);
    } finally {
      await other.close();
    }
  });
});
