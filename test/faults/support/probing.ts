/** The running app's network, used through the verbs that the window has. */
import type { DoctorApi } from '../../../shared/ipc/contract';
import type { RunningApp } from '../../e2e/support/launch';

/** Of one test, as the window is told: outcome, layer and code. */
export type Told = readonly [string, string | null, string | null];

/** An answer that a test is served with, and how the test is then told. */
export const GOOD = JSON.stringify({
  object: 'response',
  status: 'completed',
  error: null,
  model: 'gpt-5.4-mini',
});
export const CONFIRMED: Told = ['confirmed', null, null];

export class Probing {
  readonly #running: RunningApp;

  constructor(running: RunningApp) {
    this.#running = running;
  }

  /** Adds a key that is kept in memory alone; gives the app's id of it. */
  addKey(secret: string, label: string, baseUrl: string): Promise<string> {
    return this.#running.page.evaluate(
      async (key) => {
        const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
        await doctor.keys.use_session_only({});
        const added = await doctor.keys.add(key);
        if (!added.ok) throw new Error(added.error.code);
        return added.value.id;
      },
      { secret, label, baseUrl },
    );
  }

  /** One free test, agreed to as it has to be for other hosts than OpenAI's: how it is told, and its milliseconds. */
  async test(keyId: string, model = 'gpt-5.4-mini'): Promise<{ told: Told; durationMs: number }> {
    const check = await this.#running.page.evaluate(
      async (cell) => {
        const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
        const reply = await doctor.matrix.retest({ ...cell, probe: 'free_probe', consent: true });
        if (!reply.ok) throw new Error(reply.error.code);
        return reply.value;
      },
      { keyId, model },
    );
    return { told: [check.outcome, check.layer, check.code], durationMs: check.durationMs };
  }

  /** The key's own test on the page of keys: its health, or the code of the refusal. */
  check(keyId: string): Promise<string> {
    return this.#running.page.evaluate(async (id) => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const reply = await doctor.matrix.retest({ keyId: id, model: null, probe: 'list', consent: false });
      if (!reply.ok) return reply.error.code;
      const listed = await doctor.keys.list({});
      return listed.ok
        ? JSON.stringify(listed.value.find((key) => key.id === id)?.health)
        : listed.error.code;
    }, keyId);
  }

  /** Starts a run of free tests over so many names of models with every key. */
  start(keyIds: readonly string[], models: number): Promise<void> {
    return this.#running.page.evaluate(
      async ({ ids, count }) => {
        const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
        const names = Array.from({ length: count }, (_, index) => `gpt-5.4-mini-${index}`);
        const reply = await doctor.matrix.start({
          kind: 'confirm',
          probe: 'free_probe',
          cells: ids.map((keyId) => ({ keyId, models: names })),
          consent: true,
          expensive: false,
        });
        if (!reply.ok) throw new Error(reply.error.code);
      },
      { ids: [...keyIds], count: models },
    );
  }

  /** State of the newest run, and how many of its cells were answered. */
  run(): Promise<readonly [string, number]> {
    return this.#running.page.evaluate(async () => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const reply = await doctor.matrix.read({ since: null });
      if (!reply.ok) throw new Error(reply.error.code);
      const { run } = reply.value;
      return [run?.state ?? 'none', run?.done ?? 0] as const;
    });
  }

  /** What the newest run has found so far. */
  counts(): Promise<Readonly<Record<string, number>>> {
    return this.#running.page.evaluate(async () => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const reply = await doctor.matrix.read({ since: null });
      if (!reply.ok) throw new Error(reply.error.code);
      return { ...reply.value.run?.counts };
    });
  }

  cancel(): Promise<void> {
    return this.#running.page.evaluate(async () => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      await doctor.matrix.cancel({});
    });
  }

  /** Counts the boxes that tell of bugs from now on, in place of showing them; a box that asks about a host gets a yes. */
  async countBoxes(): Promise<() => Promise<number>> {
    await this.#running.app.evaluate(({ dialog }) => {
      Reflect.set(globalThis, 'boxes', 0);
      const count = () => Reflect.set(globalThis, 'boxes', Number(Reflect.get(globalThis, 'boxes')) + 1);
      dialog.showMessageBox = (...said: readonly unknown[]) => {
        const asks = said.some((each) => (Reflect.get(Object(each), 'buttons') as unknown) !== undefined);
        if (!asks) count();
        return Promise.resolve({ response: asks ? 1 : 0, checkboxChecked: false });
      };
      dialog.showErrorBox = count;
    });
    return () => this.#running.app.evaluate(() => Number(Reflect.get(globalThis, 'boxes')));
  }
}
