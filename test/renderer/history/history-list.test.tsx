// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { HistoryPage } from '../../../renderer/history/history-page';
import { tabName } from '../../../renderer/history/use-show-history';
import { remember } from '../../../renderer/state/window-memory';
import type { CheckRecord } from '../../../shared/history/check';
import type { Comparison, RunSummary } from '../../../shared/history/views';
import { sayIn } from '../../../shared/messages/say';
import { checkRecord } from '../../support/check-record';
import { alertText, type OpenOptions, open, settle } from '../support/open';

const say = sayIn('en');
const FIRST = checkRecord({
  id: 'check-1',
  keyId: 'key-1',
  model: 'gpt-5.5',
  probe: 'real_probe',
  endpoint: '/v1/responses',
});
const LIST = checkRecord({ id: 'check-2', keyId: 'key-1', modelsListed: 7 });
const NEWER = checkRecord({ id: 'check-3', keyId: 'key-1', modelsListed: 8 });

/** What a page keeps outlives it, and so a test. */
beforeEach(() => {
  for (const world of ['real', 'practice']) remember(tabName(world), 'tests');
  remember('history.compared real', { before: 'older', after: 'new' });
});

async function openHistory(checks: readonly CheckRecord[] = [FIRST, LIST], options: OpenOptions = {}) {
  let now = checks;
  const opened = await open(<HistoryPage />, {
    ...options,
    before: (doctor) =>
      doctor.answers('history:list', ({ before }) =>
        before === null
          ? { checks: [...now], older: now.length > 2 ? 1 : null, total: now.length }
          : { checks: [checkRecord({ id: 'check-0' })], older: null, total: now.length },
      ),
  });
  const becomes = async (next: readonly CheckRecord[]) => {
    now = next;
    opened.doctor.tell({ kind: 'matrix' });
    await settle();
  };
  const list = () => screen.getByRole('list', { name: say('history.list') });
  return { ...opened, becomes, list };
}

const shown = () => screen.getAllByTestId('history-check').map(({ dataset }) => dataset['check']);
const newer = () => screen.queryByTestId('show-newer');
const again = (subject: string) =>
  screen.getByRole('button', { name: `${say('history.retest')}: Work, ${subject}` });

describe('the list of tests', () => {
  it('shows what is new at once while nobody is at work in it', async () => {
    const { becomes } = await openHistory();
    await becomes([NEWER, FIRST, LIST]);
    expect([shown(), newer()]).toEqual([['check-3', 'check-1', 'check-2'], null]);
  });

  it('stays as it is under the pointer and counts what came, and goes on once the pointer is gone', async () => {
    const { becomes, list, user } = await openHistory();
    await user.hover(list());
    await becomes([NEWER, FIRST, LIST]);
    expect([shown(), newer()?.dataset['count']]).toEqual([['check-1', 'check-2'], '1']);
    await user.unhover(list());
    await user.hover(document.body);
    await settle();
    expect([shown(), newer()]).toEqual([['check-3', 'check-1', 'check-2'], null]);
  });

  it('stays as it is while the keyboard is in it, and shows what is new when asked', async () => {
    const { becomes, user } = await openHistory();
    again('gpt-5.5').focus();
    await becomes([NEWER, FIRST, LIST]);
    expect(shown()).toEqual(['check-1', 'check-2']);
    await user.click(newer() as HTMLElement);
    expect([shown(), newer()]).toEqual([['check-3', 'check-1', 'check-2'], null]);
  });

  it('stays as it is while its top is scrolled away', async () => {
    let isSeen: (seen: boolean) => void = () => undefined;
    class Observer {
      constructor(tell: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        isSeen = (isIntersecting) => tell([{ isIntersecting }]);
      }
      observe() {}
      disconnect() {}
    }
    const own = globalThis.IntersectionObserver;
    globalThis.IntersectionObserver = Observer as unknown as typeof IntersectionObserver;
    const { becomes } = await openHistory();
    globalThis.IntersectionObserver = own;
    isSeen(false);
    await settle();
    await becomes([NEWER, FIRST, LIST]);
    expect([shown(), newer()?.dataset['count']]).toEqual([['check-1', 'check-2'], '1']);
    isSeen(true);
    await settle();
    expect(shown()).toEqual(['check-3', 'check-1', 'check-2']);
  });

  it('stays as it is while one of its tests is shown beside it', async () => {
    const { becomes, user, doctor } = await openHistory();
    doctor.answers('history:read', () => FIRST);
    await user.click(screen.getByRole('button', { name: `${say('history.details')}: Work, gpt-5.5` }));
    await screen.findByRole('dialog');
    await user.hover(document.body);
    await becomes([NEWER, FIRST, LIST]);
    expect(shown()).toEqual(['check-1', 'check-2']);
  });

  it('shows older ones when asked', async () => {
    const { user } = await openHistory([NEWER, FIRST, LIST]);
    await user.click(screen.getByRole('button', { name: say('history.older') }));
    expect(shown()).toEqual(['check-3', 'check-1', 'check-2', 'check-0']);
    expect(screen.queryByRole('button', { name: say('history.older') })).toBeNull();
  });

  it('says what kept it from being read, and shows it once it can be', async () => {
    const { doctor } = await openHistory();
    doctor.refuses('history:list', 'store_failed');
    doctor.tell({ kind: 'matrix' });
    await settle();
    expect([alertText().includes(say('errors.store_failed')), shown()]).toEqual([
      true,
      ['check-1', 'check-2'],
    ]);
    doctor.recovers('history:list');
    doctor.tell({ kind: 'matrix' });
    await settle();
    expect(alertText()).toBe('');
  });
});

