/** The practice itself. */
import type { PracticeInventory, PracticeScenario, PracticeWork } from '../views';
import { type Channels, call } from './call';
import { nothing } from './fields';

export const practiceChannels = {
  'practice:scenarios': call<readonly PracticeScenario[]>()(nothing),
  'practice:inventory': call<PracticeInventory>()(nothing),
  'practice:unfinished': call<readonly PracticeWork[]>()(nothing),
} as const satisfies Channels<'practice'>;
