import { expect, it } from 'vitest';
import { Gate } from '../../../electron/gate/gate';
import { type BundleFacts, bundleText } from '../../../electron/support/bundle';
import { DEFAULT_SETTINGS } from '../../../shared/base/settings';
import { appInfo } from '../../support/app-info';
import { inventedKey } from '../../support/secrets';

const FACTS: BundleFacts = {
  at: '2026-11-30T12:00:00.000Z',
  info: appInfo({
    environmentVariables: ['OPENAI_API_KEY'],
    systemLanguage: 'ja',
    storeSetAside: '/home/ann/.config/x.sqlite.damaged',
    storeTrouble: 'full',
  }),
  settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
  probing: { overall: 8, perKey: 2, keepDays: 0 },
  vault: { store: 'keychain', state: 'locked', backend: 'secret_service' },
  counts: { keys: 12, adminKeys: 1, cases: 3 },
  errors: [`bug on keys:add: ${inventedKey('Bn8'.repeat(16))}`],
};

it('a support bundle says what helps, and holds no key and no path once it passed the gate', () => {
  const text = new Gate().textForOthers(bundleText(FACTS));
  expect(text).toContain('electron: 45.4.1 (official)');
  expect(text).toContain('keychain: locked (keychain, secret_service)');
  expect(text).toContain('keys: 12, admin keys: 1, cases: 3');
  expect(text).toContain('database: full');
  expect(text).toContain('checks kept: for ever');
  expect(text).toContain('bug on keys:add');
  expect([text.includes('Bn8Bn8'), text.includes('/home/ann')]).toEqual([false, false]);
});

it('a support bundle says so where nothing failed', () => {
  expect(bundleText({ ...FACTS, errors: [] })).toContain('## Errors\nnone');
});
