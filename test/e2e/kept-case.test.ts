/** A case that was kept at an earlier start, and a record of an answer that is damaged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { CaseStore } from '../../electron/store/case-store';
import { openDatabase } from '../../electron/store/database';
import { AT, KEY, listed, MODEL, refused, text } from '../support/evidence';
import { historyOn } from '../support/history-on';
import { manualEnvironment } from '../support/manual-environment';
import { PrivateKeyring } from '../support/private-keyring';
import { recorded } from '../support/recorded';
import { storedCase } from '../support/stored-case';
import { launchApp, picture, type RunningApp } from './support/launch';

describe('a case that was kept', () => {
  let profile: string;
  let keyring: PrivateKeyring;

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'doctor-kept-'));
    keyring = await PrivateKeyring.start({ daemon: false });
    change((database) => {
      const answers = [listed(MODEL), refused('free_probe', 'key_scope')];
      recorded(historyOn(database, manualEnvironment()), answers);
      const evidence = [text('project_lacks_model'), ...answers];
      new CaseStore(database).save({ ...storedCase('case-1', AT), keyId: KEY, model: MODEL, evidence });
    });
  });
  afterAll(async () => {
    await keyring.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  function change(how: (database: DatabaseSync) => void): void {
    const { database } = openDatabase(join(profile, 'model-access-doctor.sqlite'), () => new Date());
    how(database);
    database.close();
  }

  async function started<T>(look: (running: RunningApp) => Promise<T>): Promise<T> {
    const running = await launchApp({ env: keyring.env, profile });
    try {
      return await look(running);
    } finally {
      await running.quit();
    }
  }

  async function evidenceOn(page: Page): Promise<readonly string[]> {
    await page.getByRole('navigation').getByText(MODEL).click();
    await new DoctorPage(page).openEvidence();
    return page.getByTestId('evidence-item').allInnerTexts();
  }

  it('shows every answer as before', async () => {
    const shown = await started(({ page }) => evidenceOn(page));
    expect(shown.map((item) => item.split('\n')[0])).toEqual([
      '3. Free test',
      '2. Model list',
      '1. Error text',
    ]);
  });

  it('says of an answer alone that it cannot be read any more, and concludes nothing from it', async () => {
    change((database) =>
      database.exec("UPDATE observations SET body = replace(body, 'key_scope', 'key_score')"),
    );
    const shown = await started(async ({ page }) => {
      const items = await evidenceOn(page);
      await page.getByTestId('evidence-item').first().scrollIntoViewIfNeeded();
      await picture(page, 'kept-case-unreadable');
      return items;
    });
    expect(shown).toHaveLength(3);
    expect(shown[0]).toMatch(/^3\. An answer that cannot be read any more/);
  });
});
