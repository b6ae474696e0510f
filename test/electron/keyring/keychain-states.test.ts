import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { KeychainVault } from '../../../electron/vault/keychain-vault';
import { ForkTransport } from '../../support/fork-transport';
import { type KeyringOptions, PrivateKeyring } from '../../support/private-keyring';
import { inventedKey } from '../../support/secrets';

const SERVICE = 'Model Access Doctor';
const SECRET = inventedKey('inTheKeyring');
const DONE = { ok: true, value: undefined };
const FOUND = { ok: true, value: SECRET };
const failure = (kind: string) => ({ ok: false, error: { kind } });

let keyring: PrivateKeyring;
let transport: ForkTransport;
let vault: KeychainVault;

async function open(options: KeyringOptions = {}, timeout = 10_000): Promise<void> {
  keyring = await PrivateKeyring.start(options);
  transport = new ForkTransport(keyring.env);
  vault = new KeychainVault(transport.start, { platform: 'linux', timeout });
}

afterEach(async () => {
  await vault.close();
  await keyring.stop();
});

function lookUp(account: string) {
  return keyring.secretTool(['lookup', 'service', SERVICE, 'account', account]);
}

/** Every entry of the app as another program sees it, in a fixed order. */
async function everything(): Promise<readonly string[]> {
  const { output } = await keyring.secretTool(['search', '--all', 'service', SERVICE]);
  return output
    .split('\n')
    .filter((line) => /^(label|secret) = /.test(line))
    .sort();
}

describe('seen from another program', () => {
  it('a stored secret is there under its service and account, and gone after removal', async () => {
    await open();
    const id = randomUUID();
    await vault.put(id, SECRET);
    expect(await lookUp(id)).toEqual({ status: 0, output: SECRET });
    expect(await vault.remove(id)).toEqual(DONE);
    expect(await lookUp(id)).toEqual({ status: 1, output: '' });
  });

  it('there is one canary besides, and nothing else is left over', async () => {
    await open();
    await vault.put('one', SECRET);
    const labels = (await everything()).filter((line) => line.startsWith('label'));
    expect(labels).toEqual([`label = ${SERVICE}/canary`, `label = ${SERVICE}/one`]);
  });

  it('neither the arguments nor the environment of the vault process show a secret', async () => {
    await open();
    await vault.put('one', SECRET);
    const canary = await lookUp('canary');
    expect(transport.visible).not.toContain(SECRET);
    expect(transport.visible).not.toContain(canary.output);
  });

  it('an entry that another program removed is missing', async () => {
    await open();
    await vault.put('one', SECRET);
    await keyring.secretTool(['clear', 'service', SERVICE, 'account', 'one']);
    expect(await vault.get('one')).toEqual(failure('missing'));
  });

  it('fingerprints stay the same when the app is started again', async () => {
    await open();
    const before = await vault.fingerprint(SECRET);
    await vault.close();
    vault = new KeychainVault(transport.start, { platform: 'linux' });
    expect(await vault.fingerprint(SECRET)).toEqual(before);
  });
});

describe('a locked keyring', () => {
  it('is never taken for an empty one, and nothing in it changes', async () => {
    await open();
    await vault.put('one', SECRET);
    const before = await everything();
    await keyring.lock();
    expect(await vault.get('one')).toEqual(failure('locked'));
    expect(await vault.get('unknown')).toEqual(failure('locked'));
    expect(await vault.remove('one')).toEqual(failure('locked'));
    expect(await vault.put('one', inventedKey('other'))).toEqual(failure('locked'));
    expect(await vault.fingerprint(SECRET)).toEqual(failure('locked'));
    expect(await vault.retry()).toMatchObject({ state: 'locked' });
    await keyring.unlock();
    expect(await everything()).toEqual(before);
  });

  it('is told from an empty one by an app that was just started, too', async () => {
    await open();
    await vault.put('one', SECRET);
    const before = await everything();
    await vault.close();
    vault = new KeychainVault(transport.start, { platform: 'linux' });
    await keyring.lock();
    expect(await vault.get('one')).toEqual(failure('locked'));
    expect(await vault.remove('one')).toEqual(failure('locked'));
    await keyring.unlock();
    expect(await everything()).toEqual(before);
    expect(await vault.get('one')).toEqual(FOUND);
  });

  it('works again after it is opened, with the same process', async () => {
    await open();
    await vault.put('one', SECRET);
    await keyring.lock();
    await vault.get('one');
    await keyring.unlock();
    expect(await vault.get('one')).toEqual(FOUND);
    expect(transport.started).toBe(1);
  });
});

