/** The practice itself: its cases, and what would be lost with it. */
import { ok } from '../../shared/result';
import type { Application } from '../application';
import { unfinishedWork } from '../practice/unfinished';
import type { Handlers } from './register';

export function practiceHandlers(app: Application) {
  const practice = () => app.workspace.practice;
  return {
    'practice:scenarios': () => ok(practice()?.scenarios ?? []),
    'practice:inventory': () => ok(practice()?.inventory() ?? { organizations: [], projects: [] }),
    'practice:unfinished': () => ok(unfinishedWork(app.workspace)),
  } satisfies Partial<Handlers>;
}
