/** The labelled error texts of this project, and how what the reader says of a text is compared with its labels. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.mjs';

/** What the labels and fields mean is said in the README beside these files. */
export const LABELLED_TEXTS = [
  'errors.jsonl',
  'errors-2.jsonl',
  'own.jsonl',
  'own-2.jsonl',
  'own-3.jsonl',
].map((name) => join(ROOT, 'test/shared/errors/corpus', name));

/** The labels that are compared, by the names that the command line's answers have for them. */
export const LABELS = [
  'cause',
  'http_status',
  'code',
  'type',
  'model',
  'project',
  'organization',
  'request_id',
];

/**
 * @typedef {Record<string, unknown> & { id: string, text: string, cause: string, unscored?: string[] }} LabelledText
 * @typedef {Readonly<Record<string, unknown>>} Answer What `explain` of the command line says of a text.
 */

/**
 * Reads lines of JSON; empty lines are left out.
 * @param {string} file
 * @returns {LabelledText[]}
 */
export function readLabelled(file) {
  return linesOfJson(readFileSync(file, 'utf8'));
}

/** @param {string} text */
export function linesOfJson(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/**
 * The labels that count for this text.
 * @param {LabelledText} row
 */
export function scoredLabels(row) {
  return LABELS.filter((label) => !row.unscored?.includes(label));
}

/**
 * The labels of a text that the answer gets wrong. A label or value that is absent means the same as null.
 * @param {LabelledText} row
 * @param {Answer} answer
 */
export function missedLabels(row, answer) {
  return scoredLabels(row).filter((label) => (row[label] ?? null) !== (answer[label] ?? null));
}
