/** What a person can do with the practice itself, beside working in it. */
import type {
  PracticeCondition,
  PracticeInventory,
  PracticeScenario,
  PracticeState,
} from '../../shared/practice/views';
import type { CaseService } from '../cases/case-service';
import type { KeyService } from '../keys/key-service';
import { LARGE_CROWD } from '../practice/crowd';
import type { Simulator } from '../practice/simulator';
import type { PracticeKey } from '../practice/world';

interface PracticeDeps {
  readonly simulator: Simulator;
  readonly keys: Pick<KeyService, 'addAs'>;
  readonly cases: Pick<CaseService, 'read' | 'projectOf'>;
}

export class PracticeControls {
  readonly #deps: PracticeDeps;
  /** Resolves once the large organization is there. */
  #large: Promise<void> | null = null;
  /** Resolves once the gateway's key is there. */
  #gateway: Promise<unknown> | null = null;

  constructor(deps: PracticeDeps) {
    this.#deps = deps;
  }

  get scenarios(): readonly PracticeScenario[] {
    return this.#deps.simulator.scenarios;
  }

  get inventory(): PracticeInventory {
    return this.#deps.simulator.inventory();
  }

  get state(): PracticeState {
    return { condition: this.#deps.simulator.conditions.current, large: this.#large !== null };
  }

  setCondition(condition: PracticeCondition): PracticeState {
    this.#deps.simulator.conditions.set(condition);
    return this.state;
  }

  /** Sees to it that what a practice case needs is there: the key of the gateway is added with the first case about it. */
  async prepare(scenarioId: string): Promise<void> {
    const { simulator, keys } = this.#deps;
    const { key, apiBaseUrl } = simulator.gateway;
    const scenario = this.scenarios.find(({ id }) => id === scenarioId);
    if (scenario?.keyId !== key.id) return;
    this.#gateway ??= keys.addAs(key.id, { secret: key.secret, label: key.label, baseUrl: apiBaseUrl });
    await this.#gateway;
  }

  /** However often it is asked for, there is one large organization. */
  async enlarge(): Promise<PracticeState> {
    this.#large ??= addKeys(this.#deps, this.#deps.simulator.grow(LARGE_CROWD));
    await this.#large;
    return this.state;
  }

  /** Has the console show the organization that a case is about. */
  selectInConsole(caseId: string): void {
    const { cases, simulator } = this.#deps;
    const view = cases.read(caseId);
    if (view.ok) simulator.selectInConsole({ project: cases.projectOf(caseId), keyId: view.value.keyId });
  }
}

/** Gives the app the practice's keys, all of one moment, so that they stand in the same order in every practice. */
export async function addKeys(
  { keys, simulator }: Pick<PracticeDeps, 'keys' | 'simulator'>,
  added: readonly PracticeKey[],
): Promise<void> {
  const { apiBaseUrl: baseUrl } = simulator;
  let moment = {};
  for (const { id, secret, label } of added) {
    const kept = await keys.addAs(id, { secret, label, baseUrl, ...moment });
    if (kept.ok) moment = { addedAt: kept.value.addedAt };
  }
}
