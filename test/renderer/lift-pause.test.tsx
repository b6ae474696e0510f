// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError } from '../../renderer/state/bridge';
import { LiftPause } from '../../renderer/ui/lift-pause';
import { CallAlert } from '../../renderer/ui/notice';
import { sayIn } from '../../shared/messages/say';
import { open } from './support/open';

const say = sayIn('en');
const button = () => screen.getByRole('button', { name: say('errors.liftPause') });

describe('a pause that a server asked for', () => {
  it('can be lifted where it stood in the way, which is said', async () => {
    const paused = new CallError({ code: 'host_paused', values: {} });
    const { user, doctor } = await open(<CallAlert error={paused} />);
    await user.click(button());
    expect(doctor.asked('matrix:lift_pause')).toEqual([{}]);
    expect(await screen.findByText(say('errors.pauseLifted'))).toBeTruthy();
  });

  it('is not spoken of where something else failed', async () => {
    await open(<CallAlert error={new CallError({ code: 'busy', values: {} })} />);
    expect(screen.queryByRole('button', { name: say('errors.liftPause') })).toBeNull();
  });

  it('gives way to what goes on once it is lifted', async () => {
    const onLifted = vi.fn();
    const { user } = await open(<LiftPause onLifted={onLifted} />);
    await user.click(button());
    expect(onLifted).toHaveBeenCalledOnce();
    expect(button()).toBeTruthy();
  });
});