describe('no keyring', () => {
  it('is absent where there is no session bus', async () => {
    await open({ daemon: false });
    await keyring.killBus();
    expect(await vault.get('one')).toEqual(failure('absent'));
  });

  it('is absent where no variable names a session bus', async () => {
    await open({ daemon: false });
    const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...env } = keyring.env;
    vault = new KeychainVault(new ForkTransport(env).start, { platform: 'linux' });
    expect(await vault.get('one')).toEqual(failure('absent'));
  });

  it('is absent where nobody on the bus keeps secrets', async () => {
    await open({ daemon: false });
    expect(await vault.put('one', SECRET)).toEqual(failure('absent'));
    expect(await vault.status()).toMatchObject({ state: 'absent' });
  });

  it('is absent where the service runs without any keyring', async () => {
    await open({ collection: false });
    expect(await vault.put('one', SECRET)).toEqual(failure('absent'));
  });

  it('stays absent however often it is tried, and works once a service comes up', async () => {
    await open({ daemon: false });
    for (let n = 0; n < 6; n += 1) expect(await vault.get('one')).toEqual(failure('absent'));
    await keyring.startDaemon();
    expect(await vault.put('one', SECRET)).toEqual(DONE);
  });
});

describe('something ends', () => {
  it('a killed daemon is absent, and a new one is found by itself', async () => {
    await open();
    await vault.put('one', SECRET);
    await keyring.killDaemon();
    expect(await vault.get('one')).toEqual(failure('absent'));
    await keyring.startDaemon();
    expect(await vault.get('one')).toEqual(FOUND);
  });

  it('a daemon replaced between two calls goes unnoticed', async () => {
    await open();
    await vault.put('one', SECRET);
    await keyring.killDaemon();
    await keyring.startDaemon();
    expect(await vault.put('two', SECRET)).toEqual(DONE);
    expect(await vault.get('one')).toEqual(FOUND);
  });

  it('a bus replaced together with its daemon goes unnoticed', async () => {
    await open();
    await vault.put('one', SECRET);
    await keyring.killBus();
    await keyring.killDaemon();
    await keyring.startBus();
    await keyring.startDaemon();
    expect(await vault.get('one')).toEqual(FOUND);
  });

  it.each(['SIGSEGV', 'SIGKILL'] as const)(
    'a vault process ended by %s under a call is replaced',
    async (signal) => {
      await open();
      await vault.put('one', SECRET);
      keyring.pauseDaemon();
      const reading = vault.get('one');
      await transport.asked();
      transport.signal(signal);
      keyring.resumeDaemon();
      expect(await reading).toEqual(FOUND);
      expect(transport.started).toBe(2);
    },
  );

  it('a process that crashes each time ends in failure after three replacements, until asked again', async () => {
    await open();
    await vault.put('one', SECRET);
    keyring.pauseDaemon();
    const jobs = Promise.all([vault.get('one'), vault.get('one'), vault.get('one')]);
    for (let n = 0; n < 4; n += 1) {
      await transport.asked();
      transport.signal('SIGSEGV');
    }
    expect(await jobs).toEqual(Array(3).fill(failure('failed')));
    expect(transport.started).toBe(4);
    keyring.resumeDaemon();
    expect(await vault.get('one')).toEqual(failure('failed'));
    expect(await vault.retry()).toMatchObject({ state: 'ready' });
    expect(await vault.get('one')).toEqual(FOUND);
  });
});

describe('a daemon that does not answer', () => {
  it('ends every waiting job as a time-out, and serves the next one when it answers again', async () => {
    await open({}, 1_000);
    await vault.put('one', SECRET);
    keyring.pauseDaemon();
    const jobs = await Promise.all(Array.from({ length: 20 }, () => vault.get('one')));
    expect(jobs).toEqual(Array(20).fill(failure('timeout')));
    keyring.resumeDaemon();
    expect(await vault.get('one')).toEqual(FOUND);
  });
});
