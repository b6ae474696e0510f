import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { UNDO_MS } from '../../electron/base/deleted-for-now';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { deadBaseUrl } from '../support/hostile-server';
import { PrivateKeyring } from '../support/private-keyring';
import { KeysPage } from './support/keys-page';
import { launchApp, PATIENCE_MS, picture, type RunningApp } from './support/launch';
import { Palette } from './support/palette';

const SERVICE = 'Model Access Doctor';

let simulator: Simulator;
let secret: string;
let pasted: string;
let keyring: PrivateKeyring;
let running: RunningApp;
let keys: KeysPage;

beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 5, propagationMs: 0 });
  const scenario = simulator.scenarios.find(({ id }) => id === 'allow_list');
  secret = simulator.keys.find(({ id }) => id === scenario?.keyId)?.secret ?? '';
  pasted = scenario?.text ?? '';
});
afterAll(() => simulator.close());

async function start(env: Readonly<Record<string, string>>, profile?: string): Promise<void> {
  running = await launchApp({ env, ...(profile === undefined ? {} : { profile }) });
  keys = new KeysPage(running.page);
  await keys.open();
}

/** What the keyring holds for a key of ours, seen from outside the app. */
async function stored(id: string): Promise<string> {
  return (await keyring.secretTool(['lookup', 'service', SERVICE, 'account', id])).output.trim();
}

/** Everything the app left in its folder. */
function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

describe('keys in a real keyring', () => {
  let id = '';

  beforeAll(async () => {
    keyring = await PrivateKeyring.start();
    await start(keyring.env);
  });
  afterAll(async () => {
    await running.close();
    await keyring.stop();
  });

  it('leaves the keychain alone until there is a key to store', async () => {
    await keys.vaultIs('unused');
    await picture(running.page, 'keys-1-empty');
  });

  it('stores a key that was pasted with quotes and a line break', async () => {
    const damaged = `"${secret.slice(0, 40)}\n${secret.slice(40)}"`;
    id = await keys.add(damaged, 'Storefront', simulator.apiBaseUrl);
    expect(await stored(id)).toBe(secret);
    await keys.vaultIs('ready');
  });

  it('leaves the keyboard at the new key, and brings it back there from the key’s details', async () => {
    await expect.poll(() => keys.focused()).toBe('Storefront');
    await running.page.keyboard.press('Enter');
    await keys.dialog.waitFor();
    await running.page.keyboard.press('Escape');
    await keys.dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => keys.focused()).toBe('Storefront');
    await keys.choose('Storefront', 'Delete');
    await running.page.keyboard.press('Escape');
    await keys.dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => keys.focused()).toBe('More for Storefront');
  });

  it('is tested by the shortcut where the keyboard is at it', async () => {
    await keys.row('Storefront').getByRole('button', { name: 'Storefront', exact: true }).focus();
    await running.page.keyboard.press('Control+r');
    await keys
      .row('Storefront')
      .getByText(/Accepted/)
      .waitFor();
  });

  it('says at the field that no key was entered', async () => {
    await keys.startAdding();
    await keys.fillAndStore('', 'Without', null);
    await keys.dialog.getByText('Paste the key first.').waitFor();
    expect(await keys.dialog.getByRole('alert').count()).toBe(0);
    await keys.dialog.getByRole('button', { name: 'Cancel' }).click();
    await keys.dialog.waitFor({ state: 'hidden' });
  });

  it('says that a key is stored already, and under which label', async () => {
    await keys.startAdding();
    await keys.fillAndStore(secret, 'Again', null);
    await keys.dialog.getByRole('alert').filter({ hasText: 'Storefront' }).waitFor();
    expect(await keys.dialog.getByLabel('Label').inputValue()).toBe('Again');
    await keys.dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('checks the key and shows what it may list', async () => {
    await keys.check('Storefront');
    await keys
      .row('Storefront')
      .getByText(/lists \d+ models?/)
      .waitFor();
    await picture(running.page, 'keys-2-checked');
  });

  it('keeps the details of a deleted key closed once it is brought back', async () => {
    const label = 'Brought back';
    await keys.add(['sk', 'proj', 'Vu7_'.repeat(20)].join('-'), label, simulator.apiBaseUrl);
    const openings = [() => keys.choose(label, 'Details'), () => new Palette(running.page).run(label)];
    for (const open of openings) {
      await open();
      await keys.dialog.getByRole('button', { name: 'Delete' }).click();
      await keys.dialog.last().getByRole('button', { name: 'Delete' }).click();
      await keys.row(label).waitFor({ state: 'hidden' });
      await running.page.getByRole('button', { name: /^Undo/ }).click();
      await keys.row(label).waitFor();
      expect(await keys.dialog.count()).toBe(0);
    }
    await keys.delete(label);
  });

  it('confirms a pasted error with the stored key, over Electron’s own network stack', async () => {
    const doctor = new DoctorPage(running.page);
    await doctor.goToDiagnose();
    await doctor.diagnose(`${pasted}\nOPENAI_API_KEY=${secret}`);
    await doctor.testAgain();
    expect(await doctor.readVerdict()).toEqual({
      outcome: 'refused',
      cause: 'project_lacks_model',
      layer: 'policy',
      confidence: 'likely',
    });
  });

  it('names the failure where the key’s host does not answer, and blames neither key nor model', async () => {
    await keys.open();
    await keys.add(['sk', 'proj', 'Zy9_'.repeat(20)].join('-'), 'Nobody home', await deadBaseUrl());
    await keys.check('Nobody home');
    await keys.row('Nobody home').getByText('Undecided').waitFor();
    await keys.delete('Nobody home');
  });

  it('holds keys back from a locked keyring without changing anything, and goes on once it is open', async () => {
    await keyring.lock();
    await keys.startAdding();
    await keys.fillAndStore(
      ['sk', 'proj', 'Xw8_'.repeat(20)].join('-'),
      'Kept waiting',
      simulator.apiBaseUrl,
    );
    await keys.dialog.getByRole('alert').waitFor();
    expect(await keys.dialog.getByLabel('Label').inputValue()).toBe('Kept waiting');
    await keys.dialog.getByRole('button', { name: 'Cancel' }).click();
    await picture(running.page, 'keys-3-locked');
    await keys.vaultIs('locked');
    await keyring.unlock();
    await keys.vault.getByRole('button', { name: 'Try again' }).click();
    await keys.vaultIs('ready');
    expect([await keys.rows.count(), await stored(id)]).toEqual([1, secret]);
  });

  it('keeps key and case across a restart, and asks the keychain for nothing at the start', async () => {
    await running.quit();
    await start(keyring.env, running.profile);
    await keys.row('Storefront').waitFor();
    await keys.vaultIs('unused');
    await keys.check('Storefront');
    await keys.vaultIs('ready');
  });

  it('left the secret in no file, in no line that it printed and nowhere in the window', async () => {
    const page = await running.page.content();
    const places = [filesBelow(running.profile), running.output(), page];
    expect(places.map((place) => place.includes(secret.slice(10, 40)))).toEqual([false, false, false]);
    expect(filesBelow(running.profile)).toContain('Storefront');
  });

  it('takes the secret out of the keyring with the key, once that cannot be undone any more', async () => {
    await keys.delete('Storefront');
    await expect.poll(() => keys.focused()).toMatch(/^Undo/);
    expect([await keys.rows.count(), await stored(id)]).toEqual([0, secret]);
    await running.page.getByTestId('deleted').waitFor({ state: 'hidden', timeout: UNDO_MS + PATIENCE_MS });
    await expect.poll(() => stored(id)).toBe('');
  });
});

