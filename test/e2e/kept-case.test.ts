/** A case of an earlier version, whose answers stood in the case itself, and a record of an answer that is damaged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { openDatabase } from '../../electron/store/database';
import { backTo } from '../support/earlier-schema';
import { AT, KEY, listed, MODEL, refused, text } from '../support/evidence';
import { writeFormerCase } from '../support/former-case';
import { PrivateKeyring } from '../support/private-keyring';
import { storedCase } from '../support/stored-case';
import { launchApp, picture, type RunningApp } from './support/launch';

describe('a case that an earlier version kept', () => {
  let profile: string;
  let keyring: PrivateKeyring;

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'doctor-kept-'));
    keyring = await PrivateKeyring.start({ daemon: false });
    change((database) => {
      const evidence = [text('project_lacks_model'), listed(MODEL), refused('free_probe', 'key_scope')];
      writeFormerCase(database, { ...storedCase('case-1', AT), keyId: KEY, model: MODEL, evidence });
      database.exec(backTo(11));
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