describe('testing again', () => {
  it('asks the same free of charge, once however often it is pressed, and shows the answer below its row', async () => {
    const { doctor, user } = await openHistory();
    doctor.answers('matrix:retest', () =>
      checkRecord({ id: 'check-9', keyId: 'key-1', model: 'gpt-5.5', outcome: 'denied', status: 403 }),
    );
    const testing = doctor.holds('matrix:retest');
    await user.click(again('gpt-5.5'));
    fireEvent.click(again('gpt-5.5'));
    expect(doctor.asked('matrix:retest')).toEqual([
      { keyId: 'key-1', model: 'gpt-5.5', probe: 'free_probe', consent: false },
    ]);
    testing.release();
    await settle();
    const row = within(screen.getAllByTestId('history-check')[0] as HTMLElement);
    expect(row.getByTestId('repeated').textContent).toContain('Refused');
    expect(screen.getAllByTestId('repeated')).toHaveLength(1);
    await user.click(again('gpt-5.5'));
    expect(doctor.asked('matrix:retest')).toHaveLength(2);
  });

  it('that fails says so at its row, until that is closed', async () => {
    const { doctor, user } = await openHistory();
    doctor.refuses('matrix:retest', 'vault_missing');
    await user.click(again(say('history.wholeList', { count: 7 })));
    expect(doctor.asked('matrix:retest')).toEqual([
      { keyId: 'key-1', model: null, probe: 'list', consent: false },
    ]);
    const row = within(screen.getAllByTestId('history-check')[1] as HTMLElement);
    expect(row.getByRole('alert').textContent).toContain(say('errors.vault_missing'));
    await user.click(row.getByRole('button', { name: say('app.common.close') }));
    expect(alertText()).toBe('');
  });

  it('is done by Control and R for the row that the keyboard is in, else for the newest', async () => {
    const { doctor, user } = await openHistory();
    doctor.answers('matrix:retest', () => checkRecord({ id: 'check-9' }));
    await user.keyboard('{Control>}r{/Control}');
    again(say('history.wholeList', { count: 7 })).focus();
    await user.keyboard('{Control>}r{/Control}');
    expect(doctor.asked('matrix:retest').map(({ model }) => model)).toEqual(['gpt-5.5', null]);
  });
});

function run(id: string): RunSummary {
  return {
    id,
    kind: 'fill',
    probe: 'list',
    startedAt: '2026-11-22T09:00:00.000Z',
    endedAt: '2026-11-22T09:01:00.000Z',
    total: 1,
    done: 1,
    state: 'done',
    keys: id.length,
    models: 0,
    example: null,
  };
}

const NOTHING_CHANGED: Comparison = { same: 3, onlyOne: 0, differences: [], otherwiseTested: [] };

