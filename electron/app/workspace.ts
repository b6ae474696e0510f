/**
 * One mode's whole set of parts: its vault, its data, its network and its console. The real one and the practice one
 * share none of them, so that practice cannot touch a stored key or a real host.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseView } from '../../shared/case/views';
import type { RunView } from '../../shared/matrix/views';
import { CONSOLE_ORIGIN } from '../../shared/remedies/links';
import { Administration, type AdministrationDeps } from '../admin/administration';
import type { Environment } from '../base/environment';
import { CaseService, type CaseServiceDeps } from '../cases/case-service';
import { timingForTurns, WATCH_TIMING, type WatchTiming } from '../cases/watch';
import { cleanLists } from '../gate/clean-lists';
import { notingFetch } from '../gate/noting-fetch';
import { HistoryService } from '../history/history-service';
import type { CustodyDeps } from '../keys/custody';
import { ImportService } from '../keys/import-service';
import { KeyService } from '../keys/key-service';
import { Safe } from '../keys/safe';
import { MatrixService } from '../matrix/matrix-service';
import { startSimulator } from '../practice/simulator';
import { turnMs } from '../practice/world';
import { Checker } from '../probes/checker';
import type { Fetch } from '../probes/guarded-fetch';
import { Prober } from '../probes/prober';
import type { RequestQueue } from '../probes/request-queue';
import { AdminKeyStore } from '../store/admin-key-store';
import { CaseStore } from '../store/case-store';
import { openDatabase } from '../store/database';
import { DeletionLedger } from '../store/deletion-ledger';
import { HistoryStore } from '../store/history-store';
import { KeyStore } from '../store/key-store';
import { RecoveryStore } from '../store/recovery-store';
import { MemoryVault } from '../vault/memory-vault';
import type { Vault } from '../vault/vault';
import { addKeys, PracticeControls } from './practice-controls';
import { recorderOf } from './recorder';

export interface Workspace {
  readonly mode: 'real' | 'practice';
  readonly keys: KeyService;
  readonly cases: CaseService;
  /** null in practice, where no key of the person's own is kept. */
  readonly imports: ImportService | null;
  readonly matrix: MatrixService;
  readonly history: HistoryService;
  readonly admin: Administration;
  /** OpenAI's console, or the simulator's. */
  readonly consoleOrigin: string;
  /** null outside of practice. */
  readonly practice: PracticeControls | null;
  readonly close: () => Promise<void>;
}

export interface WorkspaceHooks {
  readonly keysChanged: () => void;
  readonly caseChanged: (id: string) => void;
  readonly adminChanged: () => void;
  readonly matrixChanged: (run: RunView | null) => void;
  readonly watchEnded: (view: CaseView) => void;
}

export interface Foundations {
  readonly environment: Environment;
  readonly fetch: Fetch;
  /** False where the system knows of no network at all. */
  readonly isOnline: () => boolean;
  readonly hooks: WorkspaceHooks;
  readonly platform: string;
  /** One for the whole app, whatever is being used at the moment. */
  readonly queue: RequestQueue;
  /** Told of each secret of the person's own that is used or offered for import. */
  readonly noteSecret: (secret: string) => void;
  /** Takes the secrets out of what is about to be stored, in parts where it is long. */
  readonly toStore: <T>(value: T) => Promise<T>;
  /** Days that checks are kept; 0 for ever. */
  readonly keepDays: () => number;
}

/** How long a change flickers in practice, in milliseconds: long enough to be met by a watch, short enough to wait for. */
const PRACTICE_PROPAGATION_MS = 12_000;

/** The person's own keys and cases. `profile`: tells this copy of the app from others that use the same keychain. */
export function realWorkspace(
  foundations: Foundations,
  database: DatabaseSync,
  vault: Vault,
  variables: ReadonlyMap<string, string>,
  profile: string,
): Workspace {
  const base = { ...foundations, fetch: notingFetch(foundations.fetch, foundations.noteSecret) };
  const recoveries = new RecoveryStore(database);
  const safe = new Safe({
    home: custodyDeps(base, vault, database, profile),
    session: () => memoryCustody(base, 'session'),
    recovered: (recovery) => {
      recoveries.add(recovery);
      base.hooks.keysChanged();
      base.hooks.adminChanged();
    },
  });
  const keys = new KeyService({
    safe,
    recoveries,
    environment: base.environment,
    changed: base.hooks.keysChanged,
  });
  const { checker, ...inquiry } = inquiryOf(base, keys, database);
  const cases = caseService(base, keys, checker, new CaseStore(database), WATCH_TIMING, CONSOLE_ORIGIN);
  const { history } = inquiry;
  cases.prune(history.oldestKept());
  const admin = administration(base, { safe, keys, cases, history, database });
  return {
    mode: 'real',
    keys,
    cases,
    ...inquiry,
    imports: new ImportService({
      keys,
      variables,
      environment: base.environment,
      changed: base.hooks.keysChanged,
      noteSecret: base.noteSecret,
    }),
    admin,
    consoleOrigin: CONSOLE_ORIGIN,
    practice: null,
    close: () => closeAll({ ...inquiry, cases, admin, keys }),
  };
}

