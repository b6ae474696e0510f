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
