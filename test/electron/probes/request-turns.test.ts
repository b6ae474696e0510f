import { describe, expect, it } from 'vitest';
import { type QueuedRequest, RequestQueue } from '../../../electron/probes/request-queue';
import type { Answer } from '../../../shared/observations/observation';
import { HEADERS, reading } from '../../support/evidence';
import { ManualTimers } from '../../support/manual-timers';

const HOST = 'api.openai.com';
const OPEN: Answer = { kind: 'success', status: 200, headers: HEADERS, models: null };
const BUSY: Answer = {
  kind: 'refusal',
  status: 429,
  headers: { ...HEADERS, retryAfterSeconds: 30 },
  reading: reading('rate_limited'),
  excerpt: '',
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

function opened(limits = { overall: 1, perKey: 1 }) {
  const timers = new ManualTimers();
  const queue = new RequestQueue({ timers, random: () => 0 }, limits);
  const log: string[] = [];
  /** Notes what happens to it; answers one after the other, the last one for ever. */
  const submit = (name: string, more: Partial<QueuedRequest> = {}, answers: readonly Answer[] = [OPEN]) => {
    let sent = 0;
    const send = async () => {
      log.push(`${name} sent`);
      sent += 1;
      return answers[Math.min(sent, answers.length) - 1] ?? OPEN;
    };
    const begin = async () => {
      log.push(`${name} begun`);
      return send;
    };
    const { signal } = new AbortController();
    const request = { host: HOST, keyId: name, signal, tries: 3, sharing: () => [name], begin, ...more };
    return queue.submit(request, ({ kind }) => {
      log.push(`${name} ${kind}`);
      return kind;
    });
  };
  return { timers, queue, log, submit };
}

const part = (urgency: number, isHeld = () => false) => ({
  urgency: () => urgency,
  isHeld,
  moved: () => undefined,
});

describe('a request whose turn comes', () => {
  it('is that of a person first, then the most urgent one of a run, then the one that waits longest', async () => {
    const { queue, log, submit } = opened();
    const place = await queue.enter({ host: HOST, keyId: 'occupied' });
    void submit('second of a short row', { run: part(2) });
    void submit('of a long row', { run: part(300) });
    void submit('of a short row', { run: part(2) });
    void submit('comparison', { run: part(Number.MAX_SAFE_INTEGER) });
    void submit('single');
    if (place.kind === 'admitted') place.leave();
    await settled();
    expect(log.filter((line) => line.endsWith('sent'))).toEqual([
      'single sent',
      'comparison sent',
      'of a long row sent',
      'second of a short row sent',
      'of a short row sent',
    ]);
  });

  it('asks for its secret only then, and anew each time', async () => {
    const { timers, log, submit } = opened();
    void submit('first', {}, [BUSY, OPEN]);
    void submit('second');
    await settled();
    expect(log).toEqual(['first begun', 'first sent', 'second begun', 'second sent', 'second success']);
    timers.advance(30_250);
    timers.advance(10_000);
    await settled();
    expect(log.slice(5)).toEqual(['first begun', 'first sent', 'first success']);
  });

  it('waits again, and gives its place to another, where a pause began while its secret was fetched', async () => {
    const { timers, queue, log, submit } = opened();
    let fetched: () => void = () => undefined;
    const begin = async () => {
      log.push('slow begun');
      await new Promise<void>((resolve) => {
        fetched = resolve;
      });
      return async () => OPEN;
    };
    void submit('slow', { begin });
    void submit('other', { host: 'eu.api.openai.com' });
    await settled();
    queue.pause(HOST, 20_000);
    fetched();
    await settled();
    expect(log).toEqual(['slow begun', 'other begun', 'other sent', 'other success']);
    timers.advance(20_000);
    await settled();
    fetched();
    await settled();
    expect(log.slice(4)).toEqual(['slow begun', 'slow success']);
  });

  it('lets nobody else go before its answer is taken in', async () => {
    const { log, submit } = opened();
    void submit('first');
    void submit('second');
    await settled();
    expect(log.indexOf('first success')).toBeLessThan(log.indexOf('second begun'));
  });

  it('gives up its place where its secret cannot be had', async () => {
    const { log, submit } = opened();
    const without = submit('without', { begin: async () => null });
    void submit('other');
    expect(await without).toBeNull();
    await settled();
    expect(log).toEqual(['other begun', 'other sent', 'other success']);
  });
});

describe('a request of a run', () => {
  it('is not sent while the run holds it back, and holds no place', async () => {
    const { queue, log, submit } = opened();
    let isHeld = true;
    void submit('held', { run: part(5, () => isHeld) });
    void submit('other', { run: part(1) });
    await settled();
    expect(log).toEqual(['other begun', 'other sent', 'other success']);
    isHeld = false;
    queue.look();
    await settled();
    expect(log.slice(3)).toEqual(['held begun', 'held sent', 'held success']);
  });

  it('waits out a pause of any length, unless it has an answer to end with', async () => {
    const { queue, log, submit, timers } = opened({ overall: 8, perKey: 1 });
    void submit('answered', { run: part(1) }, [BUSY, OPEN]);
    await settled();
    queue.pause(HOST, 200_000);
    void submit('waiting', { run: part(1) });
    void submit('single');
    await settled();
    expect(log.slice(2)).toEqual(['answered refusal', 'single not_sent']);
    timers.advance(200_000);
    await settled();
    expect(log.slice(4)).toEqual(['waiting begun', 'waiting sent', 'waiting success']);
  });
});
