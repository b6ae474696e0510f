import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../electron/probes/guarded-fetch';
import { CaseStore } from '../../electron/store/case-store';
import { openDatabase } from '../../electron/store/database';
import { MemoryVault } from '../../electron/vault/memory-vault';
import { realWorkspace } from '../../electron/workspace';
import { WIZARD_START } from '../../shared/wizard/wizard';
import { foundations } from '../support/foundations';
import { manualEnvironment } from '../support/manual-environment';

const secretOf = (kind: string, letter: string) => ['sk', kind, `${letter}y9_`.repeat(20)].join('-');

/** Requests that nobody answers, until they are called off. */
function silence() {
  const signals: AbortSignal[] = [];
  const silent: Fetch = (_url, { signal }) =>
    new Promise((_resolve, reject) => {
      if (signal == null) return;
      signals.push(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  return { signals, silent };
}

function workspaceOn(fetch: Fetch, keepDays = 0) {
  const environment = manualEnvironment();
  const { database } = openDatabase(':memory:', environment.now);
  const base = { ...foundations(environment, fetch), keepDays: () => keepDays };
  const start = () => realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map());
  return { start, store: new CaseStore(database) };
}

describe('closing a workspace', () => {
  it('calls off every check that was asked for, and begins no further one', async () => {
    const { signals, silent } = silence();
    const workspace = workspaceOn(silent).start();
    const ids: string[] = [];
    for (const letter of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const added = await workspace.keys.add({
        secret: secretOf('proj', letter),
        label: letter,
        baseUrl: null,
      });
      if (added.ok) ids.push(added.value.id);
    }
    const admin = await workspace.admin.keys.add({
      secret: secretOf('admin', 'Z'),
      label: 'Owner',
      baseUrl: null,
    });
    if (!admin.ok) throw new Error(admin.error.code);
    workspace.checks.start(ids);
    const checked = workspace.admin.checkKey(admin.value.id);
    await expect.poll(() => signals.length).toBe(5);
    await workspace.close();
    await checked;
    await expect.poll(() => workspace.checks.state()).toBeNull();
    expect([signals.length, signals.every(({ aborted }) => aborted)]).toEqual([5, true]);
  });
});

describe('starting a workspace', () => {
  it('lets go of cases that are older than what is kept, beyond those that are listed', () => {
    const { start, store } = workspaceOn(() => Promise.reject(new Error('offline')), 30);
    for (let number = 0; number < 60; number += 1)
      store.save({
        id: `case-${number}`,
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
        text: null,
        keyId: null,
        model: null,
        evidence: [],
        wizard: WIZARD_START,
        watch: null,
      });
    start();
    expect([store.list(100).length, store.find('case-9'), store.find('case-10')?.id]).toEqual([
      50,
      null,
      'case-10',
    ]);
  });
});
