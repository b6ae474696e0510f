import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLicences } from '../../../electron/support/licences';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PART = { name: 'some-part', version: '1.2.3', licence: 'MIT', text: 'Words of the licence' };

describe('the licences of a build', () => {
  it('are what the build wrote down', () => {
    writeFileSync(join(folder, 'licences.json'), JSON.stringify([PART]));
    expect(readLicences(folder)).toEqual([PART]);
  });

  it.each(['', '{"name":', '[{"name":"some-part"}]'])('are none in a file that says %o', (text) => {
    writeFileSync(join(folder, 'licences.json'), text);
    expect(readLicences(folder)).toEqual([]);
  });

  it('are none where no file is', () => {
    expect(readLicences(folder)).toEqual([]);
  });
});
