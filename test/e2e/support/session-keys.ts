import type { Page } from 'playwright-core';
import type { Simulator } from '../../../electron/practice/simulator';
import type { DoctorApi } from '../../../shared/ipc/contract';

/**
 * Gives a real window keys of a simulator that the test controls, in memory alone. The app needs an environment
 * without a keyring. Returns the app's ids of the keys by those of the simulator.
 */
export async function addSessionKeys(
  page: Page,
  simulator: Simulator,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = simulator.keys
    .filter(({ id }) => wanted.includes(id))
    .map(({ id, secret, label }) => ({ id, secret, label }));
  const added = await page.evaluate(
    async (request) => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      await doctor.keys.use_session_only({});
      const ids: [string, string][] = [];
      for (const { id, secret, label } of request.keys) {
        const key = await doctor.keys.add({ secret, label, baseUrl: request.baseUrl });
        if (!key.ok) throw new Error(key.error.code);
        ids.push([id, key.value.id]);
      }
      return ids;
    },
    { keys, baseUrl: simulator.apiBaseUrl },
  );
  return new Map(added);
}
