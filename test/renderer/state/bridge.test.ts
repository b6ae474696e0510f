import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, CallError, onChange } from '../../../renderer/state/bridge';
import { createFakeDoctor, type FakeOptions } from '../support/fake-doctor';

const options: FakeOptions = {
  now: () => new Date('2026-11-22T10:00:00.000Z'),
  wait: async () => undefined,
};

function install(more: Partial<FakeOptions> = {}) {
  vi.stubGlobal('window', { doctor: createFakeDoctor({ ...options, ...more }) });
}

afterEach(() => vi.unstubAllGlobals());

describe('the bridge', () => {
  it('gives the value of a call that succeeded', async () => {
    install();
    expect((await ask((doctor) => doctor.keys.list({}))).map((key) => key.id)).toEqual([
      'key-1',
      'key-2',
      'key-3',
    ]);
  });

  it('throws the code of a call that was declined', async () => {
    install({ failing: { 'cases:open': 'store_failed' } });
    const failure = await ask((doctor) => doctor.cases.open({ text: 'x', keyId: null, model: null })).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(CallError);
    expect((failure as CallError).code).toBe('store_failed');
  });

  it('passes on what changed, until it is told to stop', async () => {
    install();
    const view = await ask((doctor) => doctor.cases.open({ text: null, keyId: 'key-1', model: 'gpt-5.5' }));
    const heard: string[] = [];
    const stop = onChange((topic) => heard.push(topic.kind));
    await ask((doctor) => doctor.cases.check({ id: view.id, probe: 'list', consent: false }));
    expect(heard).toContain('case');
    stop();
    heard.length = 0;
    await ask((doctor) => doctor.cases.check({ id: view.id, probe: 'list', consent: false }));
    expect(heard).toEqual([]);
  });
});
