// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DiagnosePage } from '../../../renderer/diagnose/diagnose-page';
import { KeysPage } from '../../../renderer/keys/keys-page';
import { sayIn } from '../../../shared/messages/say';
import { keySummary } from '../../support/key-summary';
import { type Opened, open, openApp, pass, settle } from '../support/open';

const say = sayIn('en');
const KEY = keySummary({ id: 'key-1', label: 'Storefront' });
const KEYS = { keys: [KEY, keySummary({ id: 'key-2', label: 'Back office' })] };

const more = () => screen.getByRole('button', { name: say('keys.more', { label: 'Storefront' }) });
const item = (name: string) => screen.getByRole('menuitem', { name });
const dialogs = () => screen.queryAllByRole('dialog');
const active = () => document.activeElement;
/** Where the keyboard is at that moment; nothing passes in between. */
const pressNow = (key: string) => fireEvent.keyDown(active() ?? document.body, { key });

async function openMenu({ user }: Opened) {
  await user.click(more());
  await settle();
}

describe('a dialog that a menu’s item opens', () => {
  const items = [say('keys.delete'), say('keyring.rotate.open')];

  /** The window once kept the closing menu for 150 ms, which then took the key and gave the keyboard beneath. */
  it.each(items.flatMap((name) => [0, 1, 2, 5, 10, 15, 60, 160, 300].map((ms) => [name, ms] as const)))(
    '%s: is closed by Escape after %i ms, with the keyboard back at the menu’s button',
    async (name, ms) => {
      const opened = await open(<KeysPage />, KEYS);
      await openMenu(opened);
      vi.useFakeTimers();
      fireEvent.click(item(name));
      if (ms > 0) await pass(ms);
      expect(dialogs()).toHaveLength(1);
      expect(dialogs()[0]?.contains(active())).toBe(true);
      pressNow('Escape');
      await pass(400);
      expect([dialogs().length, active()]).toEqual([0, more()]);
    },
  );

  it('leaves nothing of the menu behind', async () => {
    const opened = await open(<KeysPage />, KEYS);
    await openMenu(opened);
    fireEvent.click(item(say('keys.delete')));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a menu', () => {
  it('takes the keyboard at its first item, moves by arrows, and gives it back', async () => {
    const opened = await open(<KeysPage />, KEYS);
    await openMenu(opened);
    expect(active()).toBe(item(say('keyring.details.open')));
    await opened.user.keyboard('{ArrowDown}');
    expect(active()).toBe(item(say('keys.copySecret')));
    pressNow('Escape');
    await settle();
    expect([screen.queryByRole('menu'), active()]).toEqual([null, more()]);
  });

  it('keeps it when Tab is pressed', async () => {
    const opened = await open(<KeysPage />, KEYS);
    await openMenu(opened);
    await opened.user.keyboard('{ArrowDown}');
    await opened.user.tab();
    expect(active()).toBe(item(say('keys.copySecret')));
  });

  it('gives it back after its item did what it says', async () => {
    const opened = await open(<KeysPage />, KEYS);
    await openMenu(opened);
    await opened.user.click(item(say('keys.copySecret')));
    await settle();
    expect(active()).toBe(more());
  });
});

describe('keys', () => {
  it('leaves the keyboard at Undo after a deletion', async () => {
    const opened = await open(<KeysPage />, KEYS);
    await openMenu(opened);
    await opened.user.click(item(say('keys.delete')));
    const [dialog] = dialogs();
    const deleted = { count: 1, until: '2026-11-22T10:00:10.000Z' };
    opened.doctor.answers('keys:activity', () => ({ checks: null, deleted, recovered: null, unreadable: 0 }));
    await opened.user.click(
      within(dialog ?? document.body).getByRole('button', { name: say('keys.delete') }),
    );
    opened.doctor.tell({ kind: 'keys' });
    await settle();
    expect(active()?.id).toBe('undo-delete');
  });

  it('brings it back to the row from the details of its key', async () => {
    const { user } = await open(<KeysPage />, KEYS);
    const row = screen.getByRole('button', { name: 'Storefront' });
    await user.click(row);
    expect(dialogs()[0]?.contains(active())).toBe(true);
    pressNow('Escape');
    await settle();
    expect(active()).toBe(row);
  });

  it('brings it back to the button of the details from a dialog over them', async () => {
    const { user } = await open(<KeysPage />, KEYS);
    await user.click(screen.getByRole('button', { name: 'Storefront' }));
    const details = within(dialogs()[0] ?? document.body);
    const remove = details.getByRole('button', { name: say('keys.delete') });
    await user.click(remove);
    expect(dialogs()).toHaveLength(2);
    pressNow('Escape');
    await settle();
    expect([dialogs().length, active()]).toEqual([1, remove]);
  });

  it('brings it back to the button that opened the dialog for a new key', async () => {
    const { user } = await open(<KeysPage />, KEYS);
    const add = screen.getByRole('button', { name: say('keys.add') });
    await user.click(add);
    expect(active()).toBe(screen.getByLabelText(say('keys.dialog.secret')));
    pressNow('Escape');
    await settle();
    expect(active()).toBe(add);
  });
});

describe('the filter of the keys', () => {
  it('keeps an open list’s Escape for the list, and closes by the next one', async () => {
    const { user } = await open(<KeysPage />, KEYS);
    const filter = screen.getByRole('button', { name: say('keyring.filter.open') });
    await user.click(filter);
    const kind = screen.getByRole('combobox', { name: say('keyring.filter.kind') });
    await user.click(kind);
    pressNow('Escape');
    await settle();
    expect([kind.getAttribute('aria-expanded'), dialogs().length]).toEqual(['false', 1]);
    pressNow('Escape');
    await settle();
    expect([dialogs().length, active()]).toEqual([0, filter]);
  });
});

describe('the box for errors', () => {
  const box = () => screen.getByRole('textbox', { name: say('app.diagnose.pasteLabel') });

  it('has the keyboard at the start', async () => {
    await openApp();
    expect(active()).toBe(box());
  });

  it('has it after Clear', async () => {
    const { user } = await open(<DiagnosePage />);
    await user.type(box(), 'a text');
    await user.click(screen.getByRole('button', { name: say('app.diagnose.clear') }));
    expect(active()).toBe(box());
  });

  it('has it whenever the page is opened', async () => {
    const { user } = await openApp();
    const navigation = within(screen.getByRole('navigation'));
    await user.click(navigation.getByText(say('app.navigation.keys')));
    await user.click(navigation.getByText(say('app.navigation.diagnose')));
    expect(active()).toBe(box());
  });
});

describe('the palette', () => {
  it('has what is typed right after it opened, and gives the keyboard back to where it was', async () => {
    const { user } = await openApp();
    const before = active();
    fireEvent.keyDown(before ?? document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
    await user.keyboard('matr');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: say('palette.title') }).value).toBe('matr');
    pressNow('Escape');
    await settle();
    expect([dialogs().length, active()]).toEqual([0, before]);
  });
});
