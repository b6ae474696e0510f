/**
 * In the end-to-end suite each outermost `describe` is a journey: every step starts where the one before ended. Once a
 * step has failed, the later ones would only show how the window looks off the path, so they are skipped with a reason.
 */
import { afterAll, beforeAll, beforeEach, type RunnerTask, type RunnerTestCase } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** The step because of which this one was not run. */
    notRun?: string;
    /** Where it is written down how things stood when this step failed. */
    evidence?: string;
  }
}

export interface JourneyRules {
  /** How long all steps of a file may take together. */
  readonly fileLimitMs: number;
  /** Looks at what is there when a step fails, and returns where it wrote that down. */
  readonly keepEvidence: (step: RunnerTestCase) => Promise<string | null>;
  /** Ends whatever a file has started and not ended. It has to be safe to call at any time. */
  readonly endAll: () => Promise<void>;
}

/** To be called once, in a set-up file of the suite. */
export function followJourneys({ fileLimitMs, keepEvidence, endAll }: JourneyRules): void {
  const broken = new Map<string, string>();
  let current: RunnerTestCase | null = null;
  /** The step at which the time of the file was over. */
  let over: string | null = null;
  let limit: NodeJS.Timeout;

  const breakAt = async (step: RunnerTestCase) => {
    const journey = journeyOf(step).id;
    if (broken.has(journey)) return;
    broken.set(journey, step.name);
    const evidence = await keepEvidence(step);
    if (evidence !== null) step.meta.evidence = evidence;
  };

  beforeAll(() => {
    limit = setTimeout(async () => {
      over = current?.name ?? 'the set-up';
      if (current !== null) await breakAt(current);
      // What the step waits for ends with its app, and with it the step.
      await endAll();
    }, fileLimitMs);
  });

  beforeEach(({ task, skip, onTestFailed, onTestFinished }) => {
    const cause = over ?? broken.get(journeyOf(task).id);
    if (cause !== undefined && cause !== null) {
      task.meta.notRun = cause;
      skip(`not run, because “${cause}” ${over === null ? 'failed' : 'took the rest of the time'}`);
    }
    current = task;
    onTestFailed(() => breakAt(task));
    onTestFinished(() => {
      current = null;
    });
  });

  afterAll(async () => {
    clearTimeout(limit);
    await endAll();
    if (over !== null) throw new Error(`This file took longer than ${fileLimitMs / 1_000} s and was ended.`);
  });
}

/** The outermost `describe` around a step, or the step itself where it stands alone. */
function journeyOf(step: RunnerTestCase): RunnerTask {
  let outermost: RunnerTask = step;
  while (outermost.suite !== undefined && outermost.suite !== outermost.file) outermost = outermost.suite;
  return outermost;
}
