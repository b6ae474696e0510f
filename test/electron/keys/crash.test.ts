/**
 * The app is killed at every single step between database and keychain, and started again. Whatever was under way is
 * then done or undone: no secret without its row, no row without its secret.
 */
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { CustodyDeps } from '../../../electron/keys/custody';
import { KeyService } from '../../../electron/keys/key-service';
import { Safe } from '../../../electron/keys/safe';
import { openDatabase } from '../../../electron/store/database';
import { RecoveryStore } from '../../../electron/store/recovery-store';
import type { MemoryVault } from '../../../electron/vault/memory-vault';
import type { OpenVault } from '../../../electron/vault/vault';
import { manualEnvironment } from '../../support/manual-environment';
import { custodyDeps } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const [old, fresh] = [inventedKey('old_0123456789ab'), inventedKey('new_0123456789cd')];

/** Dies before its nth call, and stays dead: nothing that is asked of it afterwards happens. */
class Mortality {
  #left = Number.POSITIVE_INFINITY;

  comesAfter(steps: number): void {
    this.#left = steps;
  }

  get died(): boolean {
    return this.#left < 0;
  }

  over<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          this.#left -= 1;
          if (this.died) throw new Error('killed');
          return member.apply(target, args);
        };
      },
    });
  }
}

const ACTIONS = {
  add: (service: KeyService) => service.add({ secret: fresh, label: 'New', baseUrl: null }),
  rotate: (service: KeyService) => service.rotate('id-1', fresh),
  delete: async (service: KeyService) => {
    service.remove(['id-1']);
    await service.close();
  },
} as const;

type Prepare = (deps: CustodyDeps, database: DatabaseSync) => Promise<void>;

async function crashAt(
  steps: number,
  action: (service: KeyService) => Promise<unknown>,
  prepare: Prepare = async () => undefined,
) {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  const deps = custodyDeps(environment, { database });
  const vault = deps.vault as MemoryVault;
  vault.close = async () => undefined;
  const recoveries = new RecoveryStore(openDatabase(':memory:', environment.now).database);
  const begin = (home: CustodyDeps) =>
    new KeyService({
      safe: new Safe({ home, session: null, recovered: (recovery) => recoveries.add(recovery) }),
      recoveries,
      environment,
      changed: () => undefined,
    });
  await begin(deps).add({ secret: old, label: 'Old', baseUrl: null });
  await prepare(deps, database);
  const mortality = new Mortality();
  const mortal = mortality.over(vault);
  // A turn is no step by itself; what is done in it is.
  const doomedVault = new Proxy(vault, {
    get: (_, name) =>
      name === 'inTurn'
        ? (job: (open: OpenVault) => Promise<unknown>) => vault.inTurn(() => job(mortal))
        : Reflect.get(mortal, name),
  });
  const doomed = begin({
    ...deps,
    vault: doomedVault,
    keys: mortality.over(deps.keys),
    ledger: mortality.over(deps.ledger),
  });
  mortality.comesAfter(steps);
  // What a killed program throws, nobody hears.
  await action(doomed).catch(() => undefined);
  return { died: mortality.died, service: begin(deps), deps, recoveries };
}

/** Every key with its secret, once the app was started again and used its vault. */
async function afterwards(service: KeyService) {
  const review = await service.reviewVault();
  const targets = await Promise.all(service.list().map(({ id }) => service.target(id)));
  return { review, secrets: targets.map((target) => (target.ok ? target.value.secret : target.error.code)) };
}

const POSSIBLE = {
  add: [[old], [old, fresh]],
  rotate: [[old], [fresh]],
  delete: [[old], []],
} as const;

describe.each(['add', 'rotate', 'delete'] as const)('killed in the middle of: %s', (action) => {
  it('leaves database and keychain in agreement at every step', async () => {
    let steps = 0;
    for (; ; steps += 1) {
      const { died, service, deps, recoveries } = await crashAt(steps, ACTIONS[action]);
      const { review, secrets } = await afterwards(service);
      const agreement = {
        ok: true,
        value: { checked: secrets.length, missing: 0, changed: 0, unclaimed: [] },
      };
      expect([steps, review]).toEqual([steps, agreement]);
      expect(POSSIBLE[action].map((each) => JSON.stringify(each))).toContain(JSON.stringify(secrets));
      const adding = deps.keys.held().filter((key) => key.adding);
      expect([adding, [...deps.ledger.decided()], recoveries.read()]).toEqual([[], [], null]);
      if (!died) break;
    }
    expect(steps).toBeGreaterThan(5);
  });
});

const MOVES: Readonly<Record<string, Prepare>> = {
  'putting back a list that was lost': async (_parts, database) => {
    database.exec('DELETE FROM keys');
  },
  'entering what an earlier version kept no more than the accounts of': async ({ vault }) => {
    for (const page of ['list-test-0', 'profiles']) await vault.remove(page);
    await vault.put('index-0', 'id-1|');
  },
  'putting back a list of an earlier version': async ({ vault }, database) => {
    database.exec('DELETE FROM keys');
    for (const page of ['list-test-0', 'profiles']) await vault.remove(page);
    await vault.put('index-0', 'id-1|');
  },
};

describe.each(Object.keys(MOVES))('killed in the middle of: %s', (name) => {
  it('leaves every key in list and keychain at every step', async () => {
    let steps = 0;
    for (; ; steps += 1) {
      const { died, service, deps } = await crashAt(steps, (doomed) => doomed.reviewVault(), MOVES[name]);
      const { review, secrets } = await afterwards(service);
      const agreement = { ok: true, value: { checked: 1, missing: 0, changed: 0, unclaimed: [] } };
      expect([steps, review, secrets]).toEqual([steps, agreement, [old]]);
      expect(await deps.vault.get('list-test-0')).toMatchObject({
        value: expect.stringContaining('"a":"id-1"'),
      });
      if (!died) break;
    }
    expect(steps).toBeGreaterThan(5);
  });
});
