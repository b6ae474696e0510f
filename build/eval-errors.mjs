/**
 * Measures the error reader on labelled texts: `npm run eval:errors -- FILE.jsonl`. Each line of the file has `id`,
 * `text`, `cause` and the expected fields; names in `unscored` are not counted.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT, runMain, Stop, say } from './process.mjs';
import { setUpCommandLine } from './setup.mjs';

const FIELDS = ['http_status', 'code', 'type', 'model', 'project', 'organization', 'request_id'];
/** @typedef {Record<string, unknown> & { id: string, cause: string, unscored?: string[] }} Row */

/** @param {string} text @returns {Row[]} */
function rowsOf(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** @param {readonly Row[]} rows @returns {Row[]} */
function answersTo(rows) {
  const input = rows.map(({ id, ['text']: text }) => JSON.stringify({ id, text })).join('\n');
  const options = { cwd: ROOT, input, encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 30 };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/cli/cli.mjs', 'explain', '--jsonl'],
    options,
  );
  if (status !== 0) throw new Stop(`The command line ended with status ${status}.\n${stderr}`);
  return rowsOf(stdout);
}

/** @param {string} name @param {readonly Row[]} rows @param {readonly Row[]} answers */
function score(name, rows, answers) {
  const counted = rows.flatMap((row, i) =>
    row.unscored?.includes(name) ? [] : [{ row, answer: answers[i] }],
  );
  const misses = counted.filter(({ row, answer }) => (row[name] ?? null) !== (answer?.[name] ?? null));
  const share = counted.length === 0 ? 100 : (100 * (counted.length - misses.length)) / counted.length;
  say(
    `${name.padEnd(13)} ${share.toFixed(1).padStart(5)} %  ${counted.length - misses.length} of ${counted.length}`,
  );
  return misses.map(
    ({ row, answer }) =>
      `${row.id}  ${name}: expected ${JSON.stringify(row[name] ?? null)}, got ${JSON.stringify(answer?.[name] ?? null)}` +
      (name === 'cause' ? ` (${answer?.['rule']}: ${answer?.['sentence']})` : ''),
  );
}

await runMain(async () => {
  const file = process.argv[2];
  if (file === undefined || !existsSync(file)) throw new Stop('Usage: npm run eval:errors -- FILE.jsonl');
  await setUpCommandLine();
  const rows = rowsOf(readFileSync(file, 'utf8'));
  const answers = answersTo(rows);
  const misses = ['cause', ...FIELDS].flatMap((name) => score(name, rows, answers));
  say(misses.length === 0 ? '\nNo misses.' : `\n${misses.length} misses:\n${misses.join('\n')}`);
  return 0;
});
