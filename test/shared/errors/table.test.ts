import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { CAUSES } from '../../../shared/errors/reading';
import { TABLE } from '../../../shared/errors/table';

const samples = TABLE.flatMap((row) =>
  row.samples.map((text) => ({ id: row.id, cause: row.cause, vendor: row.vendor ?? null, text })),
);

/** Lines of a service that works: they speak of requests, models and times, and of an error or two of its own. */
function noise(lines: number): string {
  return Array.from(
    { length: lines },
    (_, i) =>
      `2026-11-02T10:${String(i % 60).padStart(2, '0')}:07.${String(i % 1000).padStart(3, '0')}Z INFO worker[${i % 7}] job ${i * 31} took ${i % 997} ms, 0 left, size ${(i * 7919) % 65_537} bytes${i % 50 === 0 ? ', cache error ignored' : ''}`,
  ).join('\n');
}

describe('the recognition table', () => {
  it.each(samples)('recognizes $id in: $text', ({ cause, vendor, text }) => {
    const { cause: got, vendor: from } = readError(text);
    expect({ cause: got, vendor: from }).toEqual({ cause, vendor });
  });

  it.each(samples)('finds $id in the middle of a long log: $text', ({ cause, text }) => {
    const log = noise(3500);
    expect(log.length).toBeGreaterThan(300_000);
    expect(readError(`${log}\n${text}\n${log}`).cause).toBe(cause);
  });

  it('has a row for every cause but the absence of an error', () => {
    const covered = new Set(TABLE.map((row) => row.cause));
    expect(CAUSES.filter((cause) => !covered.has(cause))).toEqual(['not_an_error']);
  });

  it('names each row once and gives each a sample and a source', () => {
    const ids = TABLE.map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(TABLE.filter((row) => row.samples.length === 0 || row.source === '')).toEqual([]);
  });

  it('finds nothing in the lines of a service that works', () => {
    expect(readError(noise(3500)).cause).toBe('not_an_error');
  });
});
