/** Every state for people who need it larger, in colours of their own, or without motion. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayIn } from '../../shared/messages/say';
import { CASE_JOURNEYS } from './states/case-states';
import { endMotion, objections, overflows } from './states/checks';
import { PAGES } from './states/page-states';
import { prepare, walk } from './states/stage';
import { launchApp, type RunningApp } from './support/launch';

const WALK_MS = 180_000;

describe('every state at 200 %, in forced colours, without motion', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await prepare(running);
  });
  afterAll(() => running.close());

  it('has no objection by axe, and nothing cut off at the side', { timeout: WALK_MS }, async () => {
    const { app, page } = running;
    // As wide as the width that accessibility is asked of at this zoom: 640 of the page's own pixels.
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(1280, 960);
      window?.webContents.setZoomFactor(2);
    });
    await page.waitForFunction(() => innerWidth === 640);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const wrong: string[] = [];
    const stage = { app, page, say: sayIn('en') };
    const unreached = await walk(stage, [...PAGES, ...CASE_JOURNEYS], async (_, name) => {
      await endMotion(page);
      for (const objection of await objections(page)) wrong.push(`${name}: ${objection}`);
      if (await overflows(page)) wrong.push(`${name}: can be moved sideways`);
    });
    expect([...unreached, ...wrong]).toEqual([]);
  });
});
