/** The app is killed while it brings data to the next version. Nothing is lost or changed by half, however far it came. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { KeyStore } from '../../../electron/store/key-store';
import { listed, refused } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { nextStep } from '../../support/next-step';
import { recorded } from '../../support/recorded';
import { bundleScript } from '../../support/script-process';
import { storedCase } from '../../support/stored-case';
import { tellFaults } from '../../support/tell-faults';

const opener = fileURLToPath(new URL('./opener.ts', import.meta.url));
const KILLS = process.env['MAD_FAULTS'] === 'long' ? 50 : 8;
const COUNT = 2_000;
const CASES = 100;
const now = () => new Date('2026-11-22T10:00:00.000Z');

let folder: string;
let before: string;
let startOpener: Awaited<ReturnType<typeof bundleScript>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  startOpener = await bundleScript(opener, folder);
  before = join(folder, 'before.sqlite');
  const { database } = openDatabase(before, now);
  const evidence = [listed('gpt-5.5'), refused('free_probe', 'project_lacks_model')];
  recorded(historyOn(database, manualEnvironment()), evidence);
  database.exec('BEGIN');
  for (let number = 0; number < COUNT; number += 1)
    database
      .prepare(
        `INSERT INTO keys (id, label, kind, last_four, fingerprint, base_url, added_at, state, account)
         VALUES (?1, ?1, 'project', 'abcd', ?1, 'https://api.openai.com/v1', '2026-11-22T10:00:00.000Z', 'stored', ?1)`,
      )
      .run(`key-${number}`);
  const cases = new CaseStore(database);
  for (let number = 0; number < CASES; number += 1)
    cases.save({ ...storedCase(`case-${number}`, now().toISOString()), evidence });
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE);');
  database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the file in a process of its own; kills it so long after it said that it begins, if it has not ended before. */
function openAndKill(path: string, afterMs: number): Promise<'ended' | 'killed'> {
  return new Promise((resolve, reject) => {
    const child = startOpener(path);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? 'ended' : 'killed'));
  });
}

// Each kill is a start of a process and an opening of 2,000 keys, and there are fifty at full length.
it(`keeps every key and every case through ${KILLS} kills`, { timeout: 120_000 }, async () => {
  const ends: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const path = join(folder, `data-${kill}.sqlite`);
    copyFileSync(before, path);
    ends.push(await openAndKill(path, kill * (40 / KILLS)));
    const { database, setAside } = openDatabase(path, now, [nextStep]);
    const keys = new KeyStore(database).list();
    const marked = Number(database.prepare('SELECT COUNT(*) AS n FROM keys WHERE next = label').get()?.['n']);
    const cases = new CaseStore(database).list(COUNT);
    const { least, most } =
      database.prepare('SELECT MIN(written) AS least, MAX(written) AS most FROM cases').get() ?? {};
    database.close();
    expect([kill, setAside, keys.length, marked]).toEqual([kill, null, COUNT, COUNT]);
    expect(new Set(keys.map(({ note }) => note))).toEqual(new Set(['n']));
    expect([least, most]).toEqual([1_001, 1_000 + CASES]);
    expect(cases.map(({ evidence }) => evidence.map(({ kind }) => kind))).toEqual(
      Array.from({ length: CASES }, () => ['probe', 'probe']),
    );
  }
  const killed = ends.filter((end) => end === 'killed').length;
  tellFaults(
    'upgrades of the database under kill -9',
    KILLS,
    `${killed} cut short, every key and case there each time`,
  );
  expect(killed).toBeGreaterThan(0);
});
