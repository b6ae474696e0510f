import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp, type RunningApp } from './support/launch';

let profile: string;

beforeAll(() => {
  profile = mkdtempSync(join(tmpdir(), 'doctor-damaged-'));
  writeFileSync(join(profile, 'model-access-doctor.sqlite'), 'not a database at all, '.repeat(400));
});
afterAll(() => rmSync(profile, { recursive: true, force: true }));

const noticeOn = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'A file that could not be used was set aside' });

async function started<T>(look: (running: RunningApp) => Promise<T>): Promise<T> {
  const running = await launchApp({ args: ['--practice'], profile });
  try {
    return await look(running);
  } finally {
    await running.quit();
  }
}

it('a damaged database is told of at every start, until the person has dismissed it', async () => {
  const path = await started(async ({ page }) => {
    await noticeOn(page).waitFor();
    return noticeOn(page).locator('.mono').textContent();
  });
  expect(path).toMatch(/model-access-doctor\.sqlite\.set-aside-/);
  await started(async ({ app, page }) => {
    await app.evaluate(({ shell }) => {
      shell.showItemInFolder = (shown) => Reflect.set(globalThis, 'shownInFolder', shown);
    });
    await noticeOn(page).getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'shownInFolder'))).toBe(path);
    await noticeOn(page).getByRole('button', { name: 'Close' }).click();
    await noticeOn(page).waitFor({ state: 'detached' });
  });
  const told = await started(async ({ page }) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    return noticeOn(page).count();
  });
  expect(told).toBe(0);
});
