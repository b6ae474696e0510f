/**
 * The list of keys is lost, older than the keychain, of another profile, or damaged by a bit, on the built app with a
 * real keyring. Every key is back or told of, and no secret leaves the keyring.
 */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';

const SERVICE = 'Model Access Doctor';
const GATEWAY = 'https://gateway.example.com/v1';
const FLIPS = process.env['MAD_FAULTS'] === 'long' ? 40 : 3;
const secretOf = (name: string) => inventedKey(`${name}_0123456789_${name}`);

let keyring: PrivateKeyring;
let profile: string;
let running: BareApp | null = null;

beforeAll(async () => {
  keyring = await PrivateKeyring.start();
  profile = mkdtempSync(join(tmpdir(), 'doctor-lists-'));
});
afterEach(async () => {
  await running?.kill();
  running = null;
});
afterAll(async () => {
  await keyring.stop();
  rmSync(profile, { recursive: true, force: true });
});

const database = () => join(profile, 'model-access-doctor.sqlite');

async function start(folder = profile): Promise<BareApp> {
  running = await BareApp.start({ env: keyring.env, profile: folder });
  return running;
}

/** As a person does who has read the report. */
async function end(app: BareApp): Promise<void> {
  await app.verb('keys', 'dismiss_recovered', {});
  await app.quit();
  running = null;
}

