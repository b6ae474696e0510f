import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/gate/gate';
import { ErrorLog } from '../../../electron/support/error-log';
import { inventedKey } from '../../support/secrets';

const NOON = () => new Date('2026-11-30T12:00:00.000Z');

const folderOf = (name: string) => `/home/${name}`;

const gate = new Gate();
const clean = (text: string) => gate.textForOthers(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'error-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the error log', () => {
  it('keeps failures for later starts, for the person’s eyes only', () => {
    new ErrorLog(folder, '/home/ann', NOON, clean).add('Error: first');
    const later = new ErrorLog(folder, '/home/ann', NOON, clean);
    later.add('Error: second');
    expect(later.read(10)).toEqual([
      '2026-11-30T12:00:00.000Z Error: first',
      '2026-11-30T12:00:00.000Z Error: second',
    ]);
    expect(later.read(1)).toEqual(['2026-11-30T12:00:00.000Z Error: second']);
    expect(statSync(join(folder, 'errors.log')).mode & 0o777).toBe(0o600);
  });

  it('holds no key and not the person’s name in a path', () => {
    const log = new ErrorLog(folder, '/home/ann', NOON, clean);
    log.add(`Error: ${inventedKey('Lg5'.repeat(16))}\n    at /home/ann/app/main.js:1:1`);
    const text = log.read(10).join('\n');
    expect([text.includes('Lg5Lg5'), text.includes('ann'), text.includes('~/app/main.js')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('holds no part of a key that was used', () => {
    const key = inventedKey('Qw7Rt2Yu9'.repeat(6));
    gate.note(key);
    const log = new ErrorLog(folder, '', NOON, clean);
    log.add(`Error: unknown token ${key.slice(20, 44)}`);
    expect(log.read(10).join('')).not.toContain(key.slice(22, 34));
  });

  it('shows whole failures, newest first, and takes no line of one for another', () => {
    const log = new ErrorLog(folder, '/home/ann', NOON, clean);
    log.add('Error: first\n    at /home/ann/app/main.js:1\r\n2026-11-30T11:00:00.000Z Error: feigned');
    log.add('Error: second');
    const at = '2026-11-30T12:00:00.000Z';
    const second = { at, text: 'Error: second' };
    expect(log.entries(1_000)).toEqual({
      entries: [
        second,
        { at, text: 'Error: first\n    at ~/app/main.js:1\n2026-11-30T11:00:00.000Z Error: feigned' },
      ],
      isWhole: true,
    });
    expect(log.entries(50)).toEqual({ entries: [second], isWhole: false });
    expect(log.file).toBe(join(folder, 'errors.log'));
  });

  it('keeps no part of a key that stands where an entry is cut', () => {
    const log = new ErrorLog(folder, '', NOON, clean);
    log.add(`${'x '.repeat(1_980)}${inventedKey('Cu8'.repeat(40))}`);
    expect(log.read(10).join('')).not.toContain('Cu8');
  });

  it('writes the person’s folder as ~ within an address, too', () => {
    const log = new ErrorLog(folder, folderOf('安'), NOON, clean);
    log.add(`at file://${encodeURI(folderOf('安'))}/app/main.js:1`);
    expect(log.entries(1_000).entries[0]?.text).toBe('at file://~/app/main.js:1');
  });

  it('never grows beyond two small files, and keeps the newest', () => {
    const log = new ErrorLog(folder, '', NOON, clean);
    for (let number = 0; number < 400; number += 1) log.add(`${number} ${'x'.repeat(2_000)}`);
    const sizes = ['errors.log', 'errors.log.old'].map((name) => statSync(join(folder, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(160_000);
    expect(log.read(1)[0]).toContain(' 399 ');
  });

  it('fails on nothing where it cannot be written', () => {
    const log = new ErrorLog(join(folder, 'not', 'there'), '', NOON, clean);
    log.add('Error');
    expect([log.read(10), log.entries(10), log.file]).toEqual([[], { entries: [], isWhole: true }, null]);
  });
});
