// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AddKeyDialog } from '../../../renderer/keys/add-key-dialog';
import { sayIn } from '../../../shared/messages/say';
import { inventedKey } from '../../support/secrets';
import { open, settle } from '../support/open';

const say = sayIn('en');
const SECRET = inventedKey('h4Tq');

async function openDialog() {
  const onClose = vi.fn();
  const onAdded = vi.fn();
  const opened = await open(<AddKeyDialog opened onClose={onClose} onAdded={onAdded} />);
  const dialog = within(await screen.findByRole('dialog', { name: say('keys.dialog.title') }));
  const secret = () => dialog.getByLabelText<HTMLInputElement>(say('keys.dialog.secret'));
  const label = () => dialog.getByLabelText<HTMLInputElement>(say('keys.dialog.label'));
  const press = (name: string) => opened.user.click(dialog.getByRole('button', { name }));
  const submit = () => press(say('keys.dialog.submit'));
  /** Its part of the dialog unfolds first. */
  const unfoldAddress = async () => {
    await press(say('keys.dialog.advanced'));
    return dialog.findByRole<HTMLInputElement>('textbox', { name: say('keys.dialog.baseUrl') });
  };
  return { ...opened, onClose, onAdded, dialog, secret, label, press, submit, unfoldAddress };
}

describe('adding a key', () => {
  it('hands over the secret, its label and no address, and says which key it is', async () => {
    const { user, doctor, secret, label, submit, onAdded } = await openDialog();
    await user.type(secret(), SECRET);
    await user.type(label(), '  Staging  ');
    await submit();
    expect(doctor.asked('keys:add')).toEqual([{ secret: SECRET, label: 'Staging', baseUrl: null }]);
    expect(onAdded).toHaveBeenCalledExactlyOnceWith('key-added-1');
  });

  it('takes the secret out of its field before there is an answer', async () => {
    const { user, doctor, secret, submit, onAdded } = await openDialog();
    const adding = doctor.holds('keys:add');
    await user.type(secret(), SECRET);
    await submit();
    expect([secret().value, adding.waiting()]).toEqual(['', 1]);
    expect(document.body.innerHTML).not.toContain(SECRET);
    adding.release();
    await settle();
    expect(onAdded).toHaveBeenCalledOnce();
  });

  it('is sent by Enter, and once however often Enter is pressed while it is on its way', async () => {
    const { user, doctor, secret } = await openDialog();
    doctor.holds('keys:add');
    await user.type(secret(), `${SECRET}{Enter}{Enter}`);
    expect(doctor.asked('keys:add')).toHaveLength(1);
  });

  it('asks nothing without a secret, says so at the field, and no longer once one is typed', async () => {
    const { user, doctor, dialog, secret, submit } = await openDialog();
    await submit();
    expect(dialog.getByText(say('errors.key_empty'))).toBeTruthy();
    expect(doctor.asked('keys:add')).toEqual([]);
    await user.type(secret(), 's');
    expect(dialog.queryByText(say('errors.key_empty'))).toBeNull();
  });

  it.each([
    ['eu.api.openai.com', 'base_url_invalid'],
    ['http://gateway.example/v1', 'base_url_insecure'],
  ] as const)(
    'refuses the address %s while the secret still stands in its field',
    async (typed, objection) => {
      const { user, doctor, dialog, secret, submit, unfoldAddress } = await openDialog();
      await user.type(secret(), SECRET);
      const address = await unfoldAddress();
      await user.type(address, typed);
      await submit();
      expect(dialog.getByText(say(`errors.${objection}`))).toBeTruthy();
      expect([secret().value, doctor.asked('keys:add')]).toEqual([SECRET, []]);
      await user.clear(address);
      await submit();
      expect(doctor.asked('keys:add')).toEqual([{ secret: SECRET, label: '', baseUrl: null }]);
    },
  );

  it.each(['https://eu.api.openai.com/v1', 'http://127.0.0.1:1234/v1'])('binds it to %s', async (typed) => {
    const { user, doctor, secret, submit, unfoldAddress } = await openDialog();
    await user.type(secret(), SECRET);
    await user.type(await unfoldAddress(), ` ${typed} `);
    await submit();
    expect(doctor.asked('keys:add')).toEqual([{ secret: SECRET, label: '', baseUrl: typed }]);
  });

  it('stays open where the secret was refused: the label is kept and the secret is not', async () => {
    const { user, doctor, dialog, secret, label, submit, onAdded } = await openDialog();
    doctor.refuses('keys:add', 'key_admin');
    await user.type(secret(), SECRET);
    await user.type(label(), 'Staging');
    await submit();
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.key_admin'));
    expect([secret().value, label().value]).toEqual(['', 'Staging']);
    expect(onAdded).not.toHaveBeenCalled();
  });

  it('gives the secret back where only the keychain declined it, unless another is typed by then', async () => {
    const { user, doctor, secret, submit } = await openDialog();
    doctor.refuses('keys:add', 'vault_locked');
    await user.type(secret(), SECRET);
    await submit();
    expect(secret().value).toBe(SECRET);
    const adding = doctor.holds('keys:add');
    await submit();
    await user.type(secret(), 'another');
    adding.release();
    await settle();
    expect(secret().value).toBe('another');
  });

  it('proposes another label where the label is taken', async () => {
    const { user, dialog, label, press } = await openDialog();
    await user.type(label(), 'Nightly batch');
    expect(dialog.getByRole('status').textContent).toContain(say('keyring.sameLabel'));
    await press(say('keyring.useLabel', { label: 'Nightly batch (2)' }));
    expect(label().value).toBe('Nightly batch (2)');
    expect(dialog.queryByRole('status')).toBeNull();
  });

  it.each(['app.common.cancel', 'app.common.close', 'Escape'] as const)(
    'is left by %s, and asks nothing',
    async (way) => {
      const { user, doctor, secret, press, onClose } = await openDialog();
      await user.type(secret(), SECRET);
      await (way === 'Escape' ? user.keyboard('{Escape}') : press(say(way)));
      expect(onClose).toHaveBeenCalledOnce();
      expect(doctor.asked('keys:add')).toEqual([]);
    },
  );
});
