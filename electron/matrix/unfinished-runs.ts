/** What stopped runs left, one rest of each kind, until it is gone on with or dismissed. */
import type { UnfinishedRun } from '../../shared/matrix/views';
import type { Probe } from '../../shared/observations/observation';

export interface RunPlan {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly probe: Probe;
  /** True where the person agreed to what the tests may cost. */
  readonly agreed: boolean;
  /** For a list, one null a key. */
  readonly cells: readonly { readonly keyId: string; readonly models: readonly (string | null)[] }[];
}

export class UnfinishedRuns {
  readonly #plans = new Map<RunPlan['kind'], RunPlan>();

  /** Beside what an earlier run of this kind left. Never real requests: the consent to what may cost something was for then. */
  keep(plan: RunPlan): void {
    if (plan.probe === 'real_probe') return;
    const earlier = this.#plans.get(plan.kind)?.cells ?? [];
    this.#plans.set(plan.kind, { ...plan, agreed: false, cells: joinedCells([...earlier, ...plan.cells]) });
  }

  /** Takes off what a newer run of this kind has settled. */
  settle(kind: RunPlan['kind'], cells: RunPlan['cells']): void {
    const plan = this.#plans.get(kind);
    if (plan === undefined) return;
    const settled = new Map(cells.map(({ keyId, models }) => [keyId, new Set(models)]));
    const left = plan.cells
      .map(({ keyId, models }) => ({
        keyId,
        models: models.filter((model) => settled.get(keyId)?.has(model) !== true),
      }))
      .filter(({ models }) => models.length > 0);
    if (left.length === 0) this.drop(kind);
    else this.#plans.set(kind, { ...plan, cells: left });
  }

  /** As a plan of its own; null where nothing is left. */
  plan(kind: RunPlan['kind'], id: string): RunPlan | null {
    const plan = this.#plans.get(kind);
    return plan === undefined ? null : { ...plan, id };
  }

  drop(kind: RunPlan['kind']): void {
    this.#plans.delete(kind);
  }

  get views(): readonly UnfinishedRun[] {
    return [...this.#plans.values()].map(({ id: runId, kind, cells }) => ({
      runId,
      kind,
      count: cells.reduce((sum, { models }) => sum + models.length, 0),
    }));
  }
}

/** One entry a key, each model once. */
export function joinedCells<Model extends string | null>(
  cells: readonly { readonly keyId: string; readonly models: readonly Model[] }[],
): readonly { readonly keyId: string; readonly models: readonly Model[] }[] {
  const byKey = new Map<string, Set<Model>>();
  for (const { keyId, models } of cells) {
    const chosen = byKey.get(keyId) ?? new Set();
    for (const model of models) chosen.add(model);
    byKey.set(keyId, chosen);
  }
  return [...byKey].map(([keyId, models]) => ({ keyId, models: [...models] }));
}
