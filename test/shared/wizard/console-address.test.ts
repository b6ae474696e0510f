import { describe, expect, it } from 'vitest';
import { CONSOLE_ORIGIN } from '../../../shared/remedies/links';
import { type AddressCheck, checkAddress } from '../../../shared/wizard/console-address';

const PROJECT = 'proj_Abc123';
const OTHER = 'proj_Zzz999';

const rows: readonly [string, string, string | null, boolean, AddressCheck][] = [
  ['an empty field', '  ', PROJECT, false, { kind: 'empty' }],
  ['prose', 'I am there', PROJECT, false, { kind: 'not_an_address' }],
  [
    'another site',
    'https://example.com/settings/proj_Abc123/limits',
    PROJECT,
    false,
    { kind: 'other_site', host: 'example.com' },
  ],
  [
    'a look-alike host',
    'https://platform.openai.com.evil.test/settings/proj_Abc123',
    PROJECT,
    false,
    { kind: 'other_site', host: 'platform.openai.com.evil.test' },
  ],
  [
    'a user name before the host',
    'https://platform.openai.com@evil.test/proj_Abc123',
    PROJECT,
    false,
    { kind: 'not_an_address' },
  ],
  [
    'plain http',
    `http://platform.openai.com/settings/${PROJECT}/limits`,
    PROJECT,
    false,
    { kind: 'other_site', host: 'platform.openai.com' },
  ],
  [
    'an organization page',
    `${CONSOLE_ORIGIN}/settings/organization/limits`,
    PROJECT,
    false,
    { kind: 'organization_page' },
  ],
  [
    'a page without project',
    `${CONSOLE_ORIGIN}/playground`,
    PROJECT,
    false,
    { kind: 'no_project', path: '/playground' },
  ],
  [
    'the wrong project',
    `${CONSOLE_ORIGIN}/settings/${OTHER}/limits`,
    PROJECT,
    true,
    { kind: 'wrong_project', found: OTHER, expected: PROJECT },
  ],
  [
    'the right project, another page',
    `${CONSOLE_ORIGIN}/settings/${PROJECT}/api-keys`,
    PROJECT,
    true,
    { kind: 'other_page', project: PROJECT },
  ],
  [
    'the right page',
    `${CONSOLE_ORIGIN}/settings/${PROJECT}/limits?tab=models#x`,
    PROJECT,
    true,
    { kind: 'right_project', project: PROJECT, limits: true },
  ],
  [
    'an address without scheme',
    `platform.openai.com/settings/${PROJECT}/limits`,
    PROJECT,
    true,
    { kind: 'right_project', project: PROJECT, limits: true },
  ],
  [
    'a project with nothing to compare it to',
    `${CONSOLE_ORIGIN}/settings/${PROJECT}/limits`,
    null,
    true,
    { kind: 'nothing_to_compare', project: PROJECT, limits: true },
  ],
];

describe('the address pasted from the browser', () => {
  it.each(rows)('%s', (_name, address, expectedProject, wantLimits, expected) => {
    expect(checkAddress({ address, expectedProject, wantLimits, consoleOrigins: [CONSOLE_ORIGIN] })).toEqual(
      expected,
    );
  });
});
