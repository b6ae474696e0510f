// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { WindowKeyboard } from '../../../renderer/palette/keyboard';
import { sayIn } from '../../../shared/messages/say';
import { open } from '../support/open';
import type { ScriptedDoctor } from '../support/scripted-doctor';

const say = sayIn('en');

/** Chooses the way out in the palette, on a page that draws no button for it. */
async function leaveFromPalette(before: (doctor: ScriptedDoctor) => void = () => undefined) {
  const opened = await open(<WindowKeyboard shown={{ kind: 'palette' }} onShow={vi.fn()} />, {
    info: { mode: 'practice' },
    before,
  });
  const field = await screen.findByRole('combobox', { name: say('palette.title') });
  await opened.user.type(field, `${say('practice.leave')}{Enter}`);
  return opened;
}

describe('leaving practice from the palette', () => {
  it('leaves where nothing would be lost', async () => {
    const { doctor } = await leaveFromPalette();
    await vi.waitFor(() => expect(doctor.asked('app:leave_practice')).toHaveLength(1));
  });

  it('asks first where something would be', async () => {
    const { doctor, user } = await leaveFromPalette((scripted) =>
      scripted.answers('practice:unfinished', () => ['watch']),
    );
    await screen.findByText(say('practice.leaving.title'));
    expect(doctor.asked('app:leave_practice')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: say('practice.leave') }));
    await vi.waitFor(() => expect(doctor.asked('app:leave_practice')).toHaveLength(1));
  });

  it('says why it cannot', async () => {
    await leaveFromPalette((scripted) => scripted.refuses('app:leave_practice', 'busy'));
    await screen.findByText(say('errors.busy'));
  });
});
