import { describe, expect, it } from 'vitest';
import { realWorkspace } from '../../../electron/app/workspace';
import type { Fetch } from '../../../electron/probes/guarded-fetch';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { checkRecord } from '../../support/check-record';
import { foundations } from '../../support/foundations';
import { manualEnvironment } from '../../support/manual-environment';
import { storedCase } from '../../support/stored-case';

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
  const start = () => realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map(), 'test');
  return { start, store: new CaseStore(database), history: new HistoryStore(database) };
}

describe('closing a workspace', () => {
  it('calls off every check that was asked for, and begins no further one', async () => {
    const { signals, silent } = silence();
    const workspace = workspaceOn(silent).start();
    const ids: string[] = [];
    for (const letter of 'ABCDEFGHIJ') {
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
    workspace.matrix.start({ kind: 'fill', keyIds: ids });
    const checked = workspace.admin.checkKey(admin.value.id);
    await expect.poll(() => signals.length).toBe(9);
    await workspace.close();
    await checked;
    expect(workspace.matrix.run?.state).toBe('cancelled');
    expect([signals.length, signals.every(({ aborted }) => aborted)]).toEqual([9, true]);
  });
});

describe('starting a workspace', () => {
  /** Sixty old cases, and tests that were answered on these days; the clock stands at 2026-11-22. */
  function startedWith(...answeredOn: readonly string[]) {
    const { start, store, history } = workspaceOn(() => Promise.reject(new Error('offline')), 30);
    for (let number = 0; number < 60; number += 1)
      store.save(storedCase(`case-${number}`, new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString()));
    for (const day of answeredOn)
      history.record(checkRecord({ id: `check-${day}`, at: `${day}T09:00:00.000Z` }), null);
    start();
    return store;
  }

  it('lets go of cases that are older than what is kept, beyond those that are listed', () => {
    const store = startedWith('2026-11-20', '2026-11-21', '2026-11-22');
    expect([store.list(100).length, store.find('case-9'), store.find('case-10')?.id]).toEqual([
      50,
      null,
      'case-10',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['nothing was answered', []],
    ['answers came before that time only', ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['one answer alone came since', ['2026-01-01', '2026-01-02', '2026-11-22']],
  ])('lets go of none by the clock alone, where %s', (_name, answeredOn) => {
    expect(startedWith(...answeredOn).list(100)).toHaveLength(60);
  });
});
