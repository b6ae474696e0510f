/** The practice itself: its cases, how its API answers, and what would be lost with it. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { PracticeState } from '../../shared/practice/views';
import type { Application } from '../app/application';
import type { PracticeControls } from '../app/practice-controls';
import { unfinishedWork } from '../app/unfinished-work';
import { fail } from '../base/failure';
import type { Handlers } from './register';

export function practiceHandlers(app: Application) {
  const practice = () => app.workspace.practice;
  const state = async (
    get: (controls: PracticeControls) => PracticeState | Promise<PracticeState>,
  ): Promise<Result<PracticeState, IpcError>> => {
    const controls = practice();
    return controls === null ? fail('practice_not_running') : ok(await get(controls));
  };
  return {
    'practice:scenarios': () => ok(practice()?.scenarios ?? []),
    'practice:prepare': async ({ id }) => {
      await practice()?.prepare(id);
      return ok(null);
    },
    'practice:inventory': () => ok(practice()?.inventory ?? { organizations: [], projects: [] }),
    'practice:unfinished': () => ok(unfinishedWork(app.workspace)),
    'practice:state': () => state((controls) => controls.state),
    'practice:set_condition': ({ condition }) => state((controls) => controls.setCondition(condition)),
    'practice:enlarge': () => state((controls) => controls.enlarge()),
  } satisfies Partial<Handlers>;
}
