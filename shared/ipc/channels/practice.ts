/** The practice itself. */
import { z } from 'zod';
import {
  PRACTICE_CONDITIONS,
  type PracticeInventory,
  type PracticeScenario,
  type PracticeState,
  type PracticeWork,
} from '../../practice/views';
import { type Channels, call } from './call';
import { byId, nothing } from './fields';

export const practiceChannels = {
  'practice:scenarios': call<readonly PracticeScenario[]>()(nothing),
  /** Before a practice case is opened: what it needs is there afterwards. */
  'practice:prepare': call<null>()(byId),
  'practice:inventory': call<PracticeInventory>()(nothing),
  'practice:unfinished': call<readonly PracticeWork[]>()(nothing),
  'practice:state': call<PracticeState>()(nothing),
  'practice:set_condition': call<PracticeState>()(z.strictObject({ condition: z.enum(PRACTICE_CONDITIONS) })),
  /** Adds an organization with very many keys and models, until practice is left. */
  'practice:enlarge': call<PracticeState>()(nothing),
} as const satisfies Channels<'practice'>;
