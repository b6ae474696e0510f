/** The practice itself. */
import type {
  PracticeCondition,
  PracticeInventory,
  PracticeScenario,
  PracticeState,
  PracticeWork,
} from '../../practice/views';
import { type ById, call, type Nothing } from './call';

export const practiceCalls = {
  scenarios: call<Nothing, readonly PracticeScenario[]>(),
  /** Before a practice case is opened: what it needs is there afterwards. */
  prepare: call<ById, null>(),
  inventory: call<Nothing, PracticeInventory>(),
  unfinished: call<Nothing, readonly PracticeWork[]>(),
  state: call<Nothing, PracticeState>(),
  set_condition: call<{ readonly condition: PracticeCondition }, PracticeState>(),
  /** Adds an organization with very many keys and models, until practice is left. */
  enlarge: call<Nothing, PracticeState>(),
} as const;
