/**
 * Measures the error reader on labelled texts: `npm run eval:errors` on those of this project, and
 * `npm run eval:errors -- FILE.jsonl …` on others. Each line of a file has `id`, `text`, `cause` and the other labels;
 * labels named in `unscored` are not counted.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import {
  LABELLED_TEXTS,
  LABELS,
  linesOfJson,
  missedLabels,
  readLabelled,
  scoredLabels,
} from './labelled-texts.mjs';
import { ROOT, runMain, Stop, say } from './process.mjs';
import { setUpCommandLine } from './setup.mjs';

/** @typedef {import('./labelled-texts.mjs').LabelledText} LabelledText */
/** @typedef {{ row: LabelledText, answer: import('./labelled-texts.mjs').Answer }} Pair */

/** @param {readonly LabelledText[]} rows @returns {Pair[]} */
function withAnswers(rows) {
  const input = rows.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
  const options = { cwd: ROOT, input, encoding: /** @type {const} */ ('utf8'), maxBuffer: 1 << 30 };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['out/cli/cli.mjs', 'explain', '--jsonl'],
    options,
  );
  if (status !== 0) throw new Stop(`The command line ended with status ${status}.\n${stderr}`);
  const answers = linesOfJson(stdout);
  return rows.map((row, i) => ({ row, answer: answers[i] }));
}

/** @param {string} label @param {readonly Pair[]} pairs */
function score(label, pairs) {
  const counted = pairs.filter(({ row }) => scoredLabels(row).includes(label));
  const misses = counted.filter(({ row, answer }) => missedLabels(row, answer).includes(label));
  const right = counted.length - misses.length;
  const share = counted.length === 0 ? 100 : (100 * right) / counted.length;
  say(`${label.padEnd(13)} ${share.toFixed(1).padStart(5)} %  ${right} of ${counted.length}`);
  return misses.map(
    ({ row, answer }) =>
      `${row.id}  ${label}: expected ${JSON.stringify(row[label] ?? null)}, got ${JSON.stringify(answer[label] ?? null)}` +
      (label === 'cause' ? ` (${answer['rule']}: ${answer['sentence']})` : ''),
  );
}

/** How often the cause is right, by how sure the reader is. @param {readonly Pair[]} pairs */
function tellConfidence(pairs) {
  say('\nsure as it is   right  wrong');
  for (const confidence of ['certain', 'likely', 'possible']) {
    const sure = pairs.filter(({ answer }) => answer['confidence'] === confidence);
    const wrong = sure.filter(({ row, answer }) => missedLabels(row, answer).includes('cause')).length;
    say(`${confidence.padEnd(13)} ${String(sure.length - wrong).padStart(7)} ${String(wrong).padStart(6)}`);
  }
}

/** @param {string} file */
function measure(file) {
  say(`\n${relative(process.cwd(), file)}`);
  const pairs = withAnswers(readLabelled(file));
  const misses = LABELS.flatMap((label) => score(label, pairs));
  tellConfidence(pairs);
  say(misses.length === 0 ? '\nNo misses.' : `\n${misses.length} misses:\n${misses.join('\n')}`);
}

await runMain(async () => {
  const named = process.argv.slice(2);
  const missing = named.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Stop(`There is no file ${missing}.`);
  await setUpCommandLine();
  for (const file of named.length > 0 ? named : LABELLED_TEXTS) measure(file);
  return 0;
});
