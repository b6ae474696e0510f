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

describe('what an answer says of a policy', () => {
  const error = (message: string, code: string | null) =>
    JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } });
  const json = 'application/json';

  const policyAfter = async (status: number, body: string, type: string) => {
    const answering = async () => new Response(body, { status, headers: { 'content-type': type } });
    const read = await new AdminClient(answering, manualEnvironment()).readPolicy(
      TARGET,
      'proj_Own1',
      SIGNAL,
    );
    return read.ok ? read.value.value : read.error.kind;
  };

  it.each([
    ['the API knows none', 404, error('No model permissions found for project.', 'not_found'), json],
    ['the API sends an empty one', 200, JSON.stringify({ mode: null, model_ids: null }), json],
  ])('is that there is none where %s', async (_name, status, body, type) => {
    expect(await policyAfter(status, body, type)).toEqual({ kind: 'none' });
  });

  it.each([
    [
      'the address is unknown',
      error('Invalid URL (GET /v1/organization/projects/proj_Own1/model_permissions)', null),
      json,
    ],
    ['the address is unknown by its code', error('Unknown request URL', 'unknown_url'), json],
    ['a proxy sends a page', '<html><title>404 Not Found</title></html>', 'text/html'],
    ['a gateway has no such path', JSON.stringify({ detail: 'Not Found' }), json],
    ['nothing is said', '', 'text/plain'],
  ])('is nothing where %s with the same status', async (_name, body, type) => {
    expect(await policyAfter(404, body, type)).toBe('refusal');
  });

  it.each(['allow_list', 'deny_list'] as const)('keeps apart an empty %s from none', async (mode) => {
    const body = JSON.stringify({ mode, model_ids: [] });
    expect(await policyAfter(200, body, json)).toEqual({ kind: 'none', emptied: mode });
  });
});

describe('a list of pages', () => {
  it.each([
    ['ends where the API says so', 60, 60],
    ['without an end is not taken for a whole one', 61, 'too_large'],
  ])('%s', async (_name, pages, expected) => {
    let sent = 0;
    const answering = async () => {
      sent += 1;
      const data = [{ model: `m-${sent}`, max_requests_per_1_minute: 1, max_tokens_per_1_minute: 1 }];
      return new Response(JSON.stringify({ data, has_more: sent < pages, last_id: `rl-${sent}` }));
    };
    const read = await new AdminClient(answering, manualEnvironment()).listRateLimits(
      TARGET,
      'proj_Own1',
      SIGNAL,
    );
    const failure = read.ok ? read.value.value.length : Object(read.error).failure;
    expect([failure, sent]).toEqual([expected, 60]);
  });
});
