/** Requests that cost money, counted at the server that gets them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MatrixPage } from '../../build/tour/matrix-page.mjs';
import { KEY_IDS } from '../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { PrivateKeyring } from '../support/private-keyring';
import { launchApp, picture, type RunningApp } from './support/launch';
import { addSessionKeys } from './support/session-keys';

const KEYS = [KEY_IDS.sandbox, KEY_IDS.research];
const MODEL = 'gpt-5.4-mini-2026-03-17';

describe('real requests from the matrix', () => {
  let simulator: Simulator;
  let keyring: PrivateKeyring;
  let running: RunningApp;
  let matrix: MatrixPage;

  beforeAll(async () => {
    simulator = await startSimulator({ latencyMs: 5, propagationMs: 0 });
    keyring = await PrivateKeyring.start({ daemon: false });
    running = await launchApp({ env: keyring.env });
    matrix = new MatrixPage(running.page);
    await addSessionKeys(running.page, simulator, KEYS);
  });
  afterAll(async () => {
    await running.close();
    await Promise.all([keyring.stop(), simulator.close()]);
  });
  beforeEach(() => simulator.reset());

  const dialog = () => running.page.getByRole('dialog');
  /** What arrived, as method, path, key and model. */
  const arrived = () =>
    simulator.control.requests().map(({ method, path, keyId, model }) => [method, path, keyId, model]);

  async function openDialog(requests: number): Promise<void> {
    await running.page.getByRole('button', { name: 'Real requests…' }).click();
    await dialog().getByText(`Requests: ${requests},`).waitFor();
  }

  /** Whatever was sent before arrives before these free questions are answered. */
  async function askForLists(): Promise<void> {
    await matrix.startBy('Refresh');
  }

  it('are about the cells that are chosen', async () => {
    await matrix.open();
    await matrix.fill();
    await matrix.filterByModel(MODEL);
    await matrix.choose('Everything shown');
    expect(await matrix.size()).toEqual({ keys: KEYS.length, models: 1 });
  });

  it('are not sent while they are only looked at, nor after Cancel', async () => {
    await openDialog(KEYS.length);
    await picture(running.page, 'real-requests-1-consent');
    expect(arrived()).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await openDialog(KEYS.length);
    await running.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await askForLists();
    expect(arrived().map(([method, path]) => `${method} ${path}`)).toEqual(KEYS.map(() => 'GET /models'));
  });

  it('are sent as agreed to: once for each cell, and nothing beside', async () => {
    await openDialog(KEYS.length);
    expect(arrived()).toEqual([]);
    const before = await matrix.run.getAttribute('data-run');
    await dialog()
      .getByRole('button', { name: /^Send 2 requests$/ })
      .click();
    await running.page.locator(`[data-testid="matrix-run"]:not([data-run="${before}"])`).waitFor();
    await matrix.waitForRun();
    const sent = arrived();
    expect(sent.sort()).toEqual(KEYS.map((key) => ['POST', '/responses', key, MODEL]).sort());
    const cells = await running.page
      .getByRole('gridcell')
      .evaluateAll((drawn) => drawn.map((cell) => cell.getAttribute('data-state')));
    expect(cells).toEqual(['confirmed', 'confirmed']);
    await picture(running.page, 'real-requests-2-sent');
  });

  it('come alone: asking again for the lists sends no further one', async () => {
    await askForLists();
    expect(arrived().map(([method, path]) => `${method} ${path}`)).toEqual(KEYS.map(() => 'GET /models'));
  });
});
