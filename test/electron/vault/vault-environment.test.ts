import { expect, it } from 'vitest';
import { vaultEnvironment } from '../../../electron/vault/vault-environment';

it('passes on what leads to the keyring', () => {
  const needed = {
    HOME: '/home/ann',
    PATH: '/usr/bin',
    LANG: 'ja_JP.UTF-8',
    DISPLAY: ':0',
    WAYLAND_DISPLAY: 'wayland-0',
    XAUTHORITY: '/home/ann/.Xauthority',
    XDG_RUNTIME_DIR: '/run/user/1000',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
  };
  expect(vaultEnvironment(needed)).toEqual(needed);
});

it.each([
  'OPENAI_API_KEY',
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
  'LD_PRELOAD',
  'HTTPS_PROXY',
  'G_MESSAGES_DEBUG',
])('keeps %s from the process that holds the keychain', (name) => {
  expect(vaultEnvironment({ [name]: 'anything', HOME: '/home/ann' })).toEqual({ HOME: '/home/ann' });
});
