/** What keeps keys, for tests that care for one part of it. */
import type { DatabaseSync } from 'node:sqlite';
import type { Environment } from '../../electron/base/environment';
import type { CustodyDeps } from '../../electron/keys/custody';
import { KeyService } from '../../electron/keys/key-service';
import { Safe } from '../../electron/keys/safe';
import { AdminKeyStore } from '../../electron/store/admin-key-store';
import { openDatabase } from '../../electron/store/database';
import { DeletionLedger } from '../../electron/store/deletion-ledger';
import { KeyStore } from '../../electron/store/key-store';
import { RecoveryStore } from '../../electron/store/recovery-store';
import { MemoryVault } from '../../electron/vault/memory-vault';
import type { Vault } from '../../electron/vault/vault';

export interface Kept {
  readonly vault?: Vault;
  readonly database?: DatabaseSync;
  readonly profile?: string;
}

/** A vault in memory and an empty database, unless told. */
export function custodyDeps(environment: Environment, kept: Kept = {}): CustodyDeps {
  const database = kept.database ?? openDatabase(':memory:', environment.now).database;
  return {
    vault: kept.vault ?? new MemoryVault('session', 'linux'),
    keys: new KeyStore(database),
    admin: new AdminKeyStore(database),
    ledger: new DeletionLedger(database),
    profile: kept.profile ?? 'test',
    now: environment.now,
  };
}

/** A session to fall back to included, and reports of recoveries kept in the same database. */
export function installedKeys(environment: Environment, kept: Kept = {}) {
  const database = kept.database ?? openDatabase(':memory:', environment.now).database;
  const deps = custodyDeps(environment, { ...kept, database });
  const recoveries = new RecoveryStore(database);
  const safe = new Safe({
    home: deps,
    session: () => custodyDeps(environment),
    recovered: (recovery) => recoveries.add(recovery),
  });
  const keys = new KeyService({ safe, recoveries, environment, changed: () => undefined });
  return { ...deps, store: deps.keys, database, safe, keys, recoveries };
}
