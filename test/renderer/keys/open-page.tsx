import { screen, within } from '@testing-library/react';
import { KeysPage } from '../../../renderer/keys/keys-page';
import { sayIn } from '../../../shared/messages/say';
import { type OpenOptions, open } from '../support/open';

const say = sayIn('en');

/** The page of keys, with three that are stored. */
export async function openPage(options: OpenOptions = {}) {
  const opened = await open(<KeysPage />, options);
  const press = (name: string | RegExp) => opened.user.click(screen.getByRole('button', { name }));
  /** Opens the menu of the first key and chooses from it. */
  const choose = async (item: string) => {
    await press(say('keys.more', { label: 'Staging server' }));
    await opened.user.click(await screen.findByRole('menuitem', { name: item }));
  };
  const dialog = async () => within(await screen.findByRole('dialog'));
  return { ...opened, press, choose, dialog };
}
