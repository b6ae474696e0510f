import { describe, expect, it } from 'vitest';
import {
  type CrashChoice,
  type HangChoice,
  type RevivableWindow,
  Reviver,
} from '../../../electron/window/revive';
import { ManualTimers } from '../../support/manual-timers';

type Gone = Parameters<RevivableWindow['webContents']['on']>[1];

function page() {
  const timers = new ManualTimers();
  const done: string[] = [];
  const state = { destroyed: false };
  let gone: Gone = () => undefined;
  let hangs: ((choice: HangChoice) => void) | null = null;
  let crashes: ((choice: CrashChoice) => void) | null = null;
  const crash = (reason = 'crashed') => gone(null, { reason });
  const reviver = new Reviver(
    {
      isDestroyed: () => state.destroyed,
      webContents: {
        on: (_event, listener) => {
          gone = listener;
        },
        reload: () => done.push('reload'),
        forcefullyCrashRenderer: () => crash('killed'),
      },
    },
    {
      timers,
      boxes: {
        hangs: (signal) =>
          new Promise((resolve) => {
            done.push('ask: hangs');
            hangs = resolve;
            // As Electron does: a box that is taken away resolves as if it had been closed.
            signal.addEventListener('abort', () => resolve('wait'));
          }),
        crashes: () =>
          new Promise((resolve) => {
            done.push('ask: crashes');
            crashes = resolve;
          }),
      },
      forgetText: () => done.push('forget'),
      quit: () => done.push('quit'),
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    timers,
    reviver,
    crash,
    done,
    state,
    hang: () => void reviver.hangs(() => done.push('wait')),
    chooseHang: async (choice: HangChoice) => {
      hangs?.(choice);
      await settle();
    },
    chooseCrash: async (choice: CrashChoice) => {
      crashes?.(choice);
      await settle();
    },
    settle,
  };
}

const FOUR = ['reload', 'reload', 'reload', 'ask: crashes'];

function crashedFourTimes() {
  const own = page();
  for (let time = 0; time < 4; time += 1) own.crash();
  return own;
}

describe('a page that crashes', () => {
  it('comes back three times a minute, and not after it ended well', () => {
    const { timers, crash, done } = page();
    crash('clean-exit');
    for (let time = 0; time < 3; time += 1) crash();
    timers.advance(60_000);
    crash();
    expect(done).toEqual(['reload', 'reload', 'reload', 'reload']);
  });

  it.each([
    ['again', ['reload']],
    ['without_text', ['forget', 'reload']],
    ['quit', ['quit']],
  ] as const)('is asked about the fourth time; “%s” leads to %j', async (choice, after) => {
    const { done, chooseCrash } = crashedFourTimes();
    expect(done).toEqual(FOUR);
    await chooseCrash(choice);
    expect(done.slice(4)).toEqual(after);
  });

  it('is brought back unasked again after the person tried it', async () => {
    const { done, chooseCrash, crash } = crashedFourTimes();
    await chooseCrash('again');
    crash();
    expect(done.slice(4)).toEqual(['reload', 'reload']);
  });

  it('is left alone where the window was closed meanwhile', async () => {
    const { done, chooseCrash, state } = crashedFourTimes();
    state.destroyed = true;
    await chooseCrash('again');
    expect(done).toEqual(FOUR);
  });
});

describe('a page that hangs', () => {
  it('is asked about once, and ended and brought back if the person wants it', async () => {
    const { hang, done, chooseHang } = page();
    hang();
    hang();
    await chooseHang('reload');
    expect(done).toEqual(['ask: hangs', 'reload']);
  });

  it('is given time if the person wants to wait, and asked about again', async () => {
    const { hang, done, chooseHang } = page();
    hang();
    await chooseHang('wait');
    hang();
    expect(done).toEqual(['ask: hangs', 'wait', 'ask: hangs']);
  });

  it.each(['answers again', 'crashes'])('takes its box away once it %s', async (what) => {
    const { hang, done, reviver, crash, settle } = page();
    hang();
    if (what === 'crashes') crash();
    else reviver.hangsNoMore();
    await settle();
    hang();
    expect(done).toEqual(['ask: hangs', ...(what === 'crashes' ? ['reload'] : []), 'ask: hangs']);
  });
});
