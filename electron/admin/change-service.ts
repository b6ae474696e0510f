/**
 * Reads a project and changes its policy: read → plan → preview → confirmed → read again → write the whole list → read
 * back and compare. Every step is recorded before it is taken, so that a crash leaves a record that says how far it came.
 */

import {
  type AdminProject,
  type ChangePreview,
  type ChangeRecord,
  type ProjectReading,
  UNDOABLE,
} from '../../shared/admin/change';
import { unseenModels } from '../../shared/admin/known-models';
import {
  alsoLetsIn,
  type Plan,
  type Policy,
  planChange,
  samePolicy,
  shutsOut,
  type Wish,
} from '../../shared/admin/policy';
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { ProjectPlace } from '../../shared/ipc/calls/admin';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { Target } from '../probes/prober';
import {
  type AdminClient,
  type AdminFailure,
  type AdminTurn,
  type Answered,
  codeOf,
  requestIdIn,
} from './admin-client';
import { adminFailure, projectFailure } from './admin-failure';
import type { AdminKeys } from './admin-keys';
import type { ChangeStore } from './change-store';

interface ChangeServiceDeps {
  readonly client: AdminClient;
  readonly keys: AdminKeys;
  readonly store: ChangeStore;
  readonly environment: Environment;
  /** Models on any list that the app read, to say what a change lets in or shuts out. */
  readonly knownModels: () => readonly string[];
  /** Labels of stored keys of a project. */
  readonly keysOfProject: (project: string) => readonly string[];
  readonly changed: () => void;
}

/** Previews not yet confirmed; the oldest go first. */
const KEPT_PREVIEWS = 20;

interface Pending {
  readonly preview: ChangePreview;
  readonly undoes: ChangeRecord | null;
}

/** A write that was sent, and what came back. */
interface Sent {
  readonly record: ChangeRecord;
  readonly answer: Result<Answered<unknown>, AdminFailure>;
}

export class ChangeService {
  readonly #deps: ChangeServiceDeps;
  readonly #pending = new Map<string, Pending>();
  readonly #abort = new AbortController();
  /** Models that some project of a key's organization could use. */
  readonly #seen = new Map<string, ReadonlySet<string>>();
  #writing = false;

  constructor(deps: ChangeServiceDeps) {
    this.#deps = deps;
    this.#tellOfInterrupted();
  }

