/** Practice as the window shows it. */

/** The main one first. */
export const PRACTICE_SCENARIOS = [
  'allow_list',
  'block_list',
  'wrong_project_key',
  'restricted_key',
  'no_credit',
  'not_verified',
  'retired_model',
  'typo',
  'alias_vs_snapshot',
  'not_owner',
  'not_entitled',
  'wrong_host',
  'revoked_key',
  'batch_sibling',
  'refused_stream',
  'gateway',
] as const;
export type PracticeScenarioId = (typeof PRACTICE_SCENARIOS)[number];

export interface PracticeScenario {
  readonly id: PracticeScenarioId;
  /** The error as the invented application printed it. */
  readonly text: string;
  readonly keyId: string;
  readonly model: string;
}

/** The ids that practice knows: an error that names another one is of a real organization. */
export interface PracticeInventory {
  readonly organizations: readonly string[];
  readonly projects: readonly string[];
}

/**
 * How the practice's API answers. `storm`: most requests are told to wait. `unsteady`: some fail. `broken`: none is
 * answered as it should be. `silent`: none is answered at all.
 */
export const PRACTICE_CONDITIONS = ['normal', 'slow', 'storm', 'unsteady', 'broken', 'silent'] as const;
export type PracticeCondition = (typeof PRACTICE_CONDITIONS)[number];

export interface PracticeState {
  readonly condition: PracticeCondition;
  /** True once the large organization was added. */
  readonly large: boolean;
}

/** What is under way in practice, and would be lost with it. */
export type PracticeWork = 'fix' | 'watch' | 'run';
