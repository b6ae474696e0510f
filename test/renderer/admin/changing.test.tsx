// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AddAdminKeyDialog } from '../../../renderer/admin/add-admin-key-dialog';
import { HoldButton } from '../../../renderer/admin/hold-button';
import { ProjectView } from '../../../renderer/admin/project-view';
import type {
  AdminKeySummary,
  ChangePreview,
  ChangeRecord,
  ProjectReading,
} from '../../../shared/admin/change';
import { planChange } from '../../../shared/admin/policy';
import { sayIn } from '../../../shared/messages/say';
import { inventedKey } from '../../support/secrets';
import { alertText, open, pass, settle } from '../support/open';

const say = sayIn('en');
const AT = '2026-11-22T10:00:00.000Z';

describe('a button that is held', () => {
  async function openButton() {
    vi.useFakeTimers();
    const onHeld = vi.fn();
    const opened = await open(<HoldButton label="Change" onHeld={onHeld} />);
    const button = screen.getByTestId('hold-to-change');
    button.focus();
    return { ...opened, button, onHeld };
  }

  const PRESSES = [
    ['the mouse', '[MouseLeft>]', '[/MouseLeft]'],
    ['Enter', '{Enter>}', '{/Enter}'],
    ['the space bar', '[Space>]', '[/Space]'],
  ] as const;

  it.each(PRESSES)('acts once %s was held for a second and a half', async (how, down, up) => {
    const { user, button, onHeld } = await openButton();
    const act = (keys: string) =>
      how === 'the mouse' ? user.pointer({ keys, target: button }) : user.keyboard(keys);
    await act(down);
    expect(button.dataset['holding']).toBe('true');
    await pass(1_490);
    expect(onHeld).not.toHaveBeenCalled();
    await pass(20);
    expect(onHeld).toHaveBeenCalledOnce();
    await pass(3_000);
    await act(up);
    expect([onHeld.mock.calls.length, button.dataset['holding']]).toEqual([1, 'false']);
  });

  it.each(PRESSES)('forgets %s that let go early', async (how, down, up) => {
    const { user, button, onHeld } = await openButton();
    const act = (keys: string) =>
      how === 'the mouse' ? user.pointer({ keys, target: button }) : user.keyboard(keys);
    await act(down);
    await pass(1_000);
    await act(up);
    await pass(1_000);
    await act(down);
    await pass(1_000);
    expect(onHeld).not.toHaveBeenCalled();
  });

  it.each<[string, (button: HTMLElement) => void]>([
    ['the pointer leaves it', (button) => fireEvent.pointerLeave(button)],
    ['the pointer is taken away', (button) => fireEvent.pointerCancel(button)],
    ['the keyboard goes elsewhere', (button) => button.blur()],
  ])('forgets a press where %s', async (_how, leave) => {
    const { user, button, onHeld } = await openButton();
    await user.pointer({ keys: '[MouseLeft>]', target: button });
    await pass(1_000);
    leave(button);
    await pass(1_000);
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('is not begun by the right button, another key, or one that was down before', async () => {
    const { user, button, onHeld } = await openButton();
    await user.pointer({ keys: '[MouseRight>]', target: button });
    await user.keyboard('x');
    fireEvent.keyDown(button, { key: 'Enter', repeat: true });
    await pass(2_000);
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('forgets a press where it is gone meanwhile', async () => {
    const { user, button, onHeld, unmount } = await openButton();
    await user.pointer({ keys: '[MouseLeft>]', target: button });
    unmount();
    await pass(2_000);
    expect(onHeld).not.toHaveBeenCalled();
  });
});

const PROJECT = { id: 'proj_Own1', name: 'Storefront', status: 'active' } as const;
const BEFORE = { kind: 'allow_list', models: ['gpt-4.1'] } as const;
const READING: ProjectReading = {
  at: AT,
  keyId: 'admin-1',
  project: PROJECT,
  policy: BEFORE,
  rateLimits: null,
  spendLimit: null,
  requestId: null,
};

function preview(): ChangePreview {
  const plan = planChange(BEFORE, { kind: 'let_through', models: ['gpt-5.5'] });
  if (!plan.ok) throw new Error(plan.error);
  const nothing = { alsoLetsIn: [], unseen: [], shutsOut: [], affectedKeys: [] };
  return {
    id: 'preview-1',
    keyId: 'admin-1',
    project: PROJECT,
    plan: plan.value,
    ...nothing,
    undoes: null,
    changedSince: false,
  };
}

const DONE: ChangeRecord = {
  id: 'change-1',
  at: AT,
  keyId: 'admin-1',
  project: PROJECT,
  before: BEFORE,
  after: { kind: 'allow_list', models: ['gpt-4.1', 'gpt-5.5'] },
  found: null,
  state: 'verified',
  requestIds: [],
  undoes: null,
  code: null,
};

describe('changing a project’s list', () => {
  async function openPreview() {
    const opened = await open(<ProjectView place={{ keyId: 'admin-1', project: PROJECT.id }} />, {
      before: (doctor) => {
        doctor.answers('admin:read_project', () => READING);
        doctor.answers('admin:preview', preview);
        doctor.answers('admin:apply', () => DONE);
      },
    });
    const names = () =>
      screen.getByLabelText<HTMLInputElement>(say('admin.change.models'), { selector: 'input' });
    await opened.user.type(names(), 'gpt-5.5');
    await opened.user.click(screen.getByRole('button', { name: say('admin.change.preview') }));
    const dialog = within(await screen.findByRole('dialog'));
    const hold = async () => {
      fireEvent.pointerDown(dialog.getByTestId('hold-to-change'), { button: 0 });
      await pass(1_520);
    };
    return { ...opened, names, dialog, hold };
  }

  it('asks what would change, sends nothing before it was confirmed, and says how it ended', async () => {
    const { doctor, dialog, names, user } = await openPreview();
    expect(doctor.asked('admin:preview')).toEqual([
      { keyId: 'admin-1', project: PROJECT.id, wish: { kind: 'let_through', models: ['gpt-5.5'] } },
    ]);
    expect(doctor.asked('admin:apply')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: say('admin.preview.typed') }));
    const typed = await dialog.findByRole('textbox', {
      name: say('admin.preview.typedHelp', { name: PROJECT.name }),
    });
    await user.type(typed, 'Store{Enter}');
    expect(doctor.asked('admin:apply')).toEqual([]);
    await user.type(typed, 'front{Enter}');
    expect(doctor.asked('admin:apply')).toEqual([{ id: 'preview-1', confirmed: true }]);
    expect(screen.getByTestId('change-result').dataset['state']).toBe('verified');
    expect([names().value, doctor.asked('admin:read_project').length]).toEqual(['', 2]);
  });

  it('asks nothing where it is called off', async () => {
    const { doctor, dialog, user } = await openPreview();
    await user.click(dialog.getByRole('button', { name: say('app.common.cancel') }));
    expect([screen.queryByRole('dialog'), doctor.asked('admin:apply')]).toEqual([null, []]);
  });

  it('is not sent by a button that was still held when its dialog was closed', async () => {
    const { doctor, dialog, user } = await openPreview();
    vi.useFakeTimers();
    fireEvent.pointerDown(dialog.getByTestId('hold-to-change'), { button: 0 });
    await pass(1_000);
    await user.keyboard('{Escape}');
    await pass(1_000);
    expect(doctor.asked('admin:apply')).toEqual([]);
  });

  it('is sent once, tells that it is being written, and what went wrong', async () => {
    const { doctor, dialog, hold } = await openPreview();
    const writing = doctor.holds('admin:apply');
    vi.useFakeTimers();
    await hold();
    expect(dialog.getByRole('status').textContent).toContain(say('admin.preview.applying'));
    doctor.refuses('admin:apply', 'admin_refused');
    writing.release();
    await settle();
    expect(dialog.getByRole('alert').textContent).toContain(say('admin.preview.notChanged'));
    expect([writing.waiting(), dialog.queryByTestId('hold-to-change')]).toEqual([1, null]);
  });

  it('is not shown where it could not be previewed, and the names are kept', async () => {
    const { doctor, dialog, names, user } = await openPreview();
    await user.click(dialog.getByRole('button', { name: say('app.common.cancel') }));
    expect(screen.queryByRole('dialog')).toBeNull();
    doctor.refuses('admin:preview', 'admin_key_refused');
    await user.click(screen.getByRole('button', { name: say('admin.change.preview') }));
    expect(alertText()).toContain(say('errors.admin_key_refused'));
    expect([names().value, screen.queryByRole('dialog')]).toEqual(['gpt-5.5', null]);
  });
});

describe('adding an admin key', () => {
  const SECRET = inventedKey('Adm1');
  const STORED: AdminKeySummary = {
    id: 'admin-1',
    label: 'Maple',
    lastFour: 'Adm1',
    baseUrl: 'https://api.openai.com/v1',
    addedAt: AT,
    checkedAt: null,
    health: null,
  };

  async function openDialog() {
    const onAdded = vi.fn();
    const opened = await open(<AddAdminKeyDialog opened onClose={() => undefined} onAdded={onAdded} />);
    const dialog = within(await screen.findByRole('dialog'));
    const secret = dialog.getByLabelText<HTMLInputElement>(say('admin.dialog.secret'));
    await opened.user.type(secret, SECRET);
    await opened.user.type(dialog.getByLabelText(say('admin.dialog.label')), ' Maple ');
    const understand = () => opened.user.click(dialog.getByLabelText(say('admin.dialog.understood')));
    const submit = () => opened.user.type(secret, '{Enter}');
    return { ...opened, onAdded, dialog, secret, understand, submit };
  }

  it('is not done before the person said that they know what it can do', async () => {
    const { doctor, secret, submit } = await openDialog();
    await submit();
    expect([doctor.asked('admin:add_key'), secret.value]).toEqual([[], SECRET]);
  });

  it('counts as done once it is stored, even where the keychain refuses to give it for the check', async () => {
    const { doctor, secret, understand, submit, onAdded } = await openDialog();
    doctor.answers('admin:add_key', () => STORED);
    doctor.refuses('admin:check_key', 'vault_locked');
    await understand();
    const adding = doctor.holds('admin:add_key');
    await submit();
    expect(secret.value).toBe('');
    adding.release();
    await settle();
    expect(doctor.asked('admin:add_key')).toEqual([{ secret: SECRET, label: 'Maple', baseUrl: null }]);
    expect([onAdded.mock.calls, doctor.asked('admin:check_key'), alertText()]).toEqual([
      [['admin-1']],
      [{ id: 'admin-1' }],
      '',
    ]);
  });

  it.each([
    ['vault_locked', SECRET],
    ['key_not_admin', ''],
  ] as const)('that fails with %s leaves “%s” in its field, and checks nothing', async (code, left) => {
    const { doctor, secret, understand, submit, onAdded } = await openDialog();
    doctor.refuses('admin:add_key', code);
    await understand();
    await submit();
    expect([alertText().includes(say(`errors.${code}`)), secret.value]).toEqual([true, left]);
    expect([onAdded.mock.calls, doctor.asked('admin:check_key')]).toEqual([[], []]);
  });
});
