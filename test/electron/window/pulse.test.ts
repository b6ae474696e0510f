import { describe, expect, it } from 'vitest';
import { Pulse } from '../../../electron/window/pulse';
import { ManualTimers } from '../../support/manual-timers';

function page() {
  const timers = new ManualTimers();
  const heard: string[] = [];
  const state = { answers: true, matters: true, loading: false };
  let answer: (() => void)[] = [];
  const pulse = new Pulse(
    {
      ask: () => (state.answers ? Promise.resolve() : new Promise<void>((resolve) => answer.push(resolve))),
      matters: () => state.matters,
      isLoading: () => state.loading,
      lost: () => heard.push('lost'),
      found: () => heard.push('found'),
    },
    timers,
  );
  /** Time passes, and what was answered meanwhile is heard. */
  const pass = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      timers.advance(50);
      await Promise.resolve();
    }
  };
  const answerAll = async () => {
    state.answers = true;
    for (const settle of answer) settle();
    answer = [];
    await Promise.resolve();
  };
  return { pulse, timers, heard, state, pass, answerAll };
}

describe('the pulse of a page', () => {
  it('is quiet for a page that answers', async () => {
    const { heard, pass } = page();
    await pass(60_000);
    expect(heard).toEqual([]);
  });

  it('is missed within two seconds, once, and found again', async () => {
    const { heard, state, pass, answerAll } = page();
    await pass(1_000);
    state.answers = false;
    await pass(2_000);
    expect(heard).toEqual(['lost']);
    await pass(30_000);
    expect(heard).toEqual(['lost']);
    await answerAll();
    expect(heard).toEqual(['lost', 'found']);
  });

  it('counts no time in which the computer slept', async () => {
    const { heard, state, pass, timers } = page();
    state.answers = false;
    await pass(1_000);
    timers.sleep(3_600_000);
    await pass(250);
    expect(heard).toEqual([]);
  });

  it('is missed again ten seconds after the person chose to wait', async () => {
    const { pulse, heard, state, pass } = page();
    state.answers = false;
    await pass(2_000);
    pulse.snooze();
    await pass(9_500);
    expect(heard).toEqual(['lost']);
    await pass(1_000);
    expect(heard).toEqual(['lost', 'lost']);
  });

  it('gives a page that is being loaded ten seconds, and notices one that hangs right after', async () => {
    const { heard, state, pass } = page();
    state.answers = false;
    state.loading = true;
    await pass(9_000);
    expect(heard).toEqual([]);
    state.loading = false;
    await pass(250);
    expect(heard).toEqual(['lost']);
  });

  it('does not matter while nobody waits for the page, and starts anew with a new page', async () => {
    const { pulse, heard, state, pass } = page();
    state.answers = false;
    state.matters = false;
    await pass(60_000);
    state.matters = true;
    await pass(1_000);
    pulse.startAgain();
    await pass(1_000);
    expect(heard).toEqual([]);
  });

  it('holds no timer once it is stopped', () => {
    const { pulse, timers } = page();
    pulse.stop();
    expect(timers.pending).toBe(0);
  });
});
