import { describe, expect, it } from 'vitest';
import { ADMIN_KEY_IDS, KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { practice } from '../practice/support';
import { must, office, SIGNAL } from './support';

const MAPLE = ADMIN_KEY_IDS.maple;

describe('admin keys', () => {
  it('learn their projects and are then found by a project', async () => {
    const { keys } = await office(await practice());
    expect(keys.forProject(PROJECTS.mobile)).toBeNull();
    const checked = must(await keys.check(MAPLE, SIGNAL));
    expect(checked.health).toEqual({ kind: 'accepted', projects: 5 });
    expect([keys.forProject(PROJECTS.mobile)?.id, keys.forProject(PROJECTS.harbor)]).toEqual([MAPLE, null]);
  });

  it('list projects beyond the first page', async () => {
    const simulator = await practice();
    simulator.control.change((world) => {
      const [first] = world.projects;
      if (first === undefined) throw new Error('No project');
      const more = Array.from({ length: 230 }, (_, index) => ({ ...first, id: `proj_More${index}` }));
      return { ...world, projects: [...world.projects, ...more] };
    });
    const { keys } = await office(simulator);
    expect(must(await keys.check(MAPLE, SIGNAL)).health).toEqual({ kind: 'accepted', projects: 235 });
    expect(keys.projects(MAPLE)).toHaveLength(235);
  });

  it.each([
    ['a project key', () => ['sk', 'proj', 'INVENTED0123456789abcdef'].join('-'), 'key_not_admin'],
    ['nothing', () => ' ', 'key_empty'],
    ['a redacted key', () => ['sk', 'admin', '…'].join('-'), 'key_redacted'],
  ])('%s is not taken for one', async (_name, secret, code) => {
    const { keys } = await office(await practice());
    expect(await keys.add({ secret: secret(), label: '', baseUrl: null })).toMatchObject({ error: { code } });
  });

  it('are stored once', async () => {
    const simulator = await practice();
    const { keys } = await office(simulator);
    const secret = simulator.adminKeys.find(({ id }) => id === MAPLE)?.secret ?? '';
    expect(await keys.add({ secret, label: 'again', baseUrl: null })).toMatchObject({
      error: { code: 'key_duplicate' },
    });
  });

  it('are called refused only on the API’s word, never for being offline', async () => {
    const simulator = await practice();
    const { keys } = await office(simulator);
    simulator.control.setFaults([{ fault: { kind: 'reset' }, times: 1 }]);
    expect(must(await keys.check(MAPLE, SIGNAL)).health).toEqual({ kind: 'undecided', code: 'reset' });
    simulator.control.change((world) => ({ ...world, adminKeys: [] }));
    expect(must(await keys.check(MAPLE, SIGNAL)).health).toEqual({ kind: 'refused', code: 'key_invalid' });
  });

  it('go with their projects when they are deleted', async () => {
    const { keys } = await office(await practice());
    must(await keys.check(MAPLE, SIGNAL));
    must(await keys.remove(MAPLE));
    expect([keys.find(MAPLE), keys.forProject(PROJECTS.mobile), await keys.target(MAPLE)]).toEqual([
      null,
      null,
      expect.objectContaining({ ok: false }),
    ]);
  });

  it('may be deleted while their projects are being read', async () => {
    const simulator = await practice();
    const removals: Promise<unknown>[] = [];
    const { keys } = await office(simulator, [], () => removals.push(keys.remove(MAPLE)));
    expect(await keys.check(MAPLE, SIGNAL)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await Promise.all(removals);
    expect(keys.projects(MAPLE)).toEqual([]);
  });

  it('are not used once others have put another secret in their place', async () => {
    const sent: string[] = [];
    const { keys, vault } = await office(await practice(), [], (method) => sent.push(method));
    await vault.put(MAPLE, ['sk', 'admin', 'INVENTEDofSomebodyElse99'].join('-'));
    expect(await keys.check(MAPLE, SIGNAL)).toMatchObject({ error: { code: 'admin_key_changed' } });
    expect([sent, keys.find(MAPLE)?.health]).toEqual([[], null]);
  });

  it('never leave main: no summary holds a secret', async () => {
    const simulator = await practice();
    const { keys } = await office(simulator);
    must(await keys.check(MAPLE, SIGNAL));
    const told = JSON.stringify([keys.list(), keys.projects(MAPLE)]);
    expect(simulator.adminKeys.filter(({ secret }) => told.includes(secret.slice(0, 40)))).toEqual([]);
  });

  it('send a redirect nowhere', async () => {
    const simulator = await practice();
    const { keys } = await office(simulator);
    const location = `${simulator.origin}/v1/models`;
    simulator.control.setFaults([{ fault: { kind: 'redirect', status: 307, location } }]);
    const { health } = must(await keys.check(MAPLE, SIGNAL));
    expect([health?.kind, simulator.control.requests().map(({ path }) => path)]).toEqual([
      'undecided',
      ['/organization/projects'],
    ]);
    expect(simulator.keys.some(({ id }) => id === KEY_IDS.storefront)).toBe(true);
  });
});
