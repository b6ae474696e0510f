// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Palette } from '../../../renderer/palette/palette';
import { sayIn } from '../../../shared/messages/say';
import { open } from '../support/open';
import type { Held, ScriptedDoctor } from '../support/scripted-doctor';

const say = sayIn('en');
const LABEL = 'Nightly batch';

async function openPalette(before: (doctor: ScriptedDoctor) => void = () => undefined) {
  const onClose = vi.fn();
  const onChoose = vi.fn();
  const opened = await open(<Palette opened onClose={onClose} onChoose={onChoose} />, { before });
  const field = await screen.findByRole('combobox', { name: say('palette.title') });
  const marked = () => document.querySelector('[data-combobox-selected]')?.textContent ?? null;
  return { ...opened, onClose, onChoose, field, marked };
}

/** Opens it while the list of keys is still on its way. */
async function openBeforeTheKeys() {
  const held: Held[] = [];
  const opened = await openPalette((doctor) => held.push(doctor.holds('keys:list')));
  const keysArrive = async () => {
    for (const each of held) each.release();
    await screen.findByText(LABEL);
  };
  return { ...opened, keysArrive };
}

const THE_KEY = expect.objectContaining({ kind: 'open_key' });

describe('Enter in the palette', () => {
  it('takes the best answer to what was typed', async () => {
    const { user, field, onChoose } = await openPalette();
    await user.type(field, `${LABEL}{Enter}`);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(THE_KEY);
  });

  it('takes an answer that came only after it was asked for', async () => {
    const { user, field, marked, onChoose, keysArrive } = await openBeforeTheKeys();
    await user.type(field, `${LABEL}{Enter}`);
    expect([marked(), onChoose.mock.calls]).toEqual([null, []]);
    await keysArrive();
    expect(marked()).toMatch(LABEL);
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(THE_KEY);
  });

  it('takes the answer that is marked, wherever others have moved it', async () => {
    const { user, marked, onChoose, keysArrive } = await openBeforeTheKeys();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    const chosen = marked();
    const place = () => screen.getAllByRole('option').findIndex(({ textContent }) => textContent === chosen);
    const before = place();
    await keysArrive();
    expect([marked(), place() > before]).toEqual([chosen, true]);
    await user.keyboard('{Enter}');
    expect([chosen, onChoose.mock.calls]).toEqual([
      say('palette.action.toDark'),
      [[expect.objectContaining({ settings: expect.objectContaining({ theme: 'dark' }) })]],
    ]);
  });
});
