// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MatrixPage } from '../../../renderer/matrix/matrix-page';
import type { MatrixChanges } from '../../../shared/matrix/views';
import { runView } from '../../support/run-view';
import { type OpenOptions, open, settle } from '../support/open';
import { sayIn } from '../support/say';
import { row, START } from './support';

const say = sayIn('en');
let sessions = 0;

/** What a person chose is kept by session, beyond a page and beyond a test. */
const fresh = (): MatrixChanges => {
  sessions += 1;
  return { ...START, session: `session-${sessions}` };
};

async function openPage(changes: Partial<MatrixChanges> = {}, options: OpenOptions = {}) {
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
const cell = (at: number, column: number) =>
  document.querySelector(`[role="gridcell"][data-row="${at}"][data-column="${column}"]`) as HTMLElement;
const cursor = () => {
  const { row: at, column } = (document.querySelector('[data-cursor]') as HTMLElement).dataset;
  return `${at},${column}`;
};
const chosen = () =>
  [...document.querySelectorAll<HTMLElement>('[role="gridcell"][aria-selected="true"]')].map(
    ({ dataset }) => `${dataset['row']},${dataset['column']}`,
  );
const alertText = () => screen.queryByRole('alert')?.textContent ?? '';

describe('what the matrix reads', () => {
  it('is the whole at first, and then what came after it', async () => {
    const { doctor, becomes } = await openPage();
    await becomes({ revision: 2, rows: [row('key-3', [0])] });
    const [first, second] = doctor.asked('matrix:read').map(({ since }) => since?.revision ?? null);
    expect([first, second]).toEqual([null, 1]);
    expect(document.querySelectorAll('[data-state="listed"]')).toHaveLength(5);
  });

  it('is one reading at a time: what is told meanwhile, however often, is one more', async () => {
    const { doctor, becomes } = await openPage();
    const reading = doctor.holds('matrix:read');
    for (let times = 0; times < 5; times += 1) await becomes({ revision: 2 });
    expect(reading.waiting()).toBe(1);
    reading.release();
    await settle();
    expect(reading.waiting()).toBe(2);
  });

  it('is not read again for what has nothing to do with it', async () => {
    const { doctor } = await openPage();
    doctor.tell({ kind: 'case', id: 'case-1' });
    doctor.tell({ kind: 'admin' });
    await settle();
    expect(doctor.asked('matrix:read')).toHaveLength(1);
  });

  it('stays on the screen where it cannot be read again, and is read with the next change', async () => {
    const { doctor, becomes } = await openPage();
    doctor.refuses('matrix:read', 'store_failed');
    await becomes({});
    expect(alertText()).toContain(say('errors.store_failed'));
    expect(document.querySelectorAll('[data-state="listed"]')).toHaveLength(4);
    doctor.answers('matrix:read', () => ({ ...START, revision: 3 }));
    doctor.tell({ kind: 'matrix' });
    await settle();
    expect(alertText()).toBe('');
  });

  it('is not asked for once the page is gone, not even where something changed meanwhile', async () => {
    const { doctor, unmount } = await openPage();
    const reading = doctor.holds('matrix:read');
    doctor.tell({ kind: 'matrix' });
    doctor.tell({ kind: 'matrix' });
    unmount();
    reading.release();
    doctor.tell({ kind: 'matrix' });
    await settle();
    expect(reading.waiting()).toBe(1);
  });
});

describe('the keyboard in the grid', () => {
  it.each([
    ['{ArrowRight}{ArrowDown}', '1,1'],
    ['{ArrowRight}{ArrowLeft}{ArrowLeft}', '0,0'],
    ['{End}', '0,4'],
    ['{End}{Home}', '0,0'],
    ['{Control>}{ArrowDown}{/Control}', '2,0'],
    ['{Control>}{End}{/Control}', '2,4'],
    ['{PageDown}', '2,0'],
    ['{Alt>}{ArrowRight}{/Alt}', '0,0'],
  ])('moves the cursor by %s to %s', async (keys, place) => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard(keys);
    expect([cursor(), chosen()]).toEqual([place, []]);
  });

  it.each([
    ['{Shift>}{ArrowRight}{ArrowDown}{/Shift}', ['0,0', '0,1', '1,0', '1,1']],
    [' {ArrowRight}{ArrowRight}', []],
    [' ', ['0,0']],
    ['  ', []],
    ['{ArrowDown}{Shift>} {/Shift}', ['1,0', '1,1', '1,2', '1,3', '1,4']],
    ['{ArrowRight}{Control>} {/Control}', ['0,1', '1,1', '2,1']],
    ['{Shift>}{ArrowDown}{/Shift}{Escape}', []],
  ])('chooses by “%s” the cells %j', async (keys, cells) => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard(keys);
    expect(chosen()).toEqual(cells);
  });

  it('chooses everything by Control and A, and says how much that is', async () => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard('{Control>}a{/Control}');
    expect(chosen()).toHaveLength(15);
    expect(screen.getByTestId('matrix-chosen').textContent).toBe(say('matrix.selectedCount', { count: 15 }));
  });

  it('shows the details of a cell by Enter', async () => {
    const { user } = await openPage();
    await user.click(cell(1, 2));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Nightly batch · …Zk0p', { exact: false })).toBeTruthy();
  });
});

