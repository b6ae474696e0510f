import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsolePage, DoctorPage } from '../../build/tour/doctor-page.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';

const MODEL = 'gpt-5.5';
/** Three tests in a row, some seconds apart, and what comes before them. */
const PROVEN_MS = 60_000;

describe('from the pasted error to the proof, in practice', () => {
  let running: RunningApp;
  let doctor: DoctorPage;
  let console_: ConsolePage;
  let project: string;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    doctor = new DoctorPage(running.page);
  });
  afterAll(() => running.close());

  it('reads the text while it is typed, and gives a verdict on it', async () => {
    const { text } = await doctor.scenario('allow_list');
    project = /proj_\w+/.exec(text)?.[0] ?? '';
    await doctor.pasteBox.fill(text);
    expect(await running.page.getByTestId('live-reading').getAttribute('data-cause')).toBe(
      'project_lacks_model',
    );
    await picture(running.page, 'journey-1-paste');
    await doctor.submit();
    expect(await doctor.readVerdict()).toEqual({
      outcome: 'refused',
      cause: 'project_lacks_model',
      layer: 'policy',
      confidence: 'likely',
    });
  });

  it('confirms it free of charge with a stored key', async () => {
    await doctor.chooseKey((await doctor.scenario('allow_list')).keyLabel);
    await doctor.testAgain();
    expect(await doctor.readVerdict()).toMatchObject({ outcome: 'refused', confidence: 'likely' });
    const states = await running.page
      .locator('[data-testid^="ladder-"]')
      .evaluateAll((rungs) => rungs.map((rung) => rung.getAttribute('data-state')));
    expect(states).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
      'unknown',
      'unknown',
      'failed',
      'unknown',
      'unknown',
      'unknown',
    ]);
    await picture(running.page, 'journey-2-verdict');
  });

  it('leads to the right project and says so when the address is another one’s', async () => {
    await doctor.startWizard();
    await doctor.waitForStep('log_in');
    console_ = await doctor.openConsole(running.app);
    await console_.logIn();
    await doctor.nextStep();
    await doctor.waitForStep('choose_project');
    await doctor.openConsole(running.app);
    const right = await console_.address();
    expect(right).toContain(project);
    expect(await doctor.checkAddress(right.replace(project, 'proj_SomethingElse1'))).toBe('wrong_project');
    await picture(running.page, 'journey-3-wrong-project');
    expect(await doctor.checkAddress('https://example.com/settings')).toBe('other_site');
    expect(await doctor.checkAddress(right)).toBe('right_project');
    await doctor.nextStep();
  });

  it('checks that the Limits page is open', async () => {
    await doctor.waitForStep('open_limits');
    const elsewhere = await console_.address();
    expect(await doctor.checkAddress(elsewhere)).toBe('other_page');
    await doctor.openConsole(running.app);
    await expect.poll(() => console_.address()).toMatch(new RegExp(`/settings/${project}/limits$`));
    expect(await doctor.checkAddress(await console_.address())).toBe('right_project');
    await doctor.nextStep();
  });

  it('edits the list on the console page and proves the model by successes in a row', {
    timeout: PROVEN_MS,
  }, async () => {
    await doctor.waitForStep('edit_list');
    await doctor.chooseBranch('allowed');
    await picture(running.page, 'journey-4-edit');
    await console_.allowModel(MODEL);
    await picture(console_.page, 'journey-4-console');
    await doctor.saved();
    await doctor.waitForProof();
    expect(await doctor.watch.getAttribute('data-state')).toBe('proven');
    // More of them on a slow machine: they also have to span a time.
    expect(Number(await doctor.watch.getAttribute('data-consecutive'))).toBeGreaterThanOrEqual(3);
    await picture(running.page, 'journey-5-proven');
  });

  it('shows the model as open afterwards, and certain after one real request with consent', async () => {
    await doctor.backToVerdict();
    expect(await doctor.readVerdict()).toMatchObject({ outcome: 'open', confidence: 'likely' });
    expect(await doctor.verdict.getAttribute('data-proven')).toBe('true');
    await doctor.sendRealRequest();
    expect(await doctor.readVerdict()).toEqual({
      outcome: 'open',
      cause: '',
      layer: '',
      confidence: 'certain',
    });
    await picture(running.page, 'journey-6-open');
  });

  it('never lost sight of being practice', async () => {
    expect(await running.page.getByTestId('practice-badge').isVisible()).toBe(true);
    expect(running.output()).not.toMatch(/sk-|bug on|bad_request/);
  });
});
