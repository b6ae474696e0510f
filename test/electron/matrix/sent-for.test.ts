/** A key of the old form is tested for the organization and project that the person chose for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS, ORGANIZATIONS, PROJECTS } from '../../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../../electron/practice/simulator';
import { EVERY_CHECK } from '../../../shared/history/views';
import type { SentFor } from '../../../shared/keys/key';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { inventedLegacyKey } from '../../support/secrets';
import { type Bench, benchOn, cellText, confirm, fill } from './support';

const KEY = KEY_IDS.storefront;
/** The storefront's project does not have it, the sandbox does. */
const MODEL = 'gpt-5.5';
const SANDBOX = { organization: ORGANIZATIONS.maple, project: PROJECTS.sandbox };
const secret = inventedLegacyKey('Storefront');

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await startSimulator({ latencyMs: 0 });
  simulator.control.change((world) => ({
    ...world,
    keys: world.keys.map((key) =>
      key.id === KEY ? { ...key, kind: 'legacy', secret, reaches: [PROJECTS.sandbox, PROJECTS.sunday] } : key,
    ),
  }));
  const { apiBaseUrl } = simulator;
  bench = await benchOn({ apiBaseUrl, keys: [{ id: KEY, secret, label: 'Storefront' }] });
});
afterEach(async () => {
  bench.matrix.close();
  await simulator.close();
});

function choose(sentFor: SentFor): void {
  const edited = bench.keys.edit(KEY, { label: 'Storefront', note: '', colour: null, sentFor });
  if (!edited.ok) throw new Error(edited.error.code);
}

const state = () => cellText(bench.matrix.read(null), KEY, MODEL);
const kept = () => bench.history.page(EVERY_CHECK, null).checks;

describe('a key with headers of its own', () => {
  it('is asked with them by every test, and each says so', async () => {
    choose(SANDBOX);
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: KEY, models: [MODEL] }]);
    expect(state()).toBe('passed_free_test by check');
    expect(new Set(kept().map(({ sent }) => JSON.stringify(sent)))).toEqual(
      new Set([JSON.stringify(SANDBOX)]),
    );
    const asked = simulator.control.requests();
    const carries = ({ headerNames }: (typeof asked)[number]) =>
      headerNames.includes('openai-organization') && headerNames.includes('openai-project');
    expect([asked.length > 0, asked.every(carries)]).toEqual([true, true]);
    expect(bench.keys.find(KEY)).toMatchObject(SANDBOX);
  });

  it('is vouched for by nothing that it was answered with others, until these are chosen again', async () => {
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: KEY, models: [MODEL] }]);
    expect([state(), bench.keys.find(KEY)?.project]).toEqual([
      'denied by check at policy',
      PROJECTS.storefront,
    ]);
    choose(SANDBOX);
    expect([state(), bench.keys.find(KEY)?.health, bench.keys.find(KEY)?.project]).toEqual([
      'unknown by nothing',
      null,
      null,
    ]);
    expect(bench.matrix.since(MODEL)).toEqual([{ keyId: KEY, since: { kind: 'unknown' } }]);
    await confirm(bench.matrix, [{ keyId: KEY, models: [MODEL] }]);
    expect(state()).toBe('passed_free_test by check');
    choose(NO_HEADERS);
    expect(state()).toBe('denied by check at policy');
  });

  it('is shown as it is asked after a restart as well', async () => {
    await fill(bench.matrix);
    await confirm(bench.matrix, [{ keyId: KEY, models: [MODEL] }]);
    choose(SANDBOX);
    bench.matrix.close();
    const { apiBaseUrl } = simulator;
    bench = await benchOn({ apiBaseUrl, keys: [] }, { database: bench.database });
    expect(state()).toBe('none');
    choose(NO_HEADERS);
    expect(state()).toBe('denied by check at policy');
  });

  it('is named with them in both files', async () => {
    choose(SANDBOX);
    await fill(bench.matrix);
    const csv = bench.matrix.export('csv', { kind: 'all' }, 'en').trim().split('\r\n');
    expect(csv[0]?.endsWith(',sent_organization,sent_project')).toBe(true);
    expect(csv[1]?.endsWith(`,${SANDBOX.organization},${SANDBOX.project}`)).toBe(true);
    const parts: string[] = [];
    for await (const part of bench.history.export(EVERY_CHECK, 'csv')) parts.push(part);
    expect(parts.join('')).toContain(`,${SANDBOX.organization},${SANDBOX.project}\r\n`);
  });

  it('tells of the project that it was refused for, where it does not reach that', async () => {
    choose({ organization: ORGANIZATIONS.harbor, project: null });
    await fill(bench.matrix);
    expect(kept()[0]).toMatchObject({ outcome: 'denied', cause: 'org_or_project_mismatch' });
    choose(NO_HEADERS);
    expect(bench.matrix.read(null).rows[0]?.refusal ?? null).toBeNull();
  });
});