describe('the mouse in the grid', () => {
  it('moves the cursor by a click, and forgets what was chosen', async () => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard('{Control>}a{/Control}');
    await user.click(cell(2, 3));
    expect([cursor(), chosen()]).toEqual(['2,3', []]);
  });

  it('adds single cells with Control and a block with Shift', async () => {
    const { user } = await openPage();
    await user.keyboard('{Control>}');
    await user.click(cell(0, 0));
    await user.click(cell(2, 2));
    await user.click(cell(0, 0));
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual(['2,2']);
    await user.keyboard('{Shift>}');
    await user.click(cell(1, 1));
    await user.keyboard('{/Shift}');
    expect(chosen()).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  const head = (name: string) =>
    name === 'corner'
      ? (screen.getByText(say('matrix.keyColumn'), { selector: '[role="columnheader"]' }) as HTMLElement)
      : (document.querySelector(`[role$="header"][data-${name}="1"]`) as HTMLElement);

  it.each([
    ['row', ['1,0', '1,1', '1,2', '1,3', '1,4']],
    ['column', ['0,1', '1,1', '2,1']],
  ] as const)('chooses a %s by its head, and leaves it out again with Control', async (line, cells) => {
    const { user } = await openPage();
    await user.click(head(line));
    expect(chosen()).toEqual(cells);
    await user.keyboard('{Control>}');
    await user.click(head(line));
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual([]);
  });

  it('chooses everything by the corner', async () => {
    const { user } = await openPage();
    await user.click(head('corner'));
    expect(chosen()).toHaveLength(15);
  });

  it('chooses a block by dragging, and no further once the button was let go', async () => {
    const { user } = await openPage();
    let under = cell(0, 0);
    document.elementFromPoint = () => under;
    const over = (target: HTMLElement) => {
      under = target;
      return { target };
    };
    await user.pointer([{ keys: '[MouseLeft>]', target: cell(0, 0) }, over(cell(1, 1))]);
    expect(chosen()).toEqual(['0,0', '0,1', '1,0', '1,1']);
    await user.pointer([over(cell(0, 1))]);
    expect(chosen()).toEqual(['0,0', '0,1']);
    await user.pointer([{ keys: '[/MouseLeft]' }, over(cell(2, 2))]);
    expect(chosen()).toEqual(['0,0', '0,1']);
  });

  it('opens the details of a cell by a double click', async () => {
    const { user } = await openPage();
    await user.dblClick(cell(2, 0));
    expect(await screen.findByText('Gateway in Frankfurt · …9wEe', { exact: false })).toBeTruthy();
  });
});

describe('what is done with cells', () => {
  it('is done with the one under the cursor where none is chosen, else with those', async () => {
    const { user, doctor, press } = await openPage();
    doctor.refuses('matrix:start', 'busy');
    await user.click(cell(1, 1));
    await press(say('matrix.confirmFree', { count: 1 }));
    await user.keyboard('{Escape}');
    await user.click(cell(0, 0));
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await press(say('matrix.confirmFree', { count: 2 }));
    const free = { kind: 'confirm', probe: 'free_probe', consent: false, expensive: false };
    expect(doctor.asked('matrix:start')).toEqual([
      { ...free, cells: [{ keyId: 'key-2', models: ['gpt-5.4'] }] },
      {
        ...free,
        cells: [
          { keyId: 'key-1', models: ['gpt-5.5'] },
          { keyId: 'key-2', models: ['gpt-5.5'] },
        ],
      },
    ]);
    expect(alertText()).toContain(say('errors.busy'));
  });

  it('is chosen from a menu as well', async () => {
    const { user, press } = await openPage();
    await press(say('matrix.select.label'));
    await user.click(await screen.findByRole('menuitem', { name: say('matrix.select.listed') }));
    expect(chosen()).toHaveLength(4);
  });

  it('costs nothing that was not agreed to: real requests are asked for first', async () => {
    const { user, doctor, press } = await openPage();
    doctor.answers('matrix:start', () => RUNNING);
    doctor.answers('matrix:estimate', () => ({ requests: 1, outputTokens: 16, expensive: 2, impossible: 0 }));
    await user.click(cell(0, 0));
    await press(say('matrix.confirmReal'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByTestId('consent-named').textContent).toContain('Staging server · …h4Tq');
    await user.click(dialog.getByRole('button', { name: say('app.common.cancel') }));
    expect(doctor.asked('matrix:start')).toEqual([]);
    await press(say('matrix.confirmReal'));
    const again = within(await screen.findByRole('dialog'));
    await user.click(again.getByRole('checkbox', { name: say('matrix.consent.expensive', { count: 2 }) }));
    await user.click(again.getByRole('button', { name: say('matrix.consent.confirm', { count: 3 }) }));
    expect(doctor.asked('matrix:start')).toEqual([
      {
        kind: 'confirm',
        probe: 'real_probe',
        cells: [{ keyId: 'key-1', models: ['gpt-5.5'] }],
        consent: true,
        expensive: true,
      },
    ]);
  });

  it('needs one more yes where it is very many requests', async () => {
    const { user, doctor, press } = await openPage();
    doctor.answers('matrix:estimate', () => ({
      requests: 201,
      outputTokens: 3_216,
      expensive: 0,
      impossible: 0,
    }));
    await press(say('matrix.confirmReal'));
    const dialog = within(await screen.findByRole('dialog'));
    const send = dialog.getByRole<HTMLButtonElement>('button', {
      name: say('matrix.consent.confirm', { count: 201 }),
    });
    expect(send.disabled).toBe(true);
    await user.click(dialog.getByRole('checkbox', { name: say('matrix.consent.many', { count: 201 }) }));
    expect(send.disabled).toBe(false);
  });

  it('sends nothing where the cost could not be told, and no longer says that it is being estimated', async () => {
    const { doctor, press } = await openPage();
    doctor.refuses('matrix:estimate', 'internal');
    await press(say('matrix.confirmReal'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.internal'));
    expect(dialog.queryByLabelText(say('app.case.consent.estimating'))).toBeNull();
    const send = dialog.getByRole<HTMLButtonElement>('button', {
      name: say('matrix.consent.confirm', { count: 0 }),
    });
    expect(send.disabled).toBe(true);
  });
});

const RUNNING = runView({
  kind: 'confirm',
  probe: 'free_probe',
  total: 4,
  done: 1,
  left: 3,
  counts: { confirmed: 0, listed: 0, denied: 1, unknown: 0 },
  inFlight: [{ keyId: 'key-1', model: 'gpt-5.5' }],
});

describe('a run', () => {
  it('is held, gone on with and stopped by its buttons, and nothing else can be started meanwhile', async () => {
    const { doctor, becomes, press } = await openPage({ run: RUNNING });
    expect(cell(0, 0).dataset['state']).toBe('running');
    await press(say('matrix.run.pause'));
    await becomes({ run: { ...RUNNING, state: 'paused' } });
    await press(say('matrix.run.resume'));
    await press(say('matrix.refill'));
    await press(say('matrix.run.cancel'));
    expect(
      ['matrix:pause', 'matrix:resume', 'matrix:cancel', 'matrix:start'].map(
        (channel) => doctor.asked(channel as 'matrix:pause').length,
      ),
    ).toEqual([1, 1, 1, 0]);
  });

  it('that was stopped is gone on with, or closed for good', async () => {
    const rests = [{ runId: 'run-1', kind: 'confirm', count: 3 }] as const;
    const { doctor, press } = await openPage({
      run: { ...RUNNING, state: 'cancelled', inFlight: [] },
      rests,
    });
    doctor.answers('matrix:start', () => RUNNING);
    await press(say('matrix.run.rest', { count: 3 }));
    expect(doctor.asked('matrix:start')).toEqual([{ kind: 'rest', of: 'confirm' }]);
    await press(say('app.common.close'));
    expect(doctor.asked('matrix:dismiss_rest')).toEqual([{ of: 'confirm' }]);
    expect(screen.queryByTestId('matrix-run')).toBeNull();
  });
});
