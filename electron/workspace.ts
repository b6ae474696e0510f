/**
 * One mode's whole set of parts: its vault, its data, its network and its console. The real one and the practice one
 * share none of them, so that practice cannot touch a stored key or a real host.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseView, PracticeScenario } from '../shared/ipc/views';
import { CONSOLE_ORIGIN } from '../shared/remedies/links';
import { CaseService } from './cases/case-service';
import { Checker } from './cases/checker';
import { PRACTICE_WATCH_TIMING, WATCH_TIMING, type WatchTiming } from './cases/watch';
import type { Environment } from './environment';
import { KeyService } from './keys/key-service';
import { startSimulator } from './practice/simulator';
import type { Fetch } from './probes/guarded-fetch';
import { Prober } from './probes/prober';
import { CaseStore } from './store/case-store';
import { openDatabase } from './store/database';
import { KeyStore } from './store/key-store';
import { MemoryVault } from './vault/memory-vault';
import type { Vault } from './vault/vault';

export interface Workspace {
  readonly mode: 'real' | 'practice';
  readonly keys: KeyService;
  readonly cases: CaseService;
  readonly scenarios: readonly PracticeScenario[];
  /** OpenAI's console, or the simulator's. */
  readonly consoleOrigin: string;
  readonly close: () => Promise<void>;
}

export interface WorkspaceHooks {
  readonly keysChanged: () => void;
  readonly caseChanged: (id: string) => void;
  readonly watchEnded: (view: CaseView) => void;
}

export interface Foundations {
  readonly environment: Environment;
  readonly fetch: Fetch;
  readonly hooks: WorkspaceHooks;
  readonly platform: string;
}

/** How long a change flickers in practice, in milliseconds: long enough to be seen, short enough to wait for. */
const PRACTICE_PROPAGATION_MS = 4_000;

/** The person's own keys and cases. */
export function realWorkspace(base: Foundations, database: DatabaseSync, vault: Vault): Workspace {
  const keys = new KeyService({
    ring: { vault, store: new KeyStore(database) },
    sessionRing: () => memoryRing(base, 'session'),
    environment: base.environment,
    changed: base.hooks.keysChanged,
  });
  const cases = caseService(base, keys, new CaseStore(database), WATCH_TIMING, CONSOLE_ORIGIN);
  return {
    mode: 'real',
    keys,
    cases,
    scenarios: [],
    consoleOrigin: CONSOLE_ORIGIN,
    close: () => closeBoth(cases, keys),
  };
}

/** An invented organization on this machine; everything in it is gone when practice is left. */
export async function practiceWorkspace(base: Foundations): Promise<Workspace> {
  const simulator = await startSimulator({ propagationMs: PRACTICE_PROPAGATION_MS });
  const { environment, hooks } = base;
  const ring = memoryRing(base, 'practice');
  const keys = new KeyService({ ring, sessionRing: null, environment, changed: hooks.keysChanged });
  for (const { id, secret, label } of simulator.keys)
    await keys.addAs(id, { secret, label, baseUrl: simulator.apiBaseUrl });
  const { database } = openDatabase(':memory:', environment.now);
  const cases = caseService(base, keys, new CaseStore(database), PRACTICE_WATCH_TIMING, simulator.origin);
  const close = async () => {
    await closeBoth(cases, keys);
    await simulator.close();
  };
  return {
    mode: 'practice',
    keys,
    cases,
    scenarios: simulator.scenarios,
    consoleOrigin: simulator.origin,
    close,
  };
}

function caseService(
  { environment, fetch, hooks }: Foundations,
  keys: KeyService,
  store: CaseStore,
  watchTiming: WatchTiming,
  consoleOrigin: string,
): CaseService {
  return new CaseService({
    store,
    keys,
    checker: new Checker(new Prober(fetch), environment),
    environment,
    watchTiming,
    consoleOrigin,
    changed: hooks.caseChanged,
    watchEnded: hooks.watchEnded,
  });
}

function memoryRing({ environment, platform }: Foundations, store: 'session' | 'practice') {
  const { database } = openDatabase(':memory:', environment.now);
  return { vault: new MemoryVault(store, platform), store: new KeyStore(database) };
}

async function closeBoth(cases: CaseService, keys: KeyService): Promise<void> {
  cases.close();
  await keys.close();
}
