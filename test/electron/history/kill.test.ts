import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { EVERY_CHECK } from '../../../shared/history/views';
import { bundleScript } from '../../support/script-process';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
const KILLS = 12;

let folder: string;
let startWriter: Awaited<ReturnType<typeof bundleScript>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  startWriter = await bundleScript(writer, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the writer run until it has said so many numbers, kills it without warning, and returns the last number said. */
function writeAndKill(path: string, first: number, lines: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = startWriter(path, String(first));
    let said = '';
    child.stdout.on('data', (data) => {
      said += String(data);
      if (said.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      const numbers = said.slice(0, said.lastIndexOf('\n')).split('\n');
      const last = Number(numbers.at(-1));
      if (Number.isInteger(last) && numbers.length > 1) resolve(last);
      else reject(new Error('The writer wrote nothing'));
    });
  });
}

describe('the history under kill -9', () => {
  it('loses no check that was written, and is never damaged', async () => {
    const path = join(folder, 'data.sqlite');
    let next = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const last = await writeAndKill(path, next, 5 + kill * 7);
      const { database, setAside } = openDatabase(path, () => new Date());
      const kept = new HistoryStore(database).list(EVERY_CHECK, null, 10_000);
      const numbers = new Set(kept.checks.map((check) => Number(check.id.slice('check-'.length))));
      const missing = Array.from({ length: last + 1 }, (_, number) => number).filter(
        (number) => !numbers.has(number),
      );
      const orphans = database
        .prepare('SELECT COUNT(*) AS n FROM model_lists WHERE id NOT IN (SELECT list_id FROM checks)')
        .get()?.['n'];
      database.close();
      expect([setAside, missing, orphans]).toEqual([null, [], 0]);
      next = Math.max(...numbers) + 1;
    }
  });
});
