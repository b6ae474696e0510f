import { describe, expect, it } from 'vitest';
import { RequestQueue } from '../../../electron/probes/request-queue';
import type { Cause, Facts } from '../../../shared/errors/reading';
import type { Answer } from '../../../shared/observations/observation';
import { reading } from '../../support/evidence';
import { ManualTimers } from '../../support/manual-timers';

const NO_HEADERS = { organization: null, project: null, requestId: null, retryAfterSeconds: null };

function refusal(
  status: number,
  cause: Cause,
  retryAfterSeconds: number | null,
  facts: Partial<Facts> = {},
): Answer {
  const headers = { ...NO_HEADERS, retryAfterSeconds };
  return {
    kind: 'refusal',
    status,
    headers,
    reading: reading(cause, { httpStatus: status, ...facts }),
    excerpt: '',
  };
}
const OPEN: Answer = { kind: 'success', status: 200, headers: NO_HEADERS, models: null };

/** Answers in this order, the last one for ever; notes when each request was sent. */
function paced(
  answers: readonly Answer[],
  random = 0,
  limits = { overall: 8, perKey: 2 },
  sharing: (keyId: string, of: 'organization' | 'project') => readonly string[] = (keyId) => [keyId],
) {
  const timers = new ManualTimers();
  const queue = new RequestQueue({ timers, random: () => random }, limits);
  const sentAt: number[] = [];
  const answer = async () => {
    sentAt.push(timers.now());
    return answers[Math.min(sentAt.length, answers.length) - 1] ?? OPEN;
  };
  const send = async (tries: number, signal = new AbortController().signal, keyId = 'key-1') => {
    const begin = async () => answer;
    const request = {
      host: 'api.openai.com',
      keyId,
      tries,
      signal,
      sharing: (of: 'organization' | 'project') => sharing(keyId, of),
      begin,
    };
    const said = await queue.submit(request, (last) => last);
    if (said === null) throw new Error('It was not sent.');
    return said;
  };
  return { timers, queue, sentAt, send };
}

/** Lets time pass in steps until the answer is there. */
async function within(
  timers: ManualTimers,
  pending: Promise<Answer>,
  steps = 400,
): Promise<Answer | 'still waiting'> {
  let answer: Answer | null = null;
  void pending.then((found) => {
    answer = found;
  });
  for (let step = 0; step < steps && answer === null; step += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    timers.advance(500);
  }
  return answer ?? 'still waiting';
}

