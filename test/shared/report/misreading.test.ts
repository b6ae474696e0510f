import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { misreadingText } from '../../../shared/report/misreading';
import { inventedKey } from '../../support/secrets';

const NOTHING_SAID = { meant: null, note: '' } as const;

function textFor(text: string, correction: Parameters<typeof misreadingText>[1] = NOTHING_SAID): string {
  return misreadingText({ text, reading: readError(text) }, correction, '1.2.3');
}

describe('what is sent where a text was read wrongly', () => {
  it('says what it was taken for, by which row, and what it was', () => {
    const text = textFor('Error code: 429 - You exceeded your current quota, please check your plan.', {
      meant: 'rate_limited',
      note: 'Our own limit.',
    });
    expect(text).toContain('version: 1.2.3');
    expect(text).toMatch(/read as: quota_or_billing, \w+ \(\S+\)/);
    expect(text).toContain('was: rate_limited');
    expect(text).toContain('Our own limit.');
    expect(text).toContain('You exceeded your current quota');
  });

  it('does not name a cause that the person did not name', () => {
    expect(textFor('hello')).toContain('was: not said');
  });

  it.each([
    ['a project', 'proj_Ab3dE6gH9jK2'],
    ['an organization', 'org-Zx8cV5bN2mQw'],
    ['a project without a digit', 'proj_quartzmaplebirch'],
    ['an organization without a digit', 'org-quartz'],
    ['an organization as another service writes it', 'org_k4m8q2w6e0r3t5y7u9i1'],
    ['a request', 'req_9f8e7d6c5b4a'],
    ['a request without a digit', 'req_AbcDefGhiJkl'],
    ['a file without a digit or a capital', 'file-quartzmaplebirchalder'],
    ['a request by its number alone', '0b5c3a2e-7d14-4f6a-9c81-2e5d7f9a1b3c'],
    ['a home folder', '/home/robin/app/main.py', '/robin'],
    ['a home folder of Windows', 'C:\\Users\\olga\\app\\main.py', 'olga'],
    ['a mail address', 'hanako@maple.example'],
    ['a key', inventedKey('Vx7Kq2Lm9Wd4Rt8Zp1Nb6Hc3Gf5Jy0Ts')],
  ])('leaves %s out of every part', (_what, name, own = name) => {
    const text = textFor(`${name} 403 Project \`${name}\` does not have access to model \`gpt-5.5\``, {
      meant: null,
      note: `It was ${name}.`,
    });
    expect(text).not.toContain(own);
    expect(text).toContain('gpt-5.5');
  });

  it('keeps words that look like ids', () => {
    const words = 'user-defined project, file-system, batch_processing, run-configuration, key-management';
    expect(textFor(words)).toContain('user-defined project, file-system, batch_processing');
  });

  it('holds of a long text the part round the sentence that decided', () => {
    const noise = 'INFO nothing of note happened here\n'.repeat(3_000);
    const text = textFor(
      `${noise}Error code: 429 - You exceeded your current quota, please check.\n${noise}`,
    );
    expect(text).toContain('You exceeded your current quota');
    expect(text.length).toBeLessThan(35_000);
    expect(text.match(/\[…\]/g)).toHaveLength(2);
  });

  it('cannot be torn apart by what the text holds', () => {
    const text = textFor('```\n## Not a heading of ours\n```` Error code: 401');
    expect(text).toContain('`````text\n```\n## Not a heading of ours');
  });
});
