import { describe, expect, it, vi } from 'vitest';
import { Prober } from '../../../electron/probes/prober';
import { readList } from '../../../electron/probes/read-answer';
import { encodingsOf } from '../../../shared/redaction/encodings';
import { inventedKey } from '../../support/secrets';

vi.mock('../../../shared/redaction/encodings', { spy: true });

const secret = inventedKey('Zy9_'.repeat(20));

describe('a list of very many models', () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `gpt-${index}`);
  const hidden = [`whole-${secret}`, `encoded-${Buffer.from(secret).toString('base64')}`];
  const body = JSON.stringify({ data: [...names, ...hidden].map((id) => ({ id })) });

  const listed = async () => {
    const prober = new Prober(async () => new Response(body), 5_000);
    const call = { probe: 'list', model: null, signal: new AbortController().signal } as const;
    const answer = await prober.send({ secret, baseUrl: 'https://api.openai.com/v1' }, call);
    return answer.kind === 'success' ? (answer.models ?? []).map(({ id }) => id) : [];
  };

  it('works out once in which forms a key could be hidden in the names', async () => {
    vi.mocked(encodingsOf).mockClear();
    expect(await listed()).toHaveLength(2_002);
    const times = vi.mocked(encodingsOf).mock.calls.length;
    expect([times > 0, times < 20]).toEqual([true, true]);
  });

  it('leaves others their turn while it is searched', async () => {
    const many = JSON.stringify({
      data: Array.from({ length: 20_000 }, (_, index) => ({ id: `gpt-${index}` })),
    });
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const answer = await readList(new Response(many), secret);
    isDone = true;
    expect([answer.kind === 'success' && answer.models?.length, turns >= 39]).toEqual([20_000, true]);
  });

  it('is too large where it is a refusal of megabytes, which is not searched', async () => {
    const refused = new Response('x'.repeat(1_000_001), { status: 403 });
    const prober = new Prober(async () => refused, 5_000);
    const call = { probe: 'list', model: null, signal: new AbortController().signal } as const;
    expect(await prober.send({ secret, baseUrl: 'https://api.openai.com/v1' }, call)).toMatchObject({
      failure: 'too_large',
    });
  });

  it('hides it in each of them', async () => {
    const found = await listed();
    expect(found.slice(0, 3)).toEqual(['gpt-0', 'gpt-1', 'gpt-2']);
    const text = found.join('\n');
    expect(text).not.toContain(secret.slice(-20));
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(20, 60));
  });
});
