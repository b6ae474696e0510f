import { beforeEach, describe, expect, it } from 'vitest';
import { KeychainVault } from '../../../electron/vault/keychain-vault';
import { ManualTimers } from '../../support/manual-timers';
import { type Behaviour, ScriptedProcesses, workingKeychain } from '../../support/scripted-vault-process';
import { inventedKey } from '../../support/secrets';
import { describeVault } from './contract';

const SECRET = inventedKey('stored');
const DONE = { ok: true, value: undefined };
const failure = (kind: string) => ({ ok: false, error: { kind } });

let entries: Map<string, string>;
let works: Behaviour;
let processes: ScriptedProcesses;
let timers: ManualTimers;
let vault: KeychainVault;

beforeEach(() => {
  entries = new Map();
  works = workingKeychain(entries);
  processes = new ScriptedProcesses(works);
  timers = new ManualTimers();
  vault = open('linux');
});

function open(platform: string): KeychainVault {
  return new KeychainVault(processes.start, { platform, timers });
}

/** Lets everything that needs no time to pass happen. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describeVault('the vault in an invented keychain', async () => {
  const invented = new ScriptedProcesses(workingKeychain(new Map()));
  const opened = new KeychainVault(invented.start, { platform: 'linux' });
  return { vault: opened, close: () => opened.close() };
});

describe('before it is needed', () => {
  it('starts nothing and asks nothing, whatever its status is asked', async () => {
    expect(await vault.status()).toEqual({
      store: 'keychain',
      state: 'unused',
      backend: 'secret_service',
    });
    expect(processes.started).toBe(0);
  });

  it('refuses an unfit secret without asking the keychain', async () => {
    expect(await vault.put('id', 'a\nb')).toEqual(failure('failed'));
    expect(processes.started).toBe(0);
    expect(await vault.status()).toMatchObject({ state: 'unused' });
  });

  it.each(['', 'canary', 'scout'])('takes the reserved entry name %j for a bug', async (id) => {
    await expect(vault.put(id, SECRET)).rejects.toThrow('reserved');
    await expect(vault.get(id)).rejects.toThrow('reserved');
    await expect(vault.remove(id)).rejects.toThrow('reserved');
  });
});

describe('a queue of jobs', () => {
  it('never has two calls in flight', async () => {
    await Promise.all([
      vault.put('a', SECRET),
      vault.get('a'),
      vault.fingerprint(SECRET),
      vault.remove('a'),
      vault.retry(),
    ]);
    expect(processes.mostInFlight).toBe(1);
  });

  it('ends all jobs that wait behind an unanswered prompt when the first one gives up', async () => {
    processes.behaviour = () => 'hang';
    const jobs = Promise.all(Array.from({ length: 20 }, () => vault.get('a')));
    await quiet();
    timers.advance(10_000);
    expect(await jobs).toEqual(Array(20).fill(failure('timeout')));
    expect(processes.requests).toHaveLength(1);
    expect(processes.killed).toBe(1);
    expect(await vault.status()).toMatchObject({ state: 'timeout' });
  });

  it('waits longer after the person asked to try again', async () => {
    processes.behaviour = () => 'hang';
    const retried = vault.retry();
    await quiet();
    timers.advance(119_999);
    expect(processes.killed).toBe(0);
    timers.advance(1);
    expect(await retried).toMatchObject({ state: 'timeout' });
  });

  it('serves a job that is asked after the time-out, with a new process', async () => {
    entries.set('canary', 'c').set('a', SECRET);
    processes.behaviour = () => 'hang';
    const given = vault.get('a');
    await quiet();
    timers.advance(10_000);
    await given;
    processes.behaviour = works;
    expect(await vault.get('a')).toEqual({ ok: true, value: SECRET });
    expect(processes.started).toBe(2);
    expect(await vault.status()).toMatchObject({ state: 'ready' });
  });

  it('leaves no timer behind', async () => {
    await vault.put('a', SECRET);
    await vault.get('a');
    expect(timers.pending).toBe(0);
  });

  it('drops a reply that belongs to no call or is no reply', async () => {
    entries.set('canary', 'c').set('a', SECRET);
    processes.behaviour = (request) => (request.account === 'a' ? 'hang' : works(request));
    const job = vault.get('a');
    await quiet();
    for (const stray of [null, 7, {}, { number: 1, kind: 'read', secret: 'stale' }, { number: 2 }]) {
      processes.say(stray);
    }
    timers.advance(10_000);
    expect(await job).toEqual(failure('timeout'));
  });
});

describe('a locked keyring that reports everything as not found', () => {
  const locked: Behaviour = (request) => {
    if (request.op === 'read') return { kind: 'read', secret: null };
    if (request.op === 'erase') return { kind: 'erased', existed: false };
    return { kind: 'refused', reason: 'other' };
  };

  it.each([
    ['reading', () => vault.get('a')],
    ['removing', () => vault.remove('a')],
    ['storing', () => vault.put('a', SECRET)],
    ['fingerprinting', () => vault.fingerprint(SECRET)],
  ])('is called locked when %s', async (_, job) => {
    processes.behaviour = locked;
    expect(await job()).toEqual(failure('locked'));
    expect(await vault.status()).toMatchObject({ state: 'locked' });
  });

  it('is not written to again once its canary was seen', async () => {
    await vault.put('a', SECRET);
    processes.behaviour = locked;
    processes.requests.length = 0;
    expect(await vault.get('a')).toEqual(failure('locked'));
    expect(processes.requests.map(({ op }) => op)).toEqual(['read']);
  });

  it('keeps its canary when the person opens it at the second prompt', async () => {
    entries.set('canary', 'c').set('a', SECRET);
    let isOpen = false;
    processes.behaviour = (request) => {
      if (request.op === 'write') isOpen = true;
      return isOpen ? works(request) : locked(request);
    };
    expect(await vault.get('a')).toEqual({ ok: true, value: SECRET });
    expect([...entries]).toEqual([
      ['canary', 'c'],
      ['a', SECRET],
    ]);
  });

  it.each([
    ['reading', () => vault.get('a')],
    ['removing', () => vault.remove('a')],
    ['storing', () => vault.put('a', inventedKey('later'))],
  ])('is called locked when it closes between the canary and the entry, in %s', async (_, job) => {
    entries.set('canary', 'c').set('a', SECRET);
    processes.behaviour = (request) => {
      if (request.account === 'a') processes.behaviour = locked;
      return request.account === 'a' ? locked(request) : works(request);
    };
    expect(await job()).toEqual(failure('locked'));
    expect(entries.get('a')).toBe(SECRET);
  });

  it('works again as soon as it is open', async () => {
    await vault.put('a', SECRET);
    processes.behaviour = locked;
    await vault.get('a');
    processes.behaviour = works;
    expect(await vault.get('a')).toEqual({ ok: true, value: SECRET });
    expect(processes.started).toBe(1);
  });
});

describe('a keychain that refuses', () => {
  const refuses: Behaviour = () => ({ kind: 'refused', reason: 'other' });

  it.each([
    ['linux', 'absent'],
    ['darwin', 'denied'],
    ['win32', 'failed'],
  ])('everything is, on %s, %s', async (platform, kind) => {
    processes.behaviour = refuses;
    vault = open(platform);
    expect(await vault.get('a')).toEqual(failure(kind));
    expect(await vault.status()).toMatchObject({ state: kind });
  });

  it('to be loaded is absent', async () => {
    processes.behaviour = () => ({ kind: 'unavailable' });
    expect(await vault.get('a')).toEqual(failure('absent'));
  });

  it('to write for want of a keyring is absent', async () => {
    processes.behaviour = (request) =>
      request.op === 'write' ? { kind: 'refused', reason: 'no_keyring' } : works(request);
    expect(await vault.put('a', SECRET)).toEqual(failure('absent'));
  });

  it('a single entry fails for that entry alone', async () => {
    await vault.put('b', SECRET);
    processes.behaviour = (request) =>
      request.account === 'a' ? { kind: 'refused', reason: 'other' } : works(request);
    const both = await Promise.all([vault.put('a', SECRET), vault.get('b')]);
    expect(both).toEqual([failure('failed'), { ok: true, value: SECRET }]);
  });

  it('every call of a process that worked before is asked once more through a new one', async () => {
    await vault.put('a', SECRET);
    processes.behaviour = (request) =>
      processes.started === 1 ? { kind: 'refused', reason: 'other' } : works(request);
    expect(await vault.get('a')).toEqual({ ok: true, value: SECRET });
    expect(processes.started).toBe(2);
  });
});

describe('a keychain that goes away in the middle of a job', () => {
  beforeEach(() => {
    entries.set('canary', 'c').set('a', SECRET);
    let gone = false;
    processes.behaviour = (request) => {
      if (request.account === 'a') gone = true;
      return gone && processes.started === 1 ? { kind: 'refused', reason: 'other' } : works(request);
    };
  });

  it.each([
    ['reading', () => vault.get('a'), { ok: true, value: SECRET }],
    ['storing', () => vault.put('a', SECRET), DONE],
    ['removing', () => vault.remove('a'), DONE],
  ])('is reached through a new process, in %s', async (_, job, answer) => {
    expect(await job()).toEqual(answer);
    expect(processes.started).toBe(2);
  });

  it('is absent when the new process does not reach it either', async () => {
    const first = processes.behaviour;
    processes.behaviour = (request) =>
      processes.started === 1 ? first(request) : { kind: 'refused', reason: 'other' };
    expect(await vault.get('a')).toEqual(failure('absent'));
  });
});

describe('a write that comes back changed', () => {
  it('is reported as failed and taken out again', async () => {
    processes.behaviour = (request) => {
      const cut = request.op === 'write' && request.account === 'a';
      return works(cut ? { ...request, secret: request.secret.slice(0, 4) } : request);
    };
    expect(await vault.put('a', SECRET)).toEqual(failure('failed'));
    expect(entries.has('a')).toBe(false);
  });

  it('is called locked where the keyring was locked before it could be read back', async () => {
    await vault.get('a');
    let locked = false;
    processes.behaviour = (request) => {
      if (locked && request.op === 'read') return { kind: 'read', secret: null };
      locked ||= request.op === 'write' && request.account === 'a';
      return works(request);
    };
    expect(await vault.put('a', SECRET)).toEqual(failure('locked'));
    expect(await vault.status()).toMatchObject({ state: 'locked' });
  });
});

describe('a process that dies under a call', () => {
  const dies: Behaviour = () => 'die';

  it('is replaced and the job goes on', async () => {
    entries.set('canary', 'c').set('a', SECRET);
    processes.behaviour = (request) => (processes.started === 1 ? 'die' : works(request));
    expect(await vault.get('a')).toEqual({ ok: true, value: SECRET });
  });

  it('is replaced three times in a minute and then no more, until the person asks', async () => {
    processes.behaviour = dies;
    for (let n = 0; n < 10; n += 1) expect(await vault.get('a')).toEqual(failure('failed'));
    expect(processes.started).toBe(4);
    timers.advance(600_000);
    expect(await vault.get('a')).toEqual(failure('failed'));
    expect(processes.started).toBe(4);

    processes.behaviour = works;
    expect(await vault.retry()).toMatchObject({ state: 'ready' });
    expect(await vault.put('a', SECRET)).toEqual(DONE);
  });

  it('is replaced again and again if a minute lies between', async () => {
    processes.behaviour = dies;
    for (let n = 0; n < 5; n += 1) {
      await vault.get('a');
      timers.advance(60_000);
    }
    expect(processes.started).toBe(10);
  });
});

describe('closing', () => {
  it('ends the call in flight and those that wait, and takes no new ones', async () => {
    processes.behaviour = () => 'hang';
    const jobs = Promise.all([vault.get('a'), vault.put('b', SECRET)]);
    await quiet();
    await vault.close();
    expect(await jobs).toEqual([failure('failed'), failure('failed')]);
    expect(await vault.get('a')).toEqual(failure('failed'));
    expect({ started: processes.started, killed: processes.killed }).toEqual({ started: 1, killed: 1 });
    expect(timers.pending).toBe(0);
  });
});
