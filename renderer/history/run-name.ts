import type { RunSummary } from '../../shared/history/views';
import { formatMoment } from '../text/format';
import type { Text } from '../text/use-text';

/** When a run began, how it asked, about what, and how far it came: enough to tell one from another. */
export function runName(run: RunSummary, text: Text, now: Date): string {
  const { say, language } = text;
  const kind = run.kind === 'fill' ? 'fill' : run.probe === 'real_probe' ? 'real' : 'free';
  return [
    formatMoment(run.startedAt, language, now, 'second'),
    say(`history.run.${kind}`),
    ...modelsOf(run, text),
    ...(run.keys === 0 ? [] : [say('history.run.keys', { count: run.keys })]),
    ...(run.state === 'done'
      ? []
      : [
          say('matrix.run.progress', { done: run.done, total: run.total }),
          say(`history.run.state.${run.state}`),
        ]),
  ].join(' · ');
}

function modelsOf({ models, example }: RunSummary, { say }: Text): readonly string[] {
  if (example === null) return [];
  if (models === 1) return [example];
  return [say('history.run.models', { model: example, count: models - 1 })];
}