describe('comparing two runs', () => {
  async function openRuns(ids: readonly string[], options: OpenOptions = {}) {
    const opened = await openHistory([FIRST], options);
    opened.doctor.answers('history:runs', () => ids.map(run));
    opened.doctor.answers('history:compare', () => NOTHING_CHANGED);
    await opened.user.click(screen.getByRole('tab', { name: say('history.runs') }));
    const compare = () => screen.getByRole<HTMLButtonElement>('button', { name: say('history.compare') });
    const choose = async (side: 'before' | 'after', keys: number) => {
      await opened.user.click(screen.getByRole('combobox', { name: say(`history.${side}`) }));
      await opened.user.click(
        await screen.findByRole('option', {
          name: new RegExp(`${say('history.run.keys', { keys, count: keys })}$`),
        }),
      );
    };
    return { ...opened, compare, choose };
  }

  it('proposes the newest and the one before it', async () => {
    const { doctor, user, compare } = await openRuns(['new', 'older', 'oldest'], {
      info: { mode: 'practice' },
    });
    await user.click(compare());
    expect(doctor.asked('history:compare')).toEqual([{ before: 'older', after: 'new' }]);
    expect(screen.getByText(say('history.compared.none'))).toBeTruthy();
  });

  it('takes the earlier one first, in whichever field it is, and forgets what it said of another pair', async () => {
    const { doctor, user, compare, choose } = await openRuns(['new', 'older', 'oldest']);
    await user.click(compare());
    await choose('after', 'oldest'.length);
    expect(screen.queryByText(say('history.compared.none'))).toBeNull();
    await user.click(compare());
    expect(doctor.asked('history:compare').at(-1)).toEqual({ before: 'oldest', after: 'older' });
  });

  it('needs two of them', async () => {
    const { compare, choose } = await openRuns(['new', 'older']);
    await choose('before', 'new'.length);
    expect([compare().disabled, screen.queryByText(say('history.sameRun')) !== null]).toEqual([true, true]);
  });

  it('does not take one that is gone for one of them', async () => {
    remember('history.compared real', { before: 'gone', after: 'new' });
    const { compare } = await openRuns(['new', 'older']);
    expect(compare().disabled).toBe(true);
  });

  it('says that there is but one', async () => {
    const { compare } = await openRuns(['new']);
    expect([compare().disabled, screen.queryByText(say('history.oneRun')) !== null]).toEqual([true, true]);
  });

  it('that fails says so, and can be asked for again', async () => {
    const { doctor, user, compare } = await openRuns(['new', 'older']);
    doctor.refuses('history:compare', 'not_found');
    await user.click(compare());
    expect(alertText()).toContain(say('errors.not_found'));
    doctor.answers('history:compare', () => NOTHING_CHANGED);
    await user.click(compare());
    expect([alertText(), screen.queryByText(say('history.compared.none')) !== null]).toEqual(['', true]);
  });
});

describe('tests that are selected', () => {
  const box = (subject: string) =>
    screen.getByRole('checkbox', { name: say('history.select', { subject: `Work, ${subject}` }) });
  const bar = () => within(screen.getByRole('region', { name: say('history.bar') }));

  it('are exported or deleted together, and can be brought back', async () => {
    const { user, doctor, becomes } = await openHistory([FIRST, LIST, NEWER]);
    await user.click(box('gpt-5.5'));
    await user.click(box(say('history.wholeList', { count: 7 })));
    expect(bar().getByText(say('history.selected', { count: 2 }))).toBeTruthy();
    await user.click(bar().getByRole('button', { name: say('matrix.export') }));
    await user.click(await screen.findByRole('menuitem', { name: 'CSV' }));
    expect(doctor.asked('history:export_these')).toEqual([{ ids: ['check-1', 'check-2'], format: 'csv' }]);
    await user.click(bar().getByRole('button', { name: say('app.common.delete') }));
    const dialog = within(
      await screen.findByRole('dialog', { name: say('history.delete.title', { count: 2 }) }),
    );
    doctor.answers('history:deleted', () => ({
      count: 2,
      until: new Date(Date.now() + 9_000).toISOString(),
    }));
    await becomes([NEWER]);
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    await settle();
    expect(doctor.asked('history:delete')).toEqual([{ ids: ['check-1', 'check-2'] }]);
    expect([shown(), screen.queryByRole('region', { name: say('history.bar') })]).toEqual([
      ['check-3'],
      null,
    ]);
    doctor.answers('history:deleted', () => null);
    await user.click(within(screen.getByTestId('deleted')).getByRole('button'));
    expect([doctor.asked('history:undo_delete'), screen.queryByTestId('deleted')]).toEqual([[{}], null]);
  });

  it('stay where a case rests on them, which is said', async () => {
    const { user, doctor } = await openHistory();
    doctor.answers('history:delete', () => ({ kept: 1 }));
    await user.click(box('gpt-5.5'));
    await user.click(bar().getByRole('button', { name: say('app.common.delete') }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    await settle();
    expect(screen.getByText(say('history.delete.kept', { count: 1 }))).toBeTruthy();
  });

  it('are all that are shown, or none, by one box', async () => {
    const { user } = await openHistory();
    const all = screen.getByRole('checkbox', { name: say('cases.selectAll') });
    await user.click(all);
    expect(bar().getByText(say('history.selected', { count: 2 }))).toBeTruthy();
    await user.click(all);
    expect(screen.queryByRole('region', { name: say('history.bar') })).toBeNull();
  });

  it('do not move away from under the person', async () => {
    const { user, becomes } = await openHistory();
    await user.click(box('gpt-5.5'));
    await user.hover(document.body);
    await becomes([NEWER, FIRST, LIST]);
    expect([shown(), newer()?.dataset['count']]).toEqual([['check-1', 'check-2'], '1']);
  });
});
