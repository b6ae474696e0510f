// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';
import { runView } from '../../support/run-view';
import { alertText, settle } from '../support/open';
import { cell, chosen, openPage } from './open-page';
import { row, START } from './support';

const say = sayIn('en');

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

describe('keys that were never asked which models they list', () => {
  it('are counted beside what asks just them', async () => {
    const { doctor, user } = await openPage();
    const line = within(screen.getByTestId('unasked'));
    expect(line.getByText(say('matrix.unasked', { count: 1 }))).toBeTruthy();
    await user.click(line.getByRole('button', { name: say('matrix.fill') }));
    expect(doctor.asked('matrix:start')).toEqual([{ kind: 'fill', keyIds: ['key-3'] }]);
  });

  it('are all of them where models are known from tests alone: the button does not speak of doing it again', async () => {
    await openPage({ rows: [] });
    expect(screen.queryByRole('button', { name: say('matrix.refill') })).toBeNull();
    expect(screen.getAllByRole('button', { name: say('matrix.fill') })).toHaveLength(2);
  });
});