describe('keys without a keyring', () => {
  beforeAll(async () => {
    keyring = await PrivateKeyring.start({ daemon: false });
    await start(keyring.env);
  });
  afterAll(() => keyring.stop());

  it('says once that no keyring answers, and keeps the key for the choice of this session only', async () => {
    await keys.startAdding();
    await keys.fillAndStore(secret, 'For now', simulator.apiBaseUrl);
    await keys.dialog.getByRole('alert').waitFor();
    expect(await keys.dialog.getByRole('alert').count()).toBe(1);
    await keys.vaultIs('absent');
    await picture(running.page, 'keys-4-no-keyring');
    await keys.dialog.getByRole('button', { name: 'Use for this session only' }).click();
    await running.page.locator('[data-testid="vault"][data-store="session"]').waitFor();
    await keys.dialog.getByRole('alert').waitFor({ state: 'hidden' });
    expect(await keys.dialog.getByLabel('API key').inputValue()).toBe(secret);
    await keys.dialog.getByRole('button', { name: 'Store the key' }).click();
    await keys.dialog.waitFor({ state: 'hidden' });
    await keys.check('For now');
    await keys
      .row('For now')
      .getByText(/Accepted/)
      .waitFor();
    await keys.choose('For now', 'Delete');
    expect(await keys.dialog.innerText()).toMatch(
      new RegExp(`…${secret.slice(-4)}.*removed from memory`, 's'),
    );
    await running.page.keyboard.press('Escape');
    await keys.dialog.waitFor({ state: 'hidden' });
  });

  it('forgets such a key at quitting, and wrote it into no file', async () => {
    await running.quit();
    expect(filesBelow(running.profile)).not.toContain(secret.slice(10, 40));
    await start(keyring.env, running.profile);
    await running.page.getByRole('heading', { name: 'No keys yet' }).waitFor();
    expect(await keys.rows.count()).toBe(0);
    await running.close();
  });
});
