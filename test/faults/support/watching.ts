import type { WatchView } from '../../../shared/case/views';
import type { BareApp } from './bare-app';

/** In practice: opens the case of a project that lacks its model, watches it, and waits for the first test. Gives its id. */
export async function startWatch(app: BareApp): Promise<string> {
  const scenarios = await app.verb('practice', 'scenarios', {});
  const [first] = scenarios.ok ? scenarios.value : [];
  if (first === undefined) throw new Error('Practice has no scenario.');
  const { text, keyId, model } = first;
  const opened = await app.verb('cases', 'open', { text, keyId, model });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  const started = await app.verb('cases', 'watch', { id });
  if (!started.ok) throw new Error(started.error.code);
  await app.until('the first test', async () => (await attemptsOf(app, id)).outcomes.length > 0);
  return id;
}

interface Attempts extends Pick<WatchView, 'state' | 'nextAt' | 'endsAt'> {
  readonly outcomes: readonly string[];
}

/** How far the watch of a case is. */
export async function attemptsOf(app: BareApp, id: string): Promise<Attempts> {
  const read = await app.verb('cases', 'read', { id });
  const watch = read.ok ? read.value.watch : null;
  if (watch === null) throw new Error('The case has no watch.');
  const { state, nextAt, endsAt, attempts } = watch;
  return { state, nextAt, endsAt, outcomes: attempts.map(({ outcome }) => outcome) };
}
