import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_IDS, ORGANIZATIONS, PROJECTS } from '../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedLegacyKey } from '../support/secrets';
import { KeysPage } from './support/keys-page';
import { launchApp, picture, type RunningApp } from './support/launch';

const LABEL = 'Old notebook';

describe('a key of the old form', () => {
  let simulator: Simulator;
  let keyring: PrivateKeyring;
  let running: RunningApp;
  let keys: KeysPage;
  const secret = inventedLegacyKey('Notebook');

  beforeAll(async () => {
    simulator = await startSimulator({ latencyMs: 5, propagationMs: 0 });
    simulator.control.change((world) => ({
      ...world,
      keys: world.keys.map((key) =>
        key.id === KEY_IDS.storefront ? { ...key, kind: 'legacy', secret, reaches: [PROJECTS.sandbox] } : key,
      ),
    }));
    keyring = await PrivateKeyring.start();
    running = await launchApp({ env: keyring.env });
    keys = new KeysPage(running.page);
    await keys.open();
  });
  afterAll(async () => {
    await running.close();
    await keyring.stop();
    await simulator.close();
  });

  const field = (name: string) => keys.dialog.getByLabel(name, { exact: true });

  it('is sent without headers until the person chooses some', async () => {
    await keys.add(secret, LABEL, simulator.apiBaseUrl);
    await keys.check(LABEL);
    await keys
      .row(LABEL)
      .getByText(/lists 2 models$/)
      .waitFor();
    expect(simulator.control.requests().flatMap(({ headerNames }) => headerNames)).not.toContain(
      'openai-project',
    );
  });

  it('refuses what is no id with a sentence, and keeps what was typed', async () => {
    await keys.choose(LABEL, 'Details');
    await field('OpenAI-Organization').fill('Maple Robotics');
    await field('OpenAI-Project').fill(PROJECTS.sandbox);
    await running.page.keyboard.press('Enter');
    await keys.dialog.getByText('This is not an organization ID', { exact: false }).waitFor();
    expect(await field('OpenAI-Project').inputValue()).toBe(PROJECTS.sandbox);
    await picture(running.page, 'sent-for-1-refused');
  });

  it('is sent for what was chosen from then on, and says so', async () => {
    await field('OpenAI-Organization').fill(ORGANIZATIONS.maple);
    await picture(running.page, 'sent-for-2-chosen');
    await running.page.keyboard.press('Enter');
    await keys.dialog.getByText('Saved', { exact: true }).waitFor();
    await running.page.keyboard.press('Escape');
    await keys.dialog.waitFor({ state: 'hidden' });
    await keys.row(LABEL).getByTitle(PROJECTS.sandbox).waitFor();
    await keys.check(LABEL);
    await keys
      .row(LABEL)
      .getByText(/lists \d\d models$/)
      .waitFor();
    const { headerNames } = simulator.control.requests().at(-1) ?? { headerNames: [] };
    expect(headerNames).toEqual(expect.arrayContaining(['openai-organization', 'openai-project']));
    await picture(running.page, 'sent-for-3-row');
  });

  it('looks as well in Japanese, in the dark and in the smallest window', async () => {
    await running.page.evaluate(async () => {
      await Reflect.get(globalThis, 'doctor').app.write_settings({
        language: 'ja',
        theme: 'dark',
        offerClipboard: null,
      });
    });
    await running.page.reload();
    await running.page.setViewportSize({ width: 900, height: 640 });
    await running.page.getByRole('navigation').getByText('キー', { exact: true }).first().click();
    await keys.row(LABEL).getByText(LABEL).first().click();
    await field('OpenAI-Project').scrollIntoViewIfNeeded();
    await picture(running.page, 'sent-for-4-ja-dark');
    expect(await field('OpenAI-Project').inputValue()).toBe(PROJECTS.sandbox);
  });
});
