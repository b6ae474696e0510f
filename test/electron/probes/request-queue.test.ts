import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestQueue } from '../../../electron/probes/request-queue';
import { ManualTimers } from '../../support/manual-timers';

const HOST = 'api.openai.com';
const settled = () => new Promise((resolve) => setImmediate(resolve));

function opened(limits = { overall: 2, perKey: 1 }) {
  const timers = new ManualTimers();
  const queue = new RequestQueue({ timers, random: () => 0 }, limits);
  const started: string[] = [];
  const leave = new Map<string, () => void>();
  const enter = async (name: string, keyId: string, host = HOST, signal = new AbortController().signal) => {
    const turn = await queue.enter({ host, keyId, signal });
    started.push(turn.kind === 'admitted' ? name : `${name} ${turn.kind}`);
    if (turn.kind === 'admitted') leave.set(name, turn.leave);
  };
  return { timers, queue, started, leave, enter };
}

describe('the queue', () => {
  it('let requests go in the order in which they came, within both limits', async () => {
    const { enter, started, leave } = opened();
    for (const [name, keyId] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
      ['c1', 'c'],
    ] as const)
      void enter(name, keyId);
    await settled();
    expect(started).toEqual(['a1', 'b1']);
    leave.get('b1')?.();
    await settled();
    expect(started).toEqual(['a1', 'b1', 'c1']);
    leave.get('a1')?.();
    leave.get('a1')?.();
    await settled();
    expect(started).toEqual(['a1', 'b1', 'c1', 'a2']);
  });

  it('keep a host that asked for it waiting, and no other', async () => {
    const { enter, queue, started, timers } = opened({ overall: 8, perKey: 8 });
    queue.pause(HOST, 5_000);
    queue.pause(HOST, 1_000);
    void enter('first', 'a');
    void enter('elsewhere', 'a', 'eu.api.openai.com');
    await settled();
    timers.advance(4_999);
    await settled();
    expect(started).toEqual(['elsewhere']);
    timers.advance(1);
    await settled();
    expect([started, queue.pausedFor(HOST, 'a')]).toEqual([['elsewhere', 'first'], 0]);
  });

  it('set one alarm for a pause, however often it is made longer', async () => {
    const { enter, queue, started, timers } = opened();
    for (let second = 1; second <= 50; second += 1) queue.pause(HOST, second * 1_000);
    expect(timers.pending).toBe(1);
    void enter('first', 'a');
    timers.advance(49_999);
    await settled();
    expect(started).toEqual([]);
    timers.advance(1);
    await settled();
    expect([started, timers.pending]).toEqual([['first'], 0]);
  });

  it.each<[string, number[], string[]]>([
    ['a minute', [60_000], []],
    ['more than a minute', [60_001], ['first turned_away', 'second turned_away']],
    ['a minute that is made longer', [60_000, 90_000], ['first turned_away', 'second turned_away']],
  ])('keep nobody waiting for a host but for a minute at most: %s', async (_name, pauses, expected) => {
    const { enter, queue, started } = opened({ overall: 1, perKey: 1 });
    void enter('elsewhere', 'a', 'eu.api.openai.com');
    void enter('first', 'b');
    for (const pause of pauses) queue.pause(HOST, pause);
    void enter('second', 'c');
    await settled();
    expect(started).toEqual(['elsewhere', ...expected]);
  });

  it('give up a place in the queue at once', async () => {
    const { enter, started, leave } = opened({ overall: 1, perKey: 1 });
    const abort = new AbortController();
    void enter('first', 'a');
    void enter('second', 'b', HOST, abort.signal);
    void enter('third', 'c');
    abort.abort();
    await settled();
    expect(started).toEqual(['first', 'second called_off']);
    leave.get('first')?.();
    await settled();
    expect(started).toEqual(['first', 'second called_off', 'third']);
  });

  it('take wider limits into account without waiting for the next request', async () => {
    const { enter, queue, started } = opened({ overall: 1, perKey: 1 });
    void enter('first', 'a');
    void enter('second', 'b');
    queue.setLimits({ overall: 2, perKey: 1 });
    await settled();
    expect(started).toEqual(['first', 'second']);
  });

  it('never let more go than the limits say, and let everyone go in the end', async () => {
    const request = fc.record({
      keyId: fc.constantFrom('a', 'b', 'c'),
      rounds: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { maxLength: 25 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        async (requests, overall, perKey) => {
          const queue = new RequestQueue(
            { timers: new ManualTimers(), random: () => 0 },
            { overall, perKey },
          );
          const open: string[] = [];
          let most = 0;
          let mostOfOne = 0;
          const { signal } = new AbortController();
          await Promise.all(
            requests.map(async ({ keyId, rounds }) => {
              const turn = await queue.enter({ host: HOST, keyId, signal });
              open.push(keyId);
              most = Math.max(most, open.length);
              mostOfOne = Math.max(mostOfOne, open.filter((other) => other === keyId).length);
              for (let round = 0; round < rounds; round += 1) await Promise.resolve();
              open.splice(open.indexOf(keyId), 1);
              if (turn.kind === 'admitted') turn.leave();
            }),
          );
          expect([most <= overall, mostOfOne <= perKey, open]).toEqual([true, true, []]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
