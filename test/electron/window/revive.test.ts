import { describe, expect, it } from 'vitest';
import { type RevivableWindow, revive } from '../../../electron/window/revive';
import { ManualTimers } from '../../support/manual-timers';

type Gone = Parameters<RevivableWindow['webContents']['on']>[1];

function page() {
  const timers = new ManualTimers();
  const heard = new Map<string, () => void>();
  let gone: Gone = () => undefined;
  let reloads = 0;
  const crash = (reason = 'crashed') => gone(null, { reason });
  revive(
    {
      isDestroyed: () => false,
      on: (event, listener) => heard.set(event, listener),
      webContents: {
        on: (_event, listener) => {
          gone = listener;
        },
        reload: () => {
          reloads += 1;
        },
        forcefullyCrashRenderer: () => crash('killed'),
      },
    },
    timers,
  );
  return { timers, crash, say: (event: string) => heard.get(event)?.(), reloads: () => reloads };
}

describe('a page that is gone', () => {
  it('comes back three times a minute, and not after it ended well', () => {
    const { timers, crash, reloads } = page();
    crash('clean-exit');
    expect(reloads()).toBe(0);
    for (let time = 0; time < 5; time += 1) crash();
    expect(reloads()).toBe(3);
    timers.advance(60_000);
    crash();
    expect(reloads()).toBe(4);
  });

  it('is brought back where it hangs for ten seconds, within the same limit', () => {
    const { timers, say, reloads } = page();
    say('unresponsive');
    timers.advance(9_999);
    expect(reloads()).toBe(0);
    timers.advance(1);
    expect(reloads()).toBe(1);
    for (let time = 0; time < 4; time += 1) {
      say('unresponsive');
      timers.advance(10_000);
    }
    expect(reloads()).toBe(3);
  });

  it.each(['responsive', 'closed'])('is left alone once it is %s', (event) => {
    const { timers, say, reloads } = page();
    say('unresponsive');
    say(event);
    timers.advance(60_000);
    expect([reloads(), timers.pending]).toEqual([0, 0]);
  });
});
