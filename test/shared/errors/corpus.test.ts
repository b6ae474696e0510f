import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import type { Facts } from '../../../shared/errors/reading';

const FILE = new URL('../../../../shared/corpus/errors.jsonl', import.meta.url);

/** Names of the labels, and where a reading holds the same. */
const FIELDS: readonly (readonly [string, keyof Facts])[] = [
  ['http_status', 'httpStatus'],
  ['code', 'code'],
  ['type', 'type'],
  ['model', 'model'],
  ['project', 'project'],
  ['organization', 'organization'],
  ['request_id', 'requestId'],
];

interface Row {
  readonly id: string;
  readonly text: string;
  readonly cause: string;
  readonly unscored?: readonly string[];
  readonly [label: string]: unknown;
}

function rows(): readonly Row[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line));
}

function accuracy(outcomes: readonly boolean[]): number {
  return outcomes.filter(Boolean).length / outcomes.length;
}

const isHere = existsSync(FILE);

describe.skipIf(!isHere)(
  isHere ? 'labelled texts' : 'labelled texts (skipped: the collection is not on this machine)',
  () => {
    it('are given the right cause in at least 97 of 100', () => {
      expect(accuracy(rows().map((row) => readError(row.text).cause === row.cause))).toBeGreaterThanOrEqual(
        0.97,
      );
    });

    it.each(FIELDS)('hold the right %s in at least 99 of 100', (label, fact) => {
      const scored = rows().filter((row) => !row.unscored?.includes(label));
      const right = scored.map((row) => (readError(row.text).facts[fact] ?? null) === (row[label] ?? null));
      expect(accuracy(right)).toBeGreaterThanOrEqual(0.99);
    });
  },
);
