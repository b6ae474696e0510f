import { describe, expect, it } from 'vitest';
import { guardFetch } from '../../../electron/probes/guarded-fetch';
import { type SingleLine, sentOnce } from '../../../electron/probes/sent-once';

const LIMITS = { timeoutMs: 1_000, maxBytes: 1_000 };

function lines(lost?: () => Promise<void>) {
  const log: string[] = [];
  let count = 0;
  const open = (): SingleLine => {
    count += 1;
    const name = `line ${count}`;
    return {
      fetch: async (url) => {
        log.push(`${name} ${url}`);
        await new Promise((resolve) => setImmediate(resolve));
        return new Response('{}');
      },
      hangUp:
        lost ??
        (async () => {
          log.push(`${name} hangs up`);
        }),
    };
  };
  const shared = async (url: string) => {
    log.push(`shared ${url}`);
    return new Response('{}');
  };
  return { log, fetch: guardFetch(sentOnce(shared, open), LIMITS) };
}

describe('any request but a GET', () => {
  it('has a line to itself', async () => {
    const { log, fetch } = lines();
    await Promise.all([fetch('a', { method: 'post' }), fetch('b', { method: 'POST' })]);
    expect([...log].sort()).toEqual(['line 1 a', 'line 1 hangs up', 'line 2 b', 'line 2 hangs up']);
  });

  it('takes a free line, whose earlier connections are ended', async () => {
    const { log, fetch } = lines();
    await fetch('a', { method: 'POST' });
    await expect(fetch('off', { method: 'POST', signal: AbortSignal.abort() })).rejects.toThrow();
    await fetch('b', { method: 'DELETE' });
    expect(log).toEqual(['line 1 a', 'line 1 hangs up', 'line 1 b', 'line 1 hangs up']);
  });

  it('takes no line that could not end its connections', async () => {
    const { log, fetch } = lines(async () => Promise.reject(new Error('lost')));
    await fetch('a', { method: 'POST' });
    await fetch('b', { method: 'POST' });
    expect(log).toEqual(['line 1 a', 'line 2 b']);
  });
});

it('sends a GET over the shared line', async () => {
  const { log, fetch } = lines();
  await fetch('a');
  await fetch('b', { method: 'get' });
  expect(log).toEqual(['shared a', 'shared b']);
});
