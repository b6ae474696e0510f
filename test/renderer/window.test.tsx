// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/base/settings';
import type { KeySummary } from '../../shared/keys/key';
import { sayIn } from '../../shared/messages/say';
import { ERROR_TEXT, MODEL } from './support/fake-world';
import { alertText, type OpenOptions, openApp, pass, settle, takeComplaints } from './support/open';

const say = sayIn('en');

async function openWindow(options: OpenOptions = {}) {
  const opened = await openApp(options);
  const press = (name: string | RegExp) => opened.user.click(screen.getByRole('button', { name }));
  return { ...opened, press };
}

const here = () => document.title.split(' · ').at(-2);
const palette = () => screen.queryByRole('dialog', { name: say('palette.title') });
const marked = () => document.querySelector('[data-combobox-selected]')?.textContent ?? '';
const isTaken = () => document.querySelector('[role="dialog"]') !== null;

describe('the palette', () => {
  it.each(['{Escape}', '{Control>}k{/Control}'])('opens by Control and K, and closes by %s', async (keys) => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    expect(palette()).not.toBeNull();
    await user.keyboard(keys);
    expect([palette(), here()]).toEqual([null, say('app.navigation.diagnose')]);
  });

  it('is not opened and closed over and over by a key that is held down', async () => {
    await openWindow();
    const press = { key: 'k', code: 'KeyK', ctrlKey: true };
    fireEvent.keyDown(document.body, press);
    for (let times = 0; times < 3; times += 1) fireEvent.keyDown(document.body, { ...press, repeat: true });
    await settle();
    expect(palette()).not.toBeNull();
  });

  it('goes to the page that Enter is pressed at', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect([here(), palette()]).toEqual([say('app.navigation.keys'), null]);
  });

  it('marks the best answer with each letter, and says how many there are', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('sett');
    expect(marked()).toContain(say('app.navigation.settings'));
    await user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}nightly');
    expect(marked()).toContain('Nightly batch');
    expect(within(palette() as HTMLElement).getByRole('status').textContent).toBe(
      say('palette.found', { count: 1 }),
    );
    await user.keyboard('xyz{Enter}');
    expect(screen.getByText(say('palette.nothing', { query: 'nightlyxyz' }))).toBeTruthy();
    expect(palette()).not.toBeNull();
  });

  it('shows a key where it is chosen, beside the page of the keys', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('nightly{Enter}');
    expect(here()).toBe(say('app.navigation.keys'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByDisplayValue('Nightly batch')).toBeTruthy();
  });

  it('says what went wrong with a command, until that is closed', async () => {
    const { user, doctor, press } = await openWindow();
    doctor.refuses('app:write_settings', 'store_failed');
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('japa{Enter}');
    expect(doctor.asked('app:write_settings')).toEqual([{ ...DEFAULT_SETTINGS, language: 'ja' }]);
    expect(alertText()).toContain(say('errors.store_failed'));
    await press(say('app.common.close'));
    expect(alertText()).toBe('');
  });

  it('speaks the other language from the moment it is chosen', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('japa{Enter}');
    expect([document.documentElement.lang, here()]).toEqual(['ja', sayIn('ja')('app.navigation.diagnose')]);
  });
});

describe('the keyboard on every page', () => {
  it.each([
    ['{Control>}2{/Control}', 'keys'],
    ['{Control>}4{/Control}', 'matrix'],
    ['{Control>},{/Control}', 'settings'],
    ['{Control>}2{/Control}{Control>}4{/Control}{Alt>}{ArrowLeft}{/Alt}', 'keys'],
    ['{Control>}2{/Control}{Alt>}{ArrowLeft}{ArrowLeft}{ArrowRight}{/Alt}', 'keys'],
    ['{Alt>}{ArrowRight}{/Alt}', 'diagnose'],
  ] as const)('leads by %s to the page “%s”', async (keys, page) => {
    const { user } = await openWindow();
    await user.keyboard(keys);
    expect(here()).toBe(say(`app.navigation.${page}`));
  });

  it('lists its shortcuts by a question mark, but not while a text is typed', async () => {
    const { user } = await openWindow();
    await user.type(screen.getByLabelText(say('app.diagnose.pasteLabel')), '?');
    expect(isTaken()).toBe(false);
    await user.click(document.body);
    await user.keyboard('{Shift>}?{/Shift}');
    expect(await screen.findByRole('dialog', { name: say('palette.sheet.title') })).toBeTruthy();
  });

  it('leads nowhere while a dialog or a menu has it', async () => {
    const { user, press } = await openWindow();
    await user.keyboard('{Control>}2{/Control}');
    await press(say('keys.add'));
    await screen.findByRole('dialog');
    await user.keyboard('{Control>}4{/Control}{Control>}k{/Control}{F1}');
    expect([here(), screen.getAllByRole('dialog').length]).toEqual([say('app.navigation.keys'), 1]);
  });
});

describe('a page that cannot be drawn', () => {
  it('leaves the rest of the window as it is', async () => {
    const { user, doctor } = await openWindow();
    doctor.answers('keys:list', () => [{ ...({} as KeySummary), id: 'key-1' }]);
    doctor.tell({ kind: 'keys' });
    await user.keyboard('{Control>}2{/Control}');
    expect(alertText()).toContain(say('app.crash.title'));
    expect(screen.getByRole('button', { name: say('app.crash.reload') })).toBeTruthy();
    expect(takeComplaints().length).toBeGreaterThan(0);
    await user.keyboard('{Control>},{/Control}');
    expect([alertText(), here()]).toEqual(['', say('app.navigation.settings')]);
  });
});

