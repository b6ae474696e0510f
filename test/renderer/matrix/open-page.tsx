import { screen } from '@testing-library/react';
import { MatrixPage } from '../../../renderer/matrix/matrix-page';
import type { MatrixChanges } from '../../../shared/matrix/views';
import { type OpenOptions, open, settle } from '../support/open';
import { START } from './support';

let sessions = 0;

/** What a person chose is kept by session, beyond a page and beyond a test. */
const fresh = (): MatrixChanges => {
  sessions += 1;
  return { ...START, session: `session-${sessions}` };
};

/** The page of the matrix; what it reads is `START`, with these changes. */
export async function openPage(changes: Partial<MatrixChanges> = {}, options: OpenOptions = {}) {
  let now: MatrixChanges = { ...fresh(), ...changes };
  const opened = await open(<MatrixPage />, {
    ...options,
    before: (doctor) => {
      doctor.answers('matrix:read', () => now);
      options.before?.(doctor);
    },
  });
  const becomes = async (next: Partial<MatrixChanges>) => {
    now = { ...now, complete: false, newModels: [], firstNewModel: now.newModels.length, rows: [], ...next };
    opened.doctor.tell({ kind: 'matrix' });
    await settle();
  };
  const press = (name: string) => opened.user.click(screen.getByRole('button', { name }));
  return { ...opened, becomes, press };
}

/** In the order of the columns: gpt-5.5, gpt-5.4, o3, then those of other families. */
export const cell = (at: number, column: number) =>
  document.querySelector(`[role="gridcell"][data-row="${at}"][data-column="${column}"]`) as HTMLElement;
export const cursor = () => {
  const { row: at, column } = (document.querySelector('[data-cursor]') as HTMLElement).dataset;
  return `${at},${column}`;
};
export const chosen = () =>
  [...document.querySelectorAll<HTMLElement>('[role="gridcell"][aria-selected="true"]')].map(
    ({ dataset }) => `${dataset['row']},${dataset['column']}`,
  );
