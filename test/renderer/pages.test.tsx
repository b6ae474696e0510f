import { describe, expect, it } from 'vitest';
import { DiagnosePage } from '../../renderer/diagnose/diagnose-page';
import { PracticeBadge } from '../../renderer/frame/practice-badge';
import { StoreNotice } from '../../renderer/frame/store-notice';
import { KeysPage } from '../../renderer/keys/keys-page';
import { SettingsPage } from '../../renderer/settings/settings-page';
import type { AppInfo } from '../../shared/ipc/views';
import type { VaultStatus } from '../../shared/keys/key';
import { sayIn } from '../../shared/messages/say';
import { appInfo } from '../support/app-info';
import { draw, textOf } from './support/draw';
import { inventedKeys, inventedScenarios } from './support/fake-world';

const AT = '2026-11-22T10:00:00.000Z';
const INFO = appInfo({ environmentVariables: ['OPENAI_API_KEY', 'OPENAI_SOMETHING_NEW'] });
const VAULT: VaultStatus = { store: 'keychain', state: 'ready', backend: 'secret_service' };

const known = (info: Partial<AppInfo> = {}, vault: Partial<VaultStatus> = {}, keys = inventedKeys(AT)) =>
  [
    [['app', 'info'], { ...INFO, ...info }],
    [['app', 'settings'], { language: 'en', theme: 'system' }],
    [['keys', 'list'], keys],
    [['keys', 'vault'], { ...VAULT, ...vault }],
    [['practice', 'scenarios'], inventedScenarios()],
  ] as const;

describe('the first screen', () => {
  it('offers the paste box, the question and practice', () => {
    const html = draw(<DiagnosePage />, known());
    expect(html).toContain('aria-label="Error message"');
    expect(textOf(html)).toContain('Don’t have an error?');
    expect(textOf(html)).toContain('Enter practice');
  });

  it('lists the cases to practise in practice, and no way into practice', () => {
    const html = draw(<DiagnosePage />, known({ mode: 'practice' }));
    for (const { id } of inventedScenarios()) expect(html).toContain(`data-testid="scenario-${id}"`);
    expect(textOf(html)).not.toContain('Enter practice');
  });
});

describe('the keys page', () => {
  it('shows the end of each key, where it belongs and how its check went', () => {
    const text = textOf(draw(<KeysPage />, known()));
    expect(text).toContain('…h4Tq');
    expect(text).toContain('lists 4 models');
    expect(text).toContain('Refused invalid_api_key');
    expect(text).toContain('→ https://eu.api.openai.com/v1');
  });

  it('warns of no other host in practice, where every key goes to the same one', () => {
    expect(textOf(draw(<KeysPage />, known({ mode: 'practice' })))).not.toContain('→ http');
  });

  it('says in words why a key was refused', () => {
    const keys = inventedKeys(AT).map((key) => ({
      ...key,
      health: { kind: 'refused', code: 'key_invalid' } as const,
    }));
    const text = textOf(draw(<KeysPage />, known({}, {}, keys)));
    expect(text).toContain(`Refused ${sayIn('en')('verdict.cause.key_invalid.title')}`);
    expect(text).not.toContain('key_invalid');
  });

  it('claims nothing of a keychain that was never tried', () => {
    expect(textOf(draw(<KeysPage />, known({}, { state: 'unused' })))).toContain('not been used since');
  });

  it('explains what keys are for where there are none', () => {
    expect(textOf(draw(<KeysPage />, known({}, {}, [])))).toContain('No keys yet');
  });

  it.each(['locked', 'absent', 'denied', 'timeout', 'failed'] as const)(
    'says what to do where the keychain is %s, and offers this session only',
    (state) => {
      const html = draw(<KeysPage />, known({}, { state }));
      expect(html).toContain(`data-state="${state}"`);
      expect(textOf(html)).toContain('Use for this session only');
      expect(textOf(html)).toContain('Keys that are already stored are not touched.');
    },
  );

  it.each([
    ['gnome', 'locked', 'Passwords and Keys'],
    ['gnome', 'absent', 'gnome-keyring'],
    ['kde', 'locked', 'KWalletManager'],
    ['kde', 'absent', 'KDE Wallet'],
  ] as const)('names the program of the %s desktop where the keychain is %s', (desktop, state, program) => {
    expect(textOf(draw(<KeysPage />, known({ desktop }, { state })))).toContain(program);
  });

  it('says that keys of this session are gone afterwards', () => {
    expect(textOf(draw(<KeysPage />, known({}, { store: 'session' })))).toContain('gone when you quit');
  });

  it('lets nobody add keys of their own in practice, and says why', () => {
    const info = { mode: 'practice', practiceOnly: true } as const;
    const text = textOf(draw(<KeysPage />, known(info, { store: 'practice' })));
    expect(text).not.toContain('Add a key');
    expect(text).toContain('keys of your own cannot be stored here');
  });
});

describe('the settings', () => {
  it('name the variables found and what each does', () => {
    const text = textOf(draw(<SettingsPage />, known()));
    expect(text).toContain('OPENAI_API_KEY Wins over a key in many settings files.');
    expect(text).toContain('OPENAI_SOMETHING_NEW Read by some programs at start.');
  });

  it('say plainly that a rebuilt Electron is one', () => {
    expect(textOf(draw(<SettingsPage />, known({ runtime: 'stand_in' })))).toContain(
      'rebuilt by a third party',
    );
  });
});

describe('the badge of practice', () => {
  it('offers the way out of practice, or says why there is none', () => {
    const badge = (practiceOnly: boolean) => textOf(draw(<PracticeBadge info={{ ...INFO, practiceOnly }} />));
    expect(badge(false)).toContain('Leave practice');
    expect(badge(true)).not.toContain('Leave practice');
    expect(badge(true)).toContain('practice only');
  });
});

describe('the notice about the store', () => {
  it.each([
    [{}, ''],
    [{ storeSetAside: '/home/robin/doctor.sqlite.set-aside-1' }, '/home/robin/doctor.sqlite.set-aside-1'],
    [{ storeUnavailable: true }, 'forgotten when you quit'],
    [{ storeTrouble: 'full' }, 'The disk was full'],
    [{ storeTrouble: 'read_only' }, 'cannot be written to'],
  ] as const)('for %o says “%s”', (part, words) => {
    const text = textOf(draw(<StoreNotice info={{ ...INFO, ...part }} />));
    expect(words === '' ? text === '' : text.includes(words)).toBe(true);
  });
});
