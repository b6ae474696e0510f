import { describe, expect, it } from 'vitest';
import { commit } from '../../../electron/ipc/key-handlers';
import { ok } from '../../../shared/base/result';
import type { ImportState } from '../../../shared/keys/import/preview';

const RUNNING: ImportState = { kind: 'running', total: 1, done: 0, stopping: false };

/** The host that was asked about, and what came of it. */
async function committed(baseUrl: string | null, agreed: boolean) {
  let asked: string | null = null;
  const imports = { state: (): ImportState => ({ kind: 'none' }), commit: () => ok(RUNNING) };
  const confirmHost = async (host: string) => {
    asked = host;
    return agreed;
  };
  const wish = { id: 'id-1', rows: [{ row: 0, label: 'x' }], baseUrl };
  const state = await commit(imports, { confirmHost }, wish);
  return { asked, kind: state.ok ? state.value.kind : state.error.code };
}

describe('storing keys for another host', () => {
  it.each([
    ['https://gateway.corp.test/v1', 'gateway.corp.test'],
    ['https://Gateway.Corp.test:8443/v1', 'gateway.corp.test:8443'],
    ['https://api.openai.com.evil.test/v1', 'api.openai.com.evil.test'],
    ['https://evil-api.openai.com/v1', 'evil-api.openai.com'],
    ['https://api.openai.com:8443/v1', 'api.openai.com:8443'],
    ['https://127.0.0.1.evil.test/v1', '127.0.0.1.evil.test'],
  ])('asks the person about %s', async (baseUrl, host) => {
    expect(await committed(baseUrl, true)).toEqual({ asked: host, kind: 'running' });
    expect(await committed(baseUrl, false)).toEqual({ asked: host, kind: 'none' });
  });

  it.each([
    [null],
    ['https://api.openai.com/v1'],
    ['https://eu.api.openai.com/v1'],
    ['http://127.0.0.1:4010/v1'],
    ['http://localhost:4010/v1'],
    ['http://[::1]:4010/v1'],
  ])('asks nothing about %s', async (baseUrl) => {
    expect(await committed(baseUrl, false)).toEqual({ asked: null, kind: 'running' });
  });
});