  /** A write under way when the app ended may or may not have arrived; one that had only been planned did not. */
  #tellOfInterrupted(): void {
    for (const record of this.#deps.store.list()) {
      if (record.state === 'planned') this.#deps.store.save({ ...record, state: 'not_written' });
      if (record.state === 'writing') this.#deps.store.save({ ...record, state: 'unknown', code: null });
    }
  }

  history(): readonly ChangeRecord[] {
    return this.#deps.store.list();
  }

  /** Everything of one project. What beside the policy cannot be read is left unknown rather than failing it all. */
  async read({ keyId, project }: ProjectPlace): Promise<Result<ProjectReading, IpcError>> {
    const target = await this.#deps.keys.target(keyId);
    if (!target.ok) return target;
    const { client, environment } = this.#deps;
    const { signal } = this.#abort;
    const found = await this.#project(target.value, project);
    if (!found.ok) return found;
    const policy = await client.readPolicy(target.value, project, signal);
    if (!policy.ok) return adminFailure(policy.error);
    const limits = await client.listRateLimits(target.value, project, signal);
    const spend = await client.readSpendLimit(target.value, project, signal);
    if (limits.ok)
      this.#remember(
        keyId,
        limits.value.value.map(({ model }) => model),
      );
    return ok({
      at: environment.now().toISOString(),
      keyId,
      project: found.value,
      policy: policy.value.value,
      rateLimits: limits.ok ? limits.value.value : null,
      spendLimit: spend.ok ? spend.value.value : 'unknown',
      requestId: policy.value.requestId,
    });
  }

  /** Models on lists read so far, those of this key's organization included, in alphabetical order. */
  knownModels(keyId: string): readonly string[] {
    return [...new Set([...this.#deps.knownModels(), ...(this.#seen.get(keyId) ?? [])])].sort();
  }

  #remember(keyId: string, models: readonly string[]): void {
    this.#seen.set(keyId, new Set([...(this.#seen.get(keyId) ?? []), ...models]));
  }

  async #project(target: Target, project: string): Promise<Result<AdminProject, IpcError>> {
    const found = await this.#deps.client.readProject(target, project, this.#abort.signal);
    return found.ok ? ok(found.value.value) : projectFailure(found.error, project);
  }

  async preview(
    place: ProjectPlace,
    wish: Exclude<Wish, { kind: 'restore' }>,
  ): Promise<Result<ChangePreview, IpcError>> {
    const now = await this.#readPolicy(place);
    if (!now.ok) return now;
    const wished = wish.kind === 'let_through' ? wish.models : [];
    return this.#offer(place.keyId, now.value.project, now.value.policy, wish, wished, null);
  }

  /** What undoing a change would do now; the project's list may have moved on since. */
  async previewUndo(changeId: string): Promise<Result<ChangePreview, IpcError>> {
    const record = this.#deps.store.find(changeId);
    if (record === null) return fail('not_found');
    if (!UNDOABLE.includes(record.state)) return fail('admin_not_undoable');
    const key = this.#deps.keys.find(record.keyId) ?? this.#deps.keys.forProject(record.project.id);
    if (key === null) return fail('admin_no_key');
    const now = await this.#readPolicy({ keyId: key.id, project: record.project.id });
    if (!now.ok) return now;
    const { project, policy } = now.value;
    if (samePolicy(policy, record.before)) this.#settle(record, policy);
    return this.#offer(key.id, project, policy, { kind: 'restore', policy: record.before }, [], record);
  }

  /** Reads the list again, to learn what became of a change whose end is not known. */
  async settle(changeId: string): Promise<Result<ChangeRecord, IpcError>> {
    const record = this.#deps.store.find(changeId);
    if (record === null) return fail('not_found');
    const key = this.#deps.keys.find(record.keyId) ?? this.#deps.keys.forProject(record.project.id);
    if (key === null) return fail('admin_no_key');
    const now = await this.#readPolicy({ keyId: key.id, project: record.project.id });
    if (!now.ok) return now;
    // A full disk can leave a record at `writing` with nothing under way any more.
    const isStuck = record.state === 'writing' && !this.#writing;
    return ok(this.#settle(isStuck ? { ...record, state: 'unknown' } : record, now.value.policy));
  }

  async #readPolicy({ keyId, project }: ProjectPlace) {
    const target = await this.#deps.keys.target(keyId);
    if (!target.ok) return target;
    const found = await this.#project(target.value, project);
    if (!found.ok) return found;
    const policy = await this.#deps.client.readPolicy(target.value, project, this.#abort.signal);
    return policy.ok ? ok({ project: found.value, policy: policy.value.value }) : adminFailure(policy.error);
  }

  #offer(
    keyId: string,
    project: AdminProject,
    policy: Policy,
    wish: Wish,
    wished: readonly string[],
    undoes: ChangeRecord | null,
  ): Result<ChangePreview, IpcError> {
    if (project.status === 'archived') return fail('admin_project_archived', { project: project.name });
    const plan = planChange(policy, wish);
    if (!plan.ok) return fail(`admin_${plan.error}`);
    const known = this.knownModels(keyId);
    const gained = plan.value.added.filter((model) => wished.includes(model));
    const preview: ChangePreview = {
      id: this.#deps.environment.newId(),
      keyId,
      project,
      plan: plan.value,
      alsoLetsIn: alsoLetsIn(plan.value, wished, known),
      unseen: unseenModels(gained, known),
      shutsOut: shutsOut(plan.value, known),
      affectedKeys: this.#deps.keysOfProject(project.id),
      undoes: undoes?.id ?? null,
      changedSince: undoes !== null && !samePolicy(policy, undoes.after),
    };
    this.#pending.set(preview.id, { preview, undoes });
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > KEPT_PREVIEWS && oldest !== undefined) this.#pending.delete(oldest);
    return ok(preview);
  }

  /** Carries out exactly what was previewed, or nothing. A preview serves once. */
  async apply(previewId: string): Promise<Result<ChangeRecord, IpcError>> {
    const pending = this.#pending.get(previewId);
    if (pending === undefined) return fail('admin_preview_gone');
    if (this.#writing) return fail('busy');
    this.#writing = true;
    this.#pending.delete(previewId);
    try {
      return await this.#carryOut(pending);
    } finally {
      this.#writing = false;
      this.#deps.changed();
    }
  }

  async #carryOut({ preview, undoes }: Pending): Promise<Result<ChangeRecord, IpcError>> {
    const { keys, client, environment } = this.#deps;
    const { project, plan, keyId } = preview;
    const target = await keys.target(keyId);
    if (!target.ok) return target;
    const record: ChangeRecord = {
      id: environment.newId(),
      at: environment.now().toISOString(),
      keyId,
      project,
      before: plan.before,
      after: plan.after,
      found: null,
      state: 'planned',
      requestIds: [],
      undoes: undoes?.id ?? null,
      code: null,
    };
    this.#deps.store.save(record);
    const sent = await client.inOneTurn(target.value, (turn) =>
      this.#readAndWrite(turn, record, target.value, plan),
    );
    return sent.ok ? this.#conclude(sent.value, target.value) : sent;
  }

  /** Each write follows a reading that found what was previewed. Where a write was told to wait, that reading is old. */
  async #readAndWrite(
    turn: AdminTurn,
    planned: ChangeRecord,
    target: Target,
    plan: Plan,
  ): Promise<Result<Sent, IpcError>> {
    const { signal } = this.#abort;
    const { project } = planned;
    let record = planned;
    for (let waits = 0; ; waits += 1) {
      const now = await turn.readPolicy(target, project.id, signal);
      record = withRequest(record, requestIdIn(now));
      if (!now.ok) {
        this.#save({ ...record, state: 'not_written', code: codeOf(now.error) });
        return adminFailure(now.error);
      }
      if (!samePolicy(now.value.value, plan.before)) {
        this.#save({ ...record, state: 'stopped', found: now.value.value });
        return fail('admin_changed_meanwhile', { project: project.name });
      }
      record = this.#save({ ...record, state: 'writing' });
      const answer = await turn.writePolicy(target, project.id, plan.after, signal);
      record = withRequest(record, requestIdIn(answer));
      if (answer.ok) return ok({ record, answer });
      // Should the app end during the wait, the record must not say that something may have been written.
      if (isRefusal(answer.error)) record = this.#save({ ...record, state: 'planned' });
      if (!(await turn.waitOut(answer.error, waits, signal))) return ok({ record, answer });
    }
  }

  async #conclude({ record: sent, answer }: Sent, target: Target): Promise<Result<ChangeRecord, IpcError>> {
    const { client } = this.#deps;
    let record = sent;
    if (!answer.ok && isRefusal(answer.error)) {
      this.#save({ ...record, state: 'refused', code: codeOf(answer.error) });
      return adminFailure(answer.error);
    }
    // Without an answer the write may have arrived all the same: only reading back can tell.
    record = this.#save({
      ...record,
      state: answer.ok ? 'written' : 'unknown',
      code: answer.ok ? null : codeOf(answer.error),
    });
    const back = await client.readPolicy(target, record.project.id, this.#abort.signal);
    record = withRequest(record, requestIdIn(back));
    if (!back.ok) return ok(this.#save({ ...record, code: codeOf(back.error) }));
    return ok(this.#settle(record, back.value.value));
  }

  /** What the list as it now reads says of a change. */
  #settle(record: ChangeRecord, found: Policy): ChangeRecord {
    if (record.state === 'verified' || !UNDOABLE.includes(record.state)) return record;
    if (samePolicy(found, record.after)) {
      const undone = record.undoes === null ? null : this.#deps.store.find(record.undoes);
      if (undone !== null) this.#save({ ...undone, state: 'undone' });
      return this.#save({ ...record, state: 'verified', found: null, code: null });
    }
    if (samePolicy(found, record.before)) return this.#save({ ...record, state: 'not_written', found: null });
    return this.#save({ ...record, state: 'differs', found });
  }

  #save(record: ChangeRecord): ChangeRecord {
    this.#deps.store.save(record);
    this.#deps.changed();
    return record;
  }

  close(): void {
    this.#abort.abort();
  }
}

/** A clear no: nothing was written. */
function isRefusal(failure: AdminFailure): boolean {
  return failure.kind === 'refusal' && failure.status < 500;
}

function withRequest(record: ChangeRecord, requestId: string | null): ChangeRecord {
  return requestId === null ? record : { ...record, requestIds: [...record.requestIds, requestId] };
}
