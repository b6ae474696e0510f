import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Environment } from '../../../electron/base/environment';
import { systemTimers } from '../../../electron/base/timers';
import { ImportService } from '../../../electron/keys/import-service';
import type { KeyService } from '../../../electron/keys/key-service';
import { KeychainVault } from '../../../electron/vault/keychain-vault';
import type { ImportState } from '../../../shared/keys/import/preview';
import { ForkTransport } from '../../support/fork-transport';
import { PrivateKeyring } from '../../support/private-keyring';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const environment: Environment = {
  timers: systemTimers,
  now: () => new Date(),
  newId: randomUUID,
  random: () => 0.5,
};
const COUNT = 40;
const TEXT = Array.from({ length: COUNT }, (_, number) => inventedKey(`Imported_${number}_0123456789`)).join(
  '\n',
);

let keyring: PrivateKeyring;
let vault: KeychainVault;
let keys: KeyService;
let imports: ImportService;
let onChange: (state: ImportState) => void;

beforeEach(async () => {
  onChange = () => undefined;
  keyring = await PrivateKeyring.start();
  vault = new KeychainVault(new ForkTransport(keyring.env).start, { platform: 'linux', timeout: 5_000 });
  keys = installedKeys(environment, { vault }).keys;
  const changed = () => onChange(imports.state());
  imports = new ImportService({
    noteSecret: () => undefined,
    keys,
    environment,
    variables: new Map(),
    changed,
  });
});
afterEach(async () => {
  await keys.close();
  await keyring.stop();
});

/** Stores everything; `meanwhile` is called once as many keys are done as it says. */
async function importAll(after: number, meanwhile: () => Promise<void>) {
  const state = await imports.fromText(TEXT);
  if (!state.ok || state.value.kind !== 'preview') throw new Error('There is no preview');
  const { id, rows } = state.value.preview;
  let then: Promise<void> | null = null;
  const finished = new Promise<Extract<ImportState, { kind: 'finished' }>>((resolve) => {
    onChange = (now) => {
      if (now.kind === 'running' && now.done >= after) then ??= meanwhile();
      if (now.kind === 'finished') resolve(now);
    };
  });
  imports.commit({ id, rows: rows.map(({ row, label }) => ({ row, label })), baseUrl: null });
  const { results } = await finished;
  await then;
  return results.map(({ outcome }) => outcome.kind);
}

describe('importing into a real keyring', () => {
  it('stores every key, which the keychain and the list then agree on', async () => {
    expect(await importAll(COUNT, async () => undefined)).toEqual(Array(COUNT).fill('stored'));
    expect(await keys.reviewVault()).toEqual({
      ok: true,
      value: { checked: COUNT, missing: 0, changed: 0, unclaimed: [] },
    });
  });

  it.each([
    ['dies', () => keyring.killDaemon()],
    ['is locked', () => keyring.lock()],
  ] as const)(
    'says of each key how it fared when the keyring %s half way, and leaves nothing half stored',
    async (_name, harm) => {
      const kinds = await importAll(4, harm);
      const stored = kinds.filter((kind) => kind === 'stored').length;
      expect(stored).toBeGreaterThanOrEqual(4);
      expect(kinds.slice(stored)).toEqual(['failed', ...Array(COUNT - stored - 1).fill('not_tried')]);
      if (await keyring.isLocked().catch(() => false)) await keyring.unlock();
      else await keyring.startDaemon();
      await vault.retry();
      expect(await keys.reviewVault()).toEqual({
        ok: true,
        value: { checked: stored, missing: 0, changed: 0, unclaimed: [] },
      });
      const again = await importAll(COUNT, async () => undefined);
      expect(again).toEqual(Array(COUNT - stored).fill('stored'));
    },
  );
});
