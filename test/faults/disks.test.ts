/** The data lies on a disk that is full or cannot be written to: the app starts, says so, and loses nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';

const SIZE = '12m';

/** Mounting needs root, which continuous integration may not give. */
function mount(...args: readonly string[]): boolean {
  try {
    execFileSync('mount', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const probe = mkdtempSync(join(tmpdir(), 'disk-probe-'));
const mountable = mount('-t', 'tmpfs', 'tmpfs', probe);
if (mountable) execFileSync('umount', [probe]);
rmSync(probe, { recursive: true });

let keyring: PrivateKeyring;
let disk: string;
let running: BareApp | null = null;

beforeEach(async () => {
  keyring = await PrivateKeyring.start();
  disk = mkdtempSync(join(tmpdir(), 'disk-'));
  if (mountable) mount('-t', 'tmpfs', '-o', `size=${SIZE},mode=0700`, 'tmpfs', disk);
});
afterEach(async () => {
  await running?.kill();
  running = null;
  if (mountable) execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
  await keyring.stop();
});

async function start(): Promise<BareApp> {
  running = await BareApp.start({ env: keyring.env, profile: disk });
  return running;
}

async function add(app: BareApp, name: string) {
  const secret = inventedKey(`${name}_0123456789_${name}`);
  const added = await app.verb('keys', 'add', { secret, label: name, baseUrl: null });
  return added.ok ? 'stored' : added.error.code;
}

async function labels(app: BareApp): Promise<readonly string[]> {
  const listed = await app.verb('keys', 'list', {});
  return listed.ok ? listed.value.map(({ label }) => label).sort() : [listed.error.code];
}

/** Skipped where no disk may be mounted, which takes root and a kernel that lets it. */
const withDisk = it.skipIf(!mountable);

withDisk(
  'starts where nothing can be written, shows every key, and says that nothing is kept',
  { timeout: 90_000 },
  async () => {
    const first = await start();
    expect(await add(first, 'before')).toBe('stored');
    await first.quit();
    mount('-o', 'remount,ro', disk);
    const app = await start();
    const info = await app.verb('app', 'info', {});
    expect(info.ok && [info.value.storeTrouble, info.value.storeUnavailable]).toEqual(['read_only', false]);
    expect(await app.page(() => document.querySelector('[data-testid="store-trouble"]') !== null)).toBe(true);
    expect([await labels(app), await add(app, 'meanwhile')]).toEqual([['before'], 'stored']);
    await app.kill();
    mount('-o', 'remount,rw', disk);
    const later = await start();
    expect(await later.verb('keys', 'review_vault', {})).toMatchObject({ ok: true });
    expect(await labels(later)).toEqual(['before', 'meanwhile']);
  },
);

withDisk(
  'names a full disk as such, keeps what it acknowledged, and goes on once there is room',
  { timeout: 90_000 },
  async () => {
    const app = await start();
    const stored: string[] = [];
    expect(await add(app, 'before')).toBe('stored');
    stored.push('before');
    const { bavail, bsize } = statfsSync(disk);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bsize)));
    let refused = '';
    for (let number = 0; number < 400 && refused === ''; number += 1) {
      const code = await add(app, `key ${number}`);
      if (code === 'stored') stored.push(`key ${number}`);
      else refused = code;
    }
    expect(refused).toBe('store_full');
    expect(app.output()).not.toContain('bug on');
    rmSync(ballast);
    expect(await add(app, 'after')).toBe('stored');
    stored.push('after');
    expect(await labels(app)).toEqual(expect.arrayContaining(stored));
  },
);