async function add(app: BareApp, name: string, baseUrl: string | null = null): Promise<string> {
  const added = await app.verb('keys', 'add', { secret: secretOf(name), label: name, baseUrl });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

async function labels(app: BareApp): Promise<readonly string[]> {
  const listed = await app.verb('keys', 'list', {});
  return listed.ok ? listed.value.map(({ label }) => label).sort() : [listed.error.code];
}

async function report(app: BareApp) {
  const activity = await app.verb('keys', 'activity', {});
  return activity.ok ? activity.value.recovered : activity.error.code;
}

/** What the keyring holds of these secrets, whatever they are called. */
async function inKeyring(): Promise<readonly string[]> {
  const { output } = await keyring.secretTool(['search', '--all', '--unlock', 'service', SERVICE]);
  return [...output.matchAll(/^secret = (sk-\S+)$/gm)].map(([, secret = '']) => secret).sort();
}

/** A list that is lost is put together again after the window is drawn, while the keychain is read key by key. */
const RECOVERED = { timeout: 20_000 };

function withoutDatabase(): void {
  for (const name of readdirSync(profile))
    if (name.startsWith('model-access-doctor.sqlite')) rmSync(join(profile, name));
}

it('brings back every key of a list that was emptied or deleted, and says which', {
  timeout: 120_000,
}, async () => {
  const first = await start();
  await add(first, 'plain');
  await add(first, 'bound', GATEWAY);
  await end(first);
  expect(statSync(database()).mode & 0o777).toBe(0o600);
  for (const lose of [() => writeFileSync(database(), ''), withoutDatabase]) {
    lose();
    const app = await start();
    await expect.poll(() => labels(app), RECOVERED).toEqual(['bound', 'plain']);
    expect(await report(app)).toEqual({
      restored: expect.arrayContaining(['bound', 'plain']),
      mended: [],
      withoutDetails: 0,
      damagedPages: 0,
    });
    const listed = await app.verb('keys', 'list', {});
    expect(listed.ok && listed.value.find(({ label }) => label === 'bound')?.baseUrl).toBe(GATEWAY);
    expect(await app.verb('keys', 'review_vault', {})).toMatchObject({
      value: { missing: 0, unclaimed: [] },
    });
    await end(app);
    expect(await inKeyring()).toEqual([secretOf('bound'), secretOf('plain')].sort());
  }
});

it('sets the list of a version that was never released aside, says so, and brings its keys back', {
  timeout: 120_000,
}, async () => {
  const former = new DatabaseSync(database());
  former.exec('PRAGMA user_version = 11');
  former.close();
  const app = await start();
  await expect.poll(() => labels(app), RECOVERED).toEqual(['bound', 'plain']);
  const info = await app.verb('app', 'info', {});
  const aside = (info.ok && info.value.storeSetAside) || '';
  expect(aside.startsWith(`${database()}.set-aside-`)).toBe(true);
  const kept = new DatabaseSync(aside, { readOnly: true });
  expect(kept.prepare('SELECT label FROM keys ORDER BY label').all()).toEqual([
    { label: 'bound' },
    { label: 'plain' },
  ]);
  kept.close();
  await app.verb('app', 'dismiss_set_aside', {});
  await end(app);
});

it('gets what was added and replaced since the backup that was put back', { timeout: 120_000 }, async () => {
  const backup = join(profile, 'backup');
  copyFileSync(database(), backup);
  const later = await start();
  await add(later, 'since');
  const listed = await later.verb('keys', 'list', {});
  const id = (listed.ok && listed.value.find(({ label }) => label === 'plain')?.id) || '';
  expect(await later.verb('keys', 'rotate', { id, secret: secretOf('anew') })).toMatchObject({ ok: true });
  await end(later);
  withoutDatabase();
  copyFileSync(backup, database());
  const app = await start();
  expect(await app.verb('keys', 'review_vault', {})).toMatchObject({ value: { missing: 0, unclaimed: [] } });
  expect(await labels(app)).toEqual(['bound', 'plain', 'since']);
  expect(await report(app)).toMatchObject({ restored: ['since'], mended: ['plain'] });
  await end(app);
  expect(await inKeyring()).toEqual([secretOf('anew'), secretOf('bound'), secretOf('since')].sort());
});

it('shows a second profile the keys of the first one as such, and takes none by itself', {
  timeout: 120_000,
}, async () => {
  const other = mkdtempSync(join(tmpdir(), 'doctor-other-'));
  try {
    const app = await start(other);
    await add(app, 'own');
    const review = await app.verb('keys', 'review_vault', {});
    const unclaimed = review.ok ? review.value.unclaimed : [];
    expect(unclaimed.map(({ label, origin }) => [label, origin]).sort()).toEqual([
      ['bound', 'other_profile'],
      ['plain', 'other_profile'],
      ['since', 'other_profile'],
    ]);
    expect([await labels(app), await report(app)]).toEqual([['own'], null]);
    const account = unclaimed.find(({ label }) => label === 'since')?.account ?? '';
    expect(await app.verb('keys', 'adopt_unclaimed', { account })).toMatchObject({ ok: true });
    expect(await labels(app)).toEqual(['own', 'since']);
    await end(app);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
  const back = await start();
  expect(await back.verb('keys', 'review_vault', {})).toMatchObject({ value: { checked: 3, missing: 0 } });
  await end(back);
});

it(`loses and hides nothing for a single flipped bit, ${FLIPS} times over`, {
  // Each bit is a start of the app and a look into the keychain, and there are forty at full length.
  timeout: 600_000,
}, async () => {
  const writer = new DatabaseSync(database());
  writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  writer.close();
  const whole = readFileSync(database());
  const before = await inKeyring();
  // Spread over the file, the first of them in the state of a row.
  const places = [
    whole.indexOf('stored') + 2,
    ...Array.from({ length: FLIPS - 1 }, (_, n) => Math.floor((whole.length * (n + 1)) / FLIPS)),
  ];
  for (const [number, at] of places.entries()) {
    const file = Buffer.from(whole);
    file[at] = (file[at] ?? 0) ^ (1 << (number % 8));
    withoutDatabase();
    writeFileSync(database(), file);
    const app = await start();
    await expect.poll(async () => (await labels(app)).length, RECOVERED).toBe(3);
    expect(await app.verb('keys', 'review_vault', {})).toMatchObject({
      value: { checked: 3, missing: 0, changed: 0 },
    });
    await end(app);
    expect([at, await inKeyring()]).toEqual([at, before]);
  }
});
