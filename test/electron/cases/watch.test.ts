import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../electron/base/environment';
import { type Attempted, timingForTurns, WATCH_TIMING, Watch } from '../../../electron/cases/watch';
import { observedAt, turnMs } from '../../../electron/practice/world';
import type { WatchView } from '../../../shared/case/views';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { Observation } from '../../../shared/observations/observation';
import { isSteady, LONGEST_TURN_MS, streakOf, turnOf } from '../../../shared/observations/proof';
import { notSent, refused, unanswered, validated } from '../../support/evidence';
import { manualEnvironment } from '../../support/manual-environment';

type Mood = 'open' | 'refused' | 'offline' | 'locked' | 'held back' | 'told to wait a day';

const ANSWERS: Readonly<Record<Exclude<Mood, 'locked'>, Evidence>> = {
  'held back': notSent('free_probe', 100),
  'told to wait a day': refused('free_probe', 'rate_limited', { httpStatus: 429, retryAfterSeconds: 86_400 }),
  open: validated(),
  refused: refused('free_probe', 'project_lacks_model'),
  offline: unanswered('offline', 'free_probe'),
};

function answerFor(mood: Mood): Observation | null {
  const evidence = mood === 'locked' ? null : ANSWERS[mood];
  return evidence?.kind === 'probe' ? evidence : null;
}

