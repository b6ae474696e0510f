/** What leaving practice would break off: unlike the person's own cases, nothing of a practice is kept. */
import type { PracticeWork } from '../../shared/practice/views';
import type { CaseService } from '../cases/case-service';
import type { MatrixService } from '../matrix/matrix-service';

interface Places {
  readonly cases: Pick<CaseService, 'list' | 'read'>;
  readonly matrix: Pick<MatrixService, 'run'>;
}

export function unfinishedWork({ cases, matrix }: Places): readonly PracticeWork[] {
  const summaries = cases.list();
  const fixing = summaries.some(({ wizard }) => wizard !== 'not_started' && wizard !== 'proven');
  const watching = summaries.some(({ id }) => {
    const view = cases.read(id);
    return view.ok && view.value.watch?.state === 'running';
  });
  const running = matrix.run?.state === 'running' || matrix.run?.state === 'paused';
  return [
    ...(fixing ? (['fix'] as const) : []),
    ...(watching ? (['watch'] as const) : []),
    ...(running ? (['run'] as const) : []),
  ];
}
