// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { formatMoment } from '../../../renderer/text/format';
import type { VaultState } from '../../../shared/keys/key';
import type { CurrentRuns, RunView } from '../../../shared/matrix/views';
import { sayIn } from '../../../shared/messages/say';
import { keySummary } from '../../support/key-summary';
import { runView } from '../../support/run-view';
import { inventedKey } from '../../support/secrets';
import { alertText, pass, settle } from '../support/open';
import { openPage } from './open-page';

const say = sayIn('en');
const SECRET = inventedKey('Nw5x');

const labels = () => screen.getAllByTestId('key-row').map((row) => row.dataset['keyId']);
const listOf = (keyId: string) => ({ keyId, model: null, probe: 'list', consent: false });
const NOON = '2026-11-22T12:00:00.000Z';
const dialogs = () => screen.queryAllByRole('dialog').length;

describe('the row of a key', () => {
  it('checks its key, says what went wrong at that row, and no longer once it went well', async () => {
    const { doctor, press } = await openPage();
    doctor.refuses('matrix:retest', 'vault_locked');
    await press(`${say('keys.check')}: Nightly batch`);
    const row = within(screen.getAllByTestId('key-row')[1] as HTMLElement);
    expect(row.getByRole('alert').textContent).toContain(say('errors.vault_locked'));
    doctor.recovers('matrix:retest');
    await press(`${say('keys.check')}: Nightly batch`);
    expect(row.queryByRole('alert')).toBeNull();
    expect(row.getByText(say('keys.health.accepted', { count: 4 }))).toBeTruthy();
    expect(doctor.asked('matrix:retest')).toEqual([listOf('key-2'), listOf('key-2')]);
  });

  it('shows where the key belongs and since when that is known, and nothing where nothing is', async () => {
    const keys = [
      keySummary({ id: 'known', project: 'proj_Known1', organization: 'org-Known1', learnedAt: NOON }),
      keySummary({ id: 'unknown' }),
    ];
    await openPage({ before: (doctor) => doctor.answers('keys:list', () => keys) });
    const [known, unknown] = screen.getAllByTestId('key-row').map(({ textContent }) => textContent);
    const since = say('keys.knownSince', { moment: formatMoment(NOON, 'en', new Date()) });
    for (const part of ['Project proj_Known1', 'Organization org-Known1', since])
      expect(known).toContain(part);
    expect(unknown).toBe(`unknown${say('keys.kind.project')} · …aaaa${say('keys.check')}`);
  });

  it('leaves it to one line above the list to say what was not tested, and tests just that', async () => {
    const tested = keySummary({ id: 'tested', checkedAt: NOON, health: { kind: 'accepted', models: 1 } });
    const keys = [tested, keySummary({ id: 'new-1' }), keySummary({ id: 'new-2' })];
    const { doctor, press } = await openPage({ before: (made) => made.answers('keys:list', () => keys) });
    expect(screen.getByTestId('untested').textContent).toContain('2 keys');
    await press(say('keyring.untested.test', { count: 2 }));
    expect(doctor.asked('matrix:start')).toEqual([{ kind: 'fill', keyIds: ['new-1', 'new-2'] }]);
  });

  it('has a menu that Escape closes, and nothing was done', async () => {
    const { user, doctor, press } = await openPage();
    await press(say('keys.more', { label: 'Staging server' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual([
      say('keyring.details.open'),
      say('keys.copySecret'),
      say('keyring.rotate.open'),
      say('keys.delete'),
    ]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect([doctor.asked('keys:delete'), doctor.asked('keys:copy_secret')]).toEqual([[], []]);
  });

  it('copies the secret without seeing it, and says so', async () => {
    const { doctor, choose } = await openPage();
    await choose(say('keys.copySecret'));
    expect(doctor.asked('keys:copy_secret')).toEqual([{ id: 'key-1' }]);
    expect(screen.getByText(say('keys.copiedSecret'))).toBeTruthy();
  });

  it('says that the secret was not copied', async () => {
    const { doctor, choose } = await openPage();
    doctor.refuses('keys:copy_secret', 'vault_denied');
    await choose(say('keys.copySecret'));
    expect(alertText()).toContain(say('errors.vault_denied'));
    expect(screen.queryByText(say('keys.copiedSecret'))).toBeNull();
  });
});

describe('deleting a key', () => {
  it('is asked first, and Cancel leaves everything as it is', async () => {
    const { doctor, choose, press } = await openPage();
    await choose(say('keys.delete'));
    await screen.findByRole('dialog');
    await press(say('app.common.cancel'));
    expect([labels(), doctor.asked('keys:delete')]).toEqual([['key-3', 'key-2', 'key-1'], []]);
  });

  it('that fails keeps its question open, with the reason, and can be repeated', async () => {
    const { user, doctor, choose, dialog } = await openPage();
    doctor.refuses('keys:delete', 'store_failed');
    await choose(say('keys.delete'));
    const question = await dialog();
    await user.click(question.getByRole('button', { name: say('keys.delete') }));
    expect(question.getByRole('alert').textContent).toContain(say('errors.store_failed'));
    expect(labels()).toHaveLength(3);
    doctor.recovers('keys:delete');
    await user.click(question.getByRole('button', { name: say('keys.delete') }));
    expect(labels()).toEqual(['key-3', 'key-2']);
    expect(doctor.asked('keys:delete')).toEqual([{ ids: ['key-1'] }, { ids: ['key-1'] }]);
  });

  it('can be taken back while the seconds run, and says where that failed', async () => {
    vi.useFakeTimers();
    const { doctor, press } = await openPage({
      before: (doctor) =>
        doctor.answers('keys:activity', () => ({
          checks: null,
          recovered: null,
          unreadable: 0,
          deleted: { count: 1, until: '2026-11-22T10:00:08.000Z' },
        })),
    });
    const undo = () => screen.getByRole('button', { name: new RegExp(say('app.common.undo')) });
    expect(undo().textContent).toContain('(8)');
    await pass(2_000);
    expect(undo().textContent).toContain('(6)');
    doctor.refuses('keys:undo_delete', 'not_found');
    await press(new RegExp(say('app.common.undo')));
    expect(alertText()).toContain(say('errors.not_found'));
  });
});

describe('replacing a secret', () => {
  async function openRotation() {
    const opened = await openPage();
    await opened.choose(say('keyring.rotate.open'));
    const dialog = await opened.dialog();
    const secret = dialog.getByLabelText<HTMLInputElement>(say('keyring.rotate.secret'));
    const submit = () =>
      opened.user.click(dialog.getByRole('button', { name: say('keyring.rotate.submit') }));
    return { ...opened, dialog, secret, submit };
  }

  it('hands the new one over, empties the field at once, and checks the key', async () => {
    const { user, doctor, secret, submit } = await openRotation();
    const rotating = doctor.holds('keys:rotate');
    await user.type(secret, SECRET);
    await submit();
    expect([secret.value, doctor.asked('keys:rotate')]).toEqual(['', [{ id: 'key-1', secret: SECRET }]]);
    rotating.release();
    await settle();
    expect(dialogs()).toBe(0);
    expect(doctor.asked('matrix:retest')).toEqual([listOf('key-1')]);
    expect(screen.getByText('…Nw5x')).toBeTruthy();
  });

  it.each([
    ['key_admin', ''],
    ['vault_locked', SECRET],
  ] as const)('that fails with %s stays open, with “%s” in its field', async (code, left) => {
    const { user, doctor, dialog, secret, submit } = await openRotation();
    doctor.refuses('keys:rotate', code);
    await user.type(secret, SECRET);
    await submit();
    expect(dialog.getByRole('alert').textContent).toContain(say(`errors.${code}`));
    expect([secret.value, doctor.asked('matrix:retest')]).toEqual([left, []]);
  });

  it('tells of the keychain’s trouble once, and leads back to the field when it is over', async () => {
    const { user, doctor, dialog, secret, submit } = await openRotation();
    const becomes = async (state: VaultState) => {
      doctor.answers('keys:vault_status', () => ({ store: 'keychain', state, backend: 'secret_service' }));
      doctor.tell({ kind: 'keys' });
      await settle();
    };
    const told = () => dialog.queryAllByRole('alert').map(({ textContent }) => textContent);
    doctor.refuses('keys:rotate', 'vault_locked');
    await user.type(secret, SECRET);
    await submit();
    await becomes('locked');
    expect(told()).toEqual([expect.stringContaining(say('keys.vault.problem.locked'))]);
    const retry = dialog.getByRole('button', { name: say('keys.vault.retry') });
    retry.focus();
    await becomes('denied');
    expect(told()).toEqual([expect.stringContaining(say('keys.vault.problem.denied'))]);
    expect(document.activeElement).toBe(retry);
    await becomes('ready');
    expect([told(), secret.value, document.activeElement]).toEqual([[], SECRET, secret]);
  });
});

describe('several keys at once', () => {
  it('are those that are chosen and shown: what a search hides is not meant', async () => {
    const { user, doctor, press } = await openPage();
    await user.click(screen.getByRole('checkbox', { name: say('keyring.selectAll') }));
    await user.type(screen.getByLabelText(say('keyring.search')), 'frank');
    expect(screen.getByTestId('key-count').textContent).toBe(say('keyring.countOf', { shown: 1, total: 3 }));
    const bar = within(screen.getByTestId('bulk-bar'));
    await user.click(bar.getByRole('button', { name: say('keyring.bulk.check') }));
    expect(doctor.asked('matrix:start')).toEqual([{ kind: 'fill', keyIds: ['key-3'] }]);
    await press(say('keyring.clearSearch'));
    expect(labels()).toHaveLength(3);
    await press(say('keyring.clearSelection'));
    expect(screen.queryByTestId('bulk-bar')).toBeNull();
  });

  it('are tested by a run, with its progress and its ways to hold and end it', async () => {
    const { doctor, press } = await openPage();
    const becomes = async (runs: CurrentRuns) => {
      doctor.answers('matrix:runs', () => runs);
      doctor.tell({ kind: 'matrix' });
      await settle();
    };
    const bar = () => screen.queryByTestId('matrix-run')?.textContent ?? '';
    await becomes({ run: runView({ done: 2, left: 4 }), rests: [] });
    expect(bar()).toContain(say('matrix.run.progress', { done: 2, total: 6 }));
    await press(say('matrix.run.pause'));
    await becomes({ run: runView({ state: 'paused', done: 2, left: 4 }), rests: [] });
    await press(say('matrix.run.resume'));
    await press(say('matrix.run.cancel'));
    const asked = (['matrix:pause', 'matrix:resume', 'matrix:cancel'] as const).map((name) =>
      doctor.asked(name),
    );
    expect(asked).toEqual([[{}], [{}], [{}]]);
    const stopped = runView({ state: 'cancelled', done: 2, left: 4 });
    await becomes({ run: stopped, rests: [{ runId: stopped.id, kind: 'fill', count: 4 }] });
    await press(say('matrix.run.rest', { count: 4 }));
    expect(doctor.asked('matrix:start')).toEqual([{ kind: 'rest', of: 'fill' }]);
  });

  it('show a run of cells while it goes on alone, since no test of theirs can begin meanwhile', async () => {
    const { doctor } = await openPage();
    const shownFor = async (state: RunView['state']) => {
      const run = runView({ kind: 'confirm', probe: 'free_probe', state });
      doctor.answers('matrix:runs', () => ({ run, rests: [{ runId: run.id, kind: 'confirm', count: 3 }] }));
      doctor.tell({ kind: 'matrix' });
      await settle();
      return [screen.queryByTestId('matrix-run') !== null, screen.queryByTestId('matrix-rest') !== null];
    };
    expect(await shownFor('running')).toEqual([true, false]);
    expect(await shownFor('cancelled')).toEqual([false, false]);
  });

  it('say that nothing fits a search', async () => {
    const { user } = await openPage();
    await user.type(screen.getByLabelText(say('keyring.search')), 'nowhere');
    expect(screen.getByText(say('keyring.nothingFits'))).toBeTruthy();
  });

  it('are deleted after one question, and are no longer chosen then', async () => {
    const { user, doctor, press, dialog } = await openPage();
    await user.click(screen.getByLabelText(say('keyring.select', { label: 'Staging server' })));
    await user.click(screen.getByLabelText(say('keyring.select', { label: 'Nightly batch' })));
    await press(say('keyring.bulk.delete'));
    await user.click((await dialog()).getByRole('button', { name: say('keys.delete') }));
    expect(doctor.asked('keys:delete')).toEqual([{ ids: ['key-2', 'key-1'] }]);
    expect([labels(), screen.queryByTestId('bulk-bar')]).toEqual([['key-3'], null]);
  });

  it('get a colour, and one that could not be painted is told of once all were tried', async () => {
    const { user, doctor, press } = await openPage();
    doctor.refuses('keys:edit', 'store_failed');
    await user.click(screen.getByRole('checkbox', { name: say('keyring.selectAll') }));
    await press(say('keyring.bulk.colour'));
    await user.click(await screen.findByRole('menuitem', { name: say('keyring.colour.teal') }));
    expect(doctor.asked('keys:edit').map(({ id, colour }) => [id, colour])).toEqual([
      ['key-3', 'teal'],
      ['key-2', 'teal'],
      ['key-1', 'teal'],
    ]);
    expect(alertText()).toContain(say('errors.store_failed'));
  });
});
