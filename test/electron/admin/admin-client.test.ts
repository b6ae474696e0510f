import { describe, expect, it } from 'vitest';
import { AdminClient } from '../../../electron/admin/admin-client';
import { manualEnvironment } from '../../support/manual-environment';
import { SIGNAL } from './support';

const SECRET = ['sk', 'admin', 'Qx7_Zr3w'.repeat(8)].join('-');
const TARGET = { secret: SECRET, baseUrl: 'https://api.example.test/v1' };

describe('what is taken over from an answer', () => {
  it.each([
    ['a plain identifier', 'req_1', 'req_1'],
    ['part of the key', SECRET.slice(12, 40), null],
    ['part of the key in hexadecimal', Buffer.from(SECRET.slice(12, 40)).toString('hex'), null],
  ])('keeps %s only where it is harmless', async (_name, header, kept) => {
    const answering = async () =>
      new Response(JSON.stringify({ id: 'proj_Own1', name: 'Own', status: 'active' }), {
        headers: { 'content-type': 'application/json', 'x-request-id': header },
      });
    const client = new AdminClient(answering, manualEnvironment());
    const read = await client.readProject(TARGET, 'proj_Own1', SIGNAL);
    expect(read.ok ? read.value.requestId : read.error).toBe(kept);
  });
});

describe('requests of administration', () => {
  it('go one at a time to a host, and wait for no other host', async () => {
    const open: string[] = [];
    const endings: (() => void)[] = [];
    const answering = async (url: string) => {
      open.push(new URL(url).host);
      await new Promise<void>((resolve) => endings.push(resolve));
      return new Response(JSON.stringify({ id: 'proj_Own1', name: 'Own', status: 'active' }));
    };
    const client = new AdminClient(answering, manualEnvironment());
    const read = (host: string) =>
      client.readProject({ secret: SECRET, baseUrl: `https://${host}/v1` }, 'proj_Own1', SIGNAL);
    const all = Promise.all([read('slow.test'), read('slow.test'), read('quick.test')]);
    await expect.poll(() => open).toEqual(['slow.test', 'quick.test']);
    endings[0]?.();
    await expect.poll(() => open).toEqual(['slow.test', 'quick.test', 'slow.test']);
    for (const end of endings) end();
    expect((await all).map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});