describe('what the main process cannot tell', () => {
  it('is said on the page, and shown once it can', async () => {
    const { user, doctor } = await openWindow();
    doctor.refuses('keys:list', 'store_failed');
    doctor.tell({ kind: 'keys' });
    await user.keyboard('{Control>}2{/Control}');
    expect(alertText()).toContain(say('errors.store_failed'));
    doctor.recovers('keys:list');
    doctor.tell({ kind: 'keys' });
    await settle();
    expect([alertText(), screen.getAllByTestId('key-row').length]).toEqual(['', 3]);
  });

  it('is not asked for again by going from page to page, only where something changed', async () => {
    const { user, doctor } = await openWindow();
    await user.keyboard('{Control>}2{/Control}{Control>},{/Control}{Control>}2{/Control}');
    const before = doctor.asked('keys:list').length;
    doctor.tell({ kind: 'keys' });
    await settle();
    expect([before, doctor.asked('keys:list').length]).toEqual([1, 2]);
  });
});

describe('a case', () => {
  async function openCase(options: OpenOptions = {}) {
    const opened = await openWindow(options);
    await opened.user.click(screen.getByLabelText(say('app.diagnose.pasteLabel')));
    await opened.user.paste(ERROR_TEXT);
    await opened.user.keyboard('{Control>}{Enter}{/Control}');
    return opened;
  }
  const remove = () => screen.getByRole('button', { name: say('app.navigation.deleteCase') });

  it('is left where it was deleted, and no way back leads to it', async () => {
    const { user } = await openCase();
    await user.click(remove());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    expect(here()).toBe(say('app.navigation.diagnose'));
    expect(screen.getByText(say('app.navigation.noCases'))).toBeTruthy();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(here()).toBe(say('app.navigation.diagnose'));
  });

  it('stays where it could not be deleted, with the reason in its question', async () => {
    const { user, doctor } = await openCase();
    doctor.refuses('cases:delete', 'store_failed');
    await user.click(remove());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.store_failed'));
    expect(here()).toBe(say('app.navigation.case'));
  });

  it('is opened again from the sidebar', async () => {
    const { user, press } = await openCase();
    await user.keyboard('{Control>}2{/Control}');
    await press(new RegExp(`^${MODEL}`));
    expect(here()).toBe(say('app.navigation.case'));
  });
});

describe('practice', () => {
  it('is entered from the first page, and left at once where nothing would be lost', async () => {
    const { doctor, press } = await openWindow();
    await press(say('practice.card.enter'));
    expect(screen.getByTestId('practice-badge')).toBeTruthy();
    expect(document.title.startsWith(`${say('practice.name')} · `)).toBe(true);
    await press(say('practice.leave'));
    expect(document.title).not.toContain(say('practice.name'));
    expect([screen.queryByTestId('practice-badge'), screen.queryByRole('dialog')]).toEqual([null, null]);
    expect(doctor.asked('app:leave_practice')).toHaveLength(1);
  });

  it('is left only on purpose where something would be lost', async () => {
    const { user, doctor, press } = await openWindow({ info: { mode: 'practice' } });
    doctor.answers('practice:unfinished', () => ['watch']);
    await press(say('practice.leave'));
    const dialog = within(await screen.findByRole('dialog', { name: say('practice.leaving.title') }));
    expect(doctor.asked('app:leave_practice')).toEqual([]);
    doctor.refuses('app:leave_practice', 'internal');
    await user.click(dialog.getByRole('button', { name: say('practice.leave') }));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.internal'));
    doctor.recovers('app:leave_practice');
    await user.click(dialog.getByRole('button', { name: say('practice.leave') }));
    expect(screen.queryByTestId('practice-badge')).toBeNull();
  });
});

describe('a file that was saved', () => {
  const file = { saved: true, id: 'file-1', name: 'matrix.csv' } as const;

  async function save() {
    vi.useFakeTimers();
    const opened = await openWindow({ before: (doctor) => doctor.answers('matrix:export', () => file) });
    await opened.user.keyboard('{Control>}k{/Control}');
    await pass(50);
    await opened.user.keyboard('matrix csv{Enter}');
    const notice = () => screen.queryByText(say('palette.answer.saved', { name: 'matrix.csv' }));
    return { ...opened, notice };
  }

  it('is named for a while, and as long as the pointer is on it', async () => {
    const { user, notice } = await save();
    await pass(7_900);
    await user.hover(notice() as HTMLElement);
    await pass(9_000);
    expect(notice()).not.toBeNull();
    await user.unhover(notice() as HTMLElement);
    await pass(8_100);
    expect(notice()).toBeNull();
  });

  it('is shown where it lies, or said to be gone', async () => {
    const { doctor, press } = await save();
    await press(say('app.notice.showInFolder'));
    expect(doctor.asked('app:show_saved')).toEqual([{ id: 'file-1' }]);
    expect(alertText()).toContain(say('errors.not_found'));
  });
});
