import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePrivately } from '../../../electron/window/file-dialogs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('saving a file', () => {
  it('leaves every other file alone, one that ends in .part included', async () => {
    writeFileSync(join(folder, 'report.md.part'), 'theirs');
    await writePrivately(join(folder, 'report.md'), 'ours');
    expect(readdirSync(folder).sort()).toEqual(['report.md', 'report.md.part']);
    expect(readFileSync(join(folder, 'report.md.part'), 'utf8')).toBe('theirs');
  });

  it('writes what comes in parts', async () => {
    async function* parts() {
      yield 'one ';
      yield 'two';
    }
    await writePrivately(join(folder, 'history.csv'), parts());
    expect(readFileSync(join(folder, 'history.csv'), 'utf8')).toBe('one two');
  });

  it('leaves what was there where a part cannot be made', async () => {
    writeFileSync(join(folder, 'history.csv'), 'before');
    async function* parts() {
      yield 'one ';
      throw new Error('database or disk is full');
    }
    await expect(writePrivately(join(folder, 'history.csv'), parts())).rejects.toThrow('full');
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['before']);
  });

  it('leaves nothing behind where it fails', async () => {
    mkdirSync(join(folder, 'taken'));
    await expect(writePrivately(join(folder, 'taken'), 'ours')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