describe('a request', () => {
  it.each([
    [0, 0],
    [1, 1_000],
    [7, 7_000],
    [40, 40_000],
  ])('is sent again no earlier than the server asked (%i s)', async (asked, least) => {
    const { timers, sentAt, send } = paced([refusal(429, 'rate_limited', asked), OPEN]);
    expect(await within(timers, send(3))).toEqual(OPEN);
    expect(sentAt).toHaveLength(2);
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(least);
  });

  it.each<[string, Answer]>([
    ['a busy engine', refusal(429, 'server_error', 30)],
    ['a guard before the API', refusal(429, 'ip_blocked', 30)],
    ['a machine that is down', refusal(503, 'server_error', 30)],
  ])('is sent again no earlier than %s asked', async (_name, answer) => {
    const { timers, sentAt, send } = paced([answer, OPEN]);
    expect(await within(timers, send(3))).toEqual(OPEN);
    expect([sentAt.length, (sentAt[1] ?? 0) >= 30_000]).toEqual([2, true]);
  });

  it('waits a little longer than asked, by chance', async () => {
    const { timers, sentAt, send } = paced([refusal(429, 'rate_limited', 10), OPEN], 0.5);
    await within(timers, send(3));
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(11_000);
  });

  it('backs off by itself where no pause is named, and gives up after its tries', async () => {
    const busy = refusal(429, 'rate_limited', null);
    const { timers, sentAt, send } = paced([busy]);
    expect(await within(timers, send(3))).toEqual(busy);
    expect(sentAt).toHaveLength(3);
    expect([(sentAt[1] ?? 0) >= 1_000, (sentAt[2] ?? 0) - (sentAt[1] ?? 0) >= 2_000]).toEqual([true, true]);
  });

  it.each<[string, Answer]>([
    ['a refusal by policy', refusal(403, 'project_lacks_model', null)],
    ['a refused key', refusal(401, 'key_invalid', null)],
    ['no credit, which has the same status as too many requests', refusal(429, 'quota_or_billing', 2)],
    ['a limit of nothing at all', refusal(429, 'rate_limited', 2, { limit: 0 })],
    ['a server error', refusal(500, 'server_error', null)],
    ['a broken connection', { kind: 'no_answer', failure: 'reset', excerpt: '' }],
  ])('takes %s for an answer', async (_name, answer) => {
    const { timers, sentAt, send } = paced([answer, OPEN]);
    expect(await within(timers, send(3))).toEqual(answer);
    expect(sentAt).toHaveLength(1);
  });

  it.each([
    ['that the pause is longer than anybody waits', 61, 0],
    ['to be so with the chance on top of it', 51, 0.999],
  ])('has the answer that it got where it turns out %s', async (_name, asked, random) => {
    const busy = refusal(429, 'rate_limited', asked);
    const { timers, sentAt, send } = paced([busy, OPEN], random);
    expect(await within(timers, send(3))).toEqual(busy);
    expect(sentAt).toEqual([0]);
  });

  it('has the answer that it got where a longer pause is asked for while it waits', async () => {
    const busy = refusal(429, 'rate_limited', 30);
    const { timers, queue, sentAt, send } = paced([busy, OPEN]);
    const pending = send(3);
    await new Promise((resolve) => setImmediate(resolve));
    queue.pause('api.openai.com', 200_000);
    expect(await within(timers, pending, 1)).toEqual(busy);
    expect(sentAt).toEqual([0]);
  });

  it('waits no longer than a minute for its turn, whenever the host asked for its pause', async () => {
    const { timers, sentAt, send } = paced([refusal(429, 'rate_limited', 300), OPEN], 0, {
      overall: 1,
      perKey: 1,
    });
    const [first, second] = [send(3), send(3)];
    await within(timers, first, 2);
    expect(await within(timers, second, 2)).toMatchObject({ kind: 'not_sent' });
    expect(sentAt).toEqual([0]);
  });

  it('is not sent at all while a long pause is in force, and says so', async () => {
    const { timers, sentAt, send } = paced([refusal(429, 'rate_limited', 3_600), OPEN]);
    await within(timers, send(3));
    const second = await within(timers, send(3));
    expect(second).toEqual({ kind: 'not_sent', secondsLeft: 300 });
    expect(sentAt).toHaveLength(1);
    timers.advance(300_000);
    expect(await within(timers, send(1))).toEqual(OPEN);
  });

  it.each<[string, Answer]>([
    ['a day in a header', refusal(429, 'rate_limited', 86_400)],
    ['three thousand years in a sentence', refusal(429, 'rate_limited', null, { retryAfterSeconds: 1e11 })],
  ])(
    'holds the key back for six minutes at most, whatever the chance, where it is told %s',
    async (_name, answer) => {
      const { timers, queue, send } = paced([answer], 0.999);
      await within(timers, send(1), 1);
      expect(queue.pausedFor('api.openai.com', 'key-1')).toBeGreaterThan(300_000 - 1_000);
      expect(queue.pausedFor('api.openai.com', 'key-1')).toBeLessThan(360_000);
    },
  );

  it('shares one pause among all that wait for the host', async () => {
    const { timers, sentAt, send } = paced([refusal(429, 'rate_limited', 5), OPEN], 0, {
      overall: 1,
      perKey: 1,
    });
    const all = Promise.all(Array.from({ length: 6 }, () => send(2)));
    await within(
      timers,
      all.then(() => OPEN),
    );
    expect(sentAt.filter((at) => at < 5_000)).toEqual([0]);
  });

  it.each<[string, Answer, readonly string[]]>([
    ['names no limit of others', refusal(429, 'rate_limited', 50), ['key-1']],
    [
      'names its organization',
      refusal(429, 'rate_limited', 50, { organization: 'org-1' }),
      ['key-1', 'key-2'],
    ],
    ['names its project', refusal(429, 'rate_limited', 50, { project: 'proj_1' }), ['key-1', 'key-3']],
    ['is of a guard before the API', refusal(429, 'ip_blocked', 50), ['key-1', 'key-2', 'key-3', 'key-4']],
    ['is of a busy machine', refusal(503, 'server_error', 50), ['key-1', 'key-2', 'key-3', 'key-4']],
  ])('holds back those whom the answer is about, where it %s', async (_name, answer, held) => {
    const sharing = (keyId: string, of: 'organization' | 'project') => [
      keyId,
      of === 'organization' ? 'key-2' : 'key-3',
    ];
    const { timers, queue, send } = paced([answer], 0, { overall: 8, perKey: 2 }, sharing);
    await within(timers, send(1), 1);
    const paused = (keyId: string) => queue.pausedFor('api.openai.com', keyId) > 0;
    expect(['key-1', 'key-2', 'key-3', 'key-4'].filter(paused)).toEqual(held);
  });

  it('of another key goes on while one key is held back', async () => {
    const { timers, send } = paced([refusal(429, 'rate_limited', 300), OPEN]);
    await within(timers, send(1), 1);
    expect(await within(timers, send(1), 2)).toMatchObject({ kind: 'not_sent' });
    expect(await within(timers, send(1, undefined, 'key-2'), 2)).toEqual(OPEN);
  });

  it('goes at once where the person lifts the pause', async () => {
    const { timers, queue, sentAt, send } = paced([refusal(429, 'rate_limited', 50), OPEN]);
    const pending = send(2);
    await within(timers, pending, 4);
    expect(sentAt).toEqual([0]);
    queue.lift();
    expect(await within(timers, pending, 1)).toEqual(OPEN);
    expect(timers.pending).toBe(0);
  });

  it('stops waiting at once when called off', async () => {
    const { timers, send } = paced([refusal(429, 'rate_limited', 30), OPEN]);
    const abort = new AbortController();
    const pending = send(3, abort.signal);
    await new Promise((resolve) => setImmediate(resolve));
    timers.advance(1_000);
    abort.abort();
    expect(await pending).toEqual({ kind: 'cancelled' });
  });
});