/** Judges each answer by all before it, as a case does. */
function judging(environment: Pick<Environment, 'now'>) {
  const answers: Observation[] = [];
  return (mood: Mood): Attempted | null => {
    const answer = answerFor(mood);
    if (answer === null) return null;
    answers.push({ ...answer, at: environment.now().toISOString() });
    const streak = streakOf(answers, { turnMs: LONGEST_TURN_MS, looks: false });
    const end = isSteady(streak) ? 'proven' : null;
    return { answer, turn: turnOf(answer, false) ?? 'undecided', streak, end };
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A watch whose answers are given in order, the last one for ever. */
function watching(moods: readonly Mood[], earlier?: WatchView) {
  const manual = manualEnvironment();
  let onTheWall = 0;
  const environment = { ...manual, now: () => new Date(manual.now().getTime() + onTheWall) };
  const at: number[] = [];
  let seen: WatchView | null = null;
  const judge = judging(environment);
  const watch = new Watch({
    timing: WATCH_TIMING,
    environment,
    attempt: async () => {
      at.push(environment.timers.now());
      return judge(moods[Math.min(at.length, moods.length) - 1] ?? 'refused');
    },
    changed: (view) => {
      seen = view;
    },
    ...(earlier === undefined ? {} : { earlier }),
  });
  const pass = async (milliseconds: number, step = 1_000) => {
    for (let passed = 0; passed < milliseconds; passed += step) {
      environment.timers.advance(step);
      await settled();
    }
  };
  /** `counts`: whether the clock that only grows goes on meanwhile. */
  const sleep = (milliseconds: number, counts: boolean) => {
    if (counts) environment.timers.sleep(milliseconds);
    else onTheWall += milliseconds;
  };
  return { watch, environment, at, pass, sleep, view: () => seen ?? watch.view };
}

describe('a watch', () => {
  it('ends by itself after ten minutes of refusals', async () => {
    const { watch, pass, view, at } = watching(['refused']);
    watch.start();
    await pass(620_000);
    expect(view().state).toBe('gave_up');
    const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(
      gaps.every((gap) => gap >= WATCH_TIMING.minInterval && gap <= WATCH_TIMING.maxInterval + 1_000),
    ).toBe(true);
  });

  it.each([
    ['offline', 60_000, 82_000],
    ['locked', 480_000, 642_000],
    ['held back', 100_000, 102_000],
  ] as const)(
    'does not count time in which it is %s, and asks less often then',
    async (mood, least, most) => {
      const { watch, pass, view, at } = watching([...Array.from({ length: 12 }, () => mood), 'open']);
      watch.start();
      await pass(7_200_000);
      expect(view().state).toBe('proven');
      const gaps = at.slice(1, 12).map((time, index) => time - (at[index] ?? 0));
      expect(Math.max(...gaps)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(most);
    },
  );

  it('leaves a host alone for a few minutes at most, and does not give up after one odd answer', async () => {
    const { watch, pass, view, at } = watching(['told to wait a day', 'open']);
    watch.start();
    await pass(480_000);
    expect([view().state, (at[1] ?? 0) >= 300_000]).toEqual(['proven', true]);
  });

  describe.each([
    ['goes on in sleep', true],
    ['stands still in sleep', false],
  ])('on a clock that %s', (_name, counts) => {
    it.each(['resume', 'timer'] as const)(
      'goes on after a night, whichever comes first: the %s',
      async (first) => {
        const { watch, environment, pass, sleep, at, view } = watching(['refused']);
        watch.start();
        await pass(60_000);
        const before = at.length;
        sleep(8 * 3_600_000, counts);
        while (first === 'timer' && at.length === before) await pass(1_000);
        watch.wake();
        watch.wake();
        await pass(5_000);
        expect([view().state, at.length - before]).toEqual(['running', first === 'timer' ? 2 : 1]);
        const left = Date.parse(view().endsAt) - environment.now().getTime();
        expect([left > 480_000, left < 560_000]).toEqual([true, true]);
        await pass(470_000);
        expect(view().state).toBe('running');
        await pass(100_000);
        expect([view().state, environment.timers.pending]).toEqual(['gave_up', 0]);
      },
    );
  });

  it('does what was due at the very end of its time when the computer wakes', async () => {
    const { watch, environment, pass, sleep, at, view } = watching(['refused']);
    watch.start();
    await settled();
    while (Date.parse(view().endsAt) - Date.parse(view().nextAt ?? '') > 18_000) await pass(1_000);
    const before = at.length;
    sleep(3_600_000, true);
    watch.wake();
    await pass(5_000);
    expect([view().state, at.length - before, environment.timers.pending]).toEqual(['gave_up', 1, 0]);
  });

  it('counts successes on both sides of a moment without network, and none across a refusal', async () => {
    const across = watching(['open', 'open', 'offline', 'open']);
    across.watch.start();
    await across.pass(240_000);
    expect(across.view().state).toBe('proven');
    const broken = watching(['open', 'open', 'refused', 'open', 'open', 'refused']);
    broken.watch.start();
    await broken.pass(200_000);
    expect(broken.view()).toMatchObject({ state: 'running', consecutive: 0 });
  });

  it('proves nothing by three successes within a turn that answers may take', async () => {
    const { watch, pass, view, at } = watching(['open']);
    watch.start();
    await pass(LONGEST_TURN_MS - 1_000);
    expect([view().state, at.length > 3, view().consecutive > 3]).toEqual(['running', true, true]);
    await pass(25_000);
    expect([view().state, (view().spanMs ?? 0) >= LONGEST_TURN_MS]).toEqual(['proven', true]);
  });

  it('goes on after a night asleep, with one test and not with all that were missed', async () => {
    const { watch, environment, pass, at, view } = watching(['refused']);
    watch.start();
    await pass(60_000);
    const before = at.length;
    await pass(8 * 3_600_000, 8 * 3_600_000);
    expect([view().state, at.length - before]).toEqual(['running', 1]);
    watch.wake();
    await pass(5_000);
    expect(at.length - before).toBe(2);
    expect(environment.timers.pending).toBe(1);
  });

  it('ends after a day at the latest, however long it is offline', async () => {
    const { watch, pass, view } = watching(['offline']);
    watch.start();
    await pass(30 * 3_600_000, 20_000);
    expect(view().state).toBe('gave_up');
    expect(view().attempts.length).toBeLessThanOrEqual(200);
  });

  it('survives attempts that throw, and states that cannot be kept', async () => {
    const environment = manualEnvironment();
    const full = new Error('database or disk is full');
    const states: string[] = [];
    let attempts = 0;
    const judge = judging(environment);
    const watch = new Watch({
      timing: WATCH_TIMING,
      environment,
      attempt: async () => {
        attempts += 1;
        if (attempts < 3) throw full;
        return judge('open');
      },
      changed: (view) => {
        states.push(view.state);
        if (states.length === 2) throw full;
      },
    });
    watch.start();
    for (let second = 0; second < 300; second += 1) {
      environment.timers.advance(1_000);
      await settled();
    }
    expect(watch.view.attempts.map(({ outcome }) => outcome).slice(0, 4)).toEqual([
      'undecided',
      'undecided',
      'success',
      'success',
    ]);
    expect([watch.view.state, states.at(-1), environment.timers.pending]).toEqual(['proven', 'proven', 0]);
  });

  it('goes on after a restart for the time that was left', async () => {
    const first = watching(['refused', 'open']);
    first.watch.start();
    await first.pass(40_000);
    first.watch.suspend();
    await first.pass(60_000);
    const kept = first.view();
    expect([kept.state, kept.attempts.length]).toEqual(['running', 3]);
    const second = watching(['open'], kept);
    second.watch.start();
    await second.pass(120_000);
    expect(second.view()).toMatchObject({ state: 'proven', startedAt: kept.startedAt });
  });
});

describe('a watch of a change whose answers take turns', () => {
  const SPREAD_MS = 12_000;
  const CHANGED_AT = 1_000_000;
  const timing = timingForTurns(turnMs(SPREAD_MS));
  const setting = { before: 'refused', latest: 'open', savedAt: CHANGED_AT } as const;
  const answerAt = (elapsed: number) => observedAt<string>(setting, { elapsed, propagationMs: SPREAD_MS });

  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  /** Moments of tests, in milliseconds after the change, from a first one on. */
  const moments = fc
    .tuple(
      fc.integer({ min: 0, max: SPREAD_MS }),
      fc.array(fc.integer({ min: timing.minInterval, max: timing.maxInterval }), {
        minLength: 12,
        maxLength: 12,
      }),
    )
    .map(([first, gaps]) => gaps.map((_, index) => sum([first, ...gaps.slice(0, index)])));

  it('never has successes in a row for long enough before the change is everywhere', () => {
    fc.assert(
      fc.property(moments, (times) => {
        const answers: Observation[] = [];
        const proven = times.find((time) => {
          const answer = answerFor(answerAt(CHANGED_AT + time) === 'open' ? 'open' : 'refused');
          if (answer !== null) answers.push({ ...answer, at: new Date(CHANGED_AT + time).toISOString() });
          return isSteady(streakOf(answers, { turnMs: 2 * turnMs(SPREAD_MS), looks: false }));
        });
        expect(proven ?? SPREAD_MS).toBeGreaterThanOrEqual(SPREAD_MS);
      }),
    );
  });

  it('meets the flicker if it begins early enough', () => {
    const early = moments.filter(([first]) => first !== undefined && first < SPREAD_MS / 2);
    fc.assert(
      fc.property(early, (times) => {
        const answers = times.map((time) => answerAt(CHANGED_AT + time));
        const firstOpen = answers.indexOf('open');
        expect(answers.slice(firstOpen)).toContain('refused');
      }),
    );
  });
});
