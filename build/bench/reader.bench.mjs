/**
 * How long the error reader and the redactor take: milliseconds of processor time for a megabyte, and the factor by which twice the
 * text takes longer. Run with the built command line's sources: `node build/bench/reader.bench.mjs`.
 */

import { pathToFileURL } from 'node:url';
import { bundled } from '../figures.mjs';

const MEGABYTE = 1_000_000;
const ROUNDS = 9;

const REFUSED =
  "Error code: 403 - {'error': {'message': 'Project `proj_Ab12Cd34` does not have access to model `gpt-5.5`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}\n";

/** @param {number} i */
const logLine = (i) =>
  `2026-11-02T10:00:07.${i % 1000}Z INFO worker[${i % 7}] job ${i * 31} took ${i % 997} ms, size ${(i * 7919) % 65_537}\n`;

/** @param {(i: number) => string} piece @param {number} length */
function filled(piece, length) {
  let text = '';
  for (let i = 0; text.length < length; i += 1) text += piece(i);
  return text.slice(0, length);
}

/** @type {Readonly<Record<string, (length: number) => string>>} */
const TEXTS = {
  'a log with one error in the middle': (length) =>
    filled(logLine, length / 2) + REFUSED + filled(logLine, length / 2),
  'one error over and over': (length) => filled(() => REFUSED, length),
  backticks: (length) => '`'.repeat(length),
  braces: (length) => '{'.repeat(length),
  'objects in objects': (length) => filled(() => '{"error":', length),
  'escaped quotes': (length) => filled(() => '\\"', length),
  'one letter': (length) => 'a'.repeat(length),
  'dots between letters': (length) => filled(() => 'a.', length),
  'beginnings of keys': (length) => filled(() => 'sk-proj-', length),
  'base64 of beginnings of keys': (length) => filled(() => 'c2stYQ', length),
  'hexadecimal of beginnings of keys': (length) => filled(() => '736b2d61', length),
  'escapes of hyphens': (length) => filled(() => '%2D', length),
  'beginnings of sentences': (length) => filled(() => 'Project does not have access to model ', length),
  Japanese: (length) => filled(() => 'モデルへのアクセス権', length),
};

const { readError } = await imported('shared/errors/read-error.ts', 'bench/reader');
const { redact, redactorOf } = await imported('shared/redaction/redact.ts', 'bench/redactor');
print('reader', readError);
print('redactor', redact);
// Invented, and put together here so that no file holds a whole key.
print('redactor that knows a key', redactorOf([['sk', 'proj', 'aB3x9Zq7'.repeat(19)].join('-')]));

/** @param {string} title @param {(text: string) => unknown} work */
function print(title, work) {
  process.stdout.write(`${title.padEnd(38)} ms per MB   twice as long\n`);
  for (const [name, make] of Object.entries(TEXTS)) {
    const once = median(work, make(MEGABYTE));
    const twice = median(work, make(2 * MEGABYTE));
    process.stdout.write(
      `${name.padEnd(38)} ${once.toFixed(1).padStart(9)}   × ${(twice / once).toFixed(2)}\n`,
    );
  }
}

/** @param {string} entry @param {string} folder */
async function imported(entry, folder) {
  return import(pathToFileURL(await bundled(entry, folder)).href);
}

/** The median, since a collection of garbage or another program may fall into any single round. @param {(text: string) => unknown} work @param {string} text */
function median(work, text) {
  work(text);
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work(text);
    return process.cpuUsage(before).user / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
