import { describe, expect, it } from 'vitest';
import { holdsPartOf } from '../../../shared/redaction/part-of';

const secret = ['sk', 'proj', 'Qm7xT2vLpZ9cRb4nWk8sYh3d'.repeat(3)].join('-');
const base64 = (text: string) => Buffer.from(text).toString('base64url');

describe('part of a secret', () => {
  it.each([
    ['as it is', secret.slice(20, 40)],
    ['behind an honest prefix', `proj_${secret.slice(20, 40)}`],
    ['in base64', base64(secret).slice(0, 60)],
    ['in base64 behind something else', base64(`xy${secret}`).slice(8, 50)],
    ['in hexadecimal', Buffer.from(secret).toString('hex').slice(10, 60)],
    ['in hexadecimal capitals', Buffer.from(secret).toString('hex').toUpperCase().slice(10, 60)],
  ])('is recognized %s', (_name, value) => {
    expect(holdsPartOf(secret, value)).toBe(true);
  });

  it.each([
    'proj_9QmT4vLx2BcR8sYdK1nWeZ7a',
    'org-4kTnVx8LmQ2d',
    'req_7d1f0c2ab94e4f6d8a35',
    'user-abc',
    'sk-proj-',
    '',
  ])('is not seen in %j', (value) => {
    expect(holdsPartOf(secret, value)).toBe(false);
  });
});
