/** The owner's path as one part: admin keys, changes of policies, and what both mean for a case. */
import type { DatabaseSync } from 'node:sqlite';
import type { AdminKeySummary, ProjectReading } from '../../shared/admin/change';
import type { IpcError } from '../../shared/base/error-codes';
import type { Result } from '../../shared/base/result';
import type { CaseView } from '../../shared/case/views';
import type { PolicyEvidence } from '../../shared/diagnosis/evidence';
import type { AdminOffer } from '../../shared/ipc/views';
import { isProjectId } from '../../shared/wizard/console-address';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { CaseService } from '../cases/case-service';
import type { HistoryService } from '../history/history-service';
import type { KeyService } from '../keys/key-service';
import type { Safe } from '../keys/safe';
import type { Fetch } from '../probes/guarded-fetch';
import { AdminClient } from './admin-client';
import { AdminKeys } from './admin-keys';
import { ChangeService } from './change-service';
import { ChangeStore } from './change-store';

export interface AdministrationDeps {
  readonly environment: Environment;
  readonly fetch: Fetch;
  readonly database: DatabaseSync;
  /** The same one that holds the other keys. */
  readonly safe: Safe;
  readonly keys: KeyService;
  readonly cases: CaseService;
  readonly history: Pick<HistoryService, 'modelsListed'>;
  readonly changed: () => void;
}

export class Administration {
  readonly keys: AdminKeys;
  readonly changes: ChangeService;
  readonly #cases: CaseService;
  readonly #closing = new AbortController();

  constructor(deps: AdministrationDeps) {
    const { environment, database, safe, cases, history, keys, changed } = deps;
    const client = new AdminClient(deps.fetch, environment);
    this.#cases = cases;
    this.keys = new AdminKeys({ safe, client, environment, changed });
    this.changes = new ChangeService({
      client,
      keys: this.keys,
      store: new ChangeStore(database),
      environment,
      knownModels: () => [...cases.knownModels(), ...history.modelsListed()],
      keysOfProject: (project) => labelsOf(keys, project),
      changed,
    });
  }

  /** Reads the organization's projects with this key, unless the app is closed meanwhile. */
  checkKey(id: string): Promise<Result<AdminKeySummary, IpcError>> {
    return this.keys.check(id, this.#closing.signal);
  }

  /** Whether an admin key can settle or fix this case. */
  offer(caseId: string): Result<AdminOffer, IpcError> {
    const view = this.#cases.read(caseId);
    if (!view.ok) return view;
    const project = this.#cases.projectOf(caseId);
    const key = project === null ? null : this.keys.forProject(project);
    return { ok: true, value: { project, key, keysStored: this.keys.list().length } };
  }

  /** Reads the project's policy and keeps it as evidence of the case. */
  async inspect(caseId: string): Promise<Result<CaseView, IpcError>> {
    const offer = this.offer(caseId);
    if (!offer.ok) return offer;
    const { project, key } = offer.value;
    if (project === null || key === null || !isProjectId(project)) return fail('admin_no_key');
    const reading = await this.changes.read({ keyId: key.id, project });
    return reading.ok ? this.#cases.addEvidence(caseId, evidenceOf(reading.value)) : reading;
  }

  close(): void {
    this.#closing.abort();
    this.changes.close();
  }
}

function labelsOf(keys: KeyService, project: string): readonly string[] {
  return keys
    .list()
    .filter((key) => key.project === project)
    .map((key) => key.label);
}

export function evidenceOf(reading: ProjectReading): PolicyEvidence {
  return {
    kind: 'policy',
    at: reading.at,
    projectId: reading.project.id,
    projectStatus: reading.project.status,
    policy: reading.policy,
    usableModels: reading.rateLimits?.map((limit) => limit.model) ?? null,
    spendLimit: reading.spendLimit,
    requestId: reading.requestId,
  };
}
