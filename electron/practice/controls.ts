/** What a person can do with the practice itself, beside working in it. */
import type { PracticeInventory, PracticeScenario } from '../../shared/ipc/views';
import type { CaseService } from '../cases/case-service';
import type { Simulator } from './simulator';

export interface PracticeControls {
  readonly scenarios: readonly PracticeScenario[];
  readonly inventory: () => PracticeInventory;
  /** Has the console show the organization that a case is about. */
  readonly selectInConsole: (caseId: string) => void;
}

export interface PracticeParts {
  readonly simulator: Simulator;
  readonly cases: Pick<CaseService, 'read' | 'projectOf'>;
}

export function practiceControls({ simulator, cases }: PracticeParts): PracticeControls {
  return {
    scenarios: simulator.scenarios,
    inventory: simulator.inventory,
    selectInConsole: (caseId) => {
      const view = cases.read(caseId);
      if (view.ok) simulator.selectInConsole({ project: cases.projectOf(caseId), keyId: view.value.keyId });
    },
  };
}