/** An invented organization on this machine; everything in it is gone when practice is left. */
export async function practiceWorkspace(base: Foundations): Promise<Workspace> {
  const simulator = await startSimulator({ propagationMs: PRACTICE_PROPAGATION_MS });
  const { environment, hooks } = base;
  const home = memoryCustody(base, 'practice');
  const safe = new Safe({ home, session: null });
  const { database } = openDatabase(':memory:', environment.now);
  const recoveries = new RecoveryStore(database);
  const keys = new KeyService({ safe, recoveries, environment, changed: hooks.keysChanged });
  await addKeys({ keys, simulator }, simulator.keys);
  const { checker, ...inquiry } = inquiryOf(base, keys, database);
  const store = new CaseStore(database);
  const turn = turnMs(PRACTICE_PROPAGATION_MS);
  const cases = caseService(base, keys, checker, store, timingForTurns(turn), simulator.origin, {
    // Longer than a turn, and no longer than three tests take.
    turnMs: 1.8 * turn,
  });
  const { history } = inquiry;
  const admin = administration(base, { safe, keys, cases, history, database });
  for (const { id, secret, label } of simulator.adminKeys)
    await admin.keys.addAs(id, { secret, label, baseUrl: simulator.apiBaseUrl });
  const close = async () => {
    await closeAll({ ...inquiry, cases, admin, keys });
    await simulator.close();
  };
  return {
    mode: 'practice',
    keys,
    cases,
    ...inquiry,
    imports: null,
    admin,
    consoleOrigin: simulator.origin,
    practice: new PracticeControls({ simulator, keys, cases }),
    close,
  };
}

/** Everything that asks the API, and what keeps the answers. */
function inquiryOf(
  { environment, fetch, isOnline, hooks, queue, keepDays, toStore }: Foundations,
  keys: KeyService,
  database: DatabaseSync,
) {
  const store = new HistoryStore(database);
  const history = new HistoryService({
    store,
    environment,
    keepDays,
    recorded: (check, models) => matrix.recorded(check, models),
    rewritten: (keyIds) => matrix.rewritten(keyIds),
  });
  const record = recorderOf(keys, history);
  const checker = new Checker({
    prober: cleanLists(new Prober(fetch), toStore),
    queue,
    environment,
    record,
    keys,
  });
  const matrix: MatrixService = new MatrixService({
    keys,
    checker,
    history,
    store,
    environment,
    queue,
    isOnline,
    changed: () => hooks.matrixChanged(matrix.run),
  });
  return { checker, matrix, history };
}

function caseService(
  { environment, hooks }: Foundations,
  keys: KeyService,
  checker: Checker,
  store: CaseStore,
  watchTiming: WatchTiming,
  consoleOrigin: string,
  own: Pick<CaseServiceDeps, 'turnMs'> = {},
): CaseService {
  return new CaseService({
    store,
    keys,
    checker,
    environment,
    watchTiming,
    consoleOrigin,
    ...own,
    changed: hooks.caseChanged,
    watchEnded: hooks.watchEnded,
  });
}

function administration(
  { environment, fetch, hooks }: Foundations,
  own: Pick<AdministrationDeps, 'safe' | 'keys' | 'cases' | 'history' | 'database'>,
): Administration {
  return new Administration({ ...own, environment, fetch, changed: hooks.adminChanged });
}

function memoryCustody(base: Foundations, store: 'session' | 'practice'): CustodyDeps {
  const { database } = openDatabase(':memory:', base.environment.now);
  return custodyDeps(base, new MemoryVault(store, base.platform), database, store);
}

function custodyDeps(
  { environment }: Pick<Foundations, 'environment'>,
  vault: Vault,
  database: DatabaseSync,
  profile: string,
): CustodyDeps {
  return {
    vault,
    keys: new KeyStore(database),
    admin: new AdminKeyStore(database),
    ledger: new DeletionLedger(database),
    profile,
    now: environment.now,
  };
}

/** Sends nothing more, whoever asked for it, and gives back what is held. */
async function closeAll(
  deps: Pick<Workspace, 'cases' | 'history' | 'matrix' | 'admin' | 'keys'>,
): Promise<void> {
  const { cases, history, matrix, admin, keys } = deps;
  history.close();
  cases.close();
  matrix.close();
  admin.close();
  await keys.close();
}
