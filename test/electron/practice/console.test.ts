import { describe, expect, test } from 'vitest';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { html } from '../../../electron/practice/console/html';
import { LINK_IDS, LINKS, linkUrl } from '../../../shared/remedies/links';
import { visit, visitor } from './console-support';
import { call, listedModels, practice } from './support';

const LIMITS = `/settings/${PROJECTS.storefront}/limits`;
const hello = { model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 };

describe('the log-in', () => {
  test('stands before every page and leads back to it', async () => {
    const simulator = await practice();
    const stranger = visitor(simulator, '');
    const first = await stranger.get(LIMITS);
    expect([first.status, first.headers.get('location')]).toEqual([
      303,
      `/login?next=${encodeURIComponent(LIMITS)}`,
    ]);
    const answer = await stranger.send('/login', { next: LIMITS });
    expect(answer.headers.get('location')).toBe(LIMITS);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/);
  });

  test.each([
    'https://evil.example/settings/',
    '//evil.example/settings/',
    '/settings/../../evil',
    '/\\evil.example',
    'javascript:alert(1)',
  ])('never leads to %s', async (next) => {
    const stranger = visitor(await practice(), '');
    const answer = await stranger.send('/login', { next });
    expect(answer.headers.get('location')).toBe('/settings/organization/projects');
  });

  test('ends when the person logs out', async () => {
    const person = await visit(await practice());
    await person.send('/logout', { csrf: await person.token(LIMITS) });
    expect((await person.get(LIMITS)).status).toBe(303);
  });
});

describe('the pages', () => {
  const consoleLinks = LINK_IDS.filter((id) => LINKS[id].startsWith('/settings/'));

  test.each(consoleLinks)('the link %s finds its page', async (id) => {
    const simulator = await practice();
    const url = linkUrl(id, PROJECTS.storefront, simulator.origin);
    if (!url.ok) throw new Error('The link needs a project');
    const person = await visit(simulator);
    let response = await person.get(url.value.slice(simulator.origin.length));
    if (response.status === 303) response = await person.get(response.headers.get('location') ?? '');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Practice console — simulated, nothing here is OpenAI');
  });

  test('the address of the current project leads to that project', async () => {
    const person = await visit(await practice());
    await person.get(`/settings/${PROJECTS.mobile}/limits`);
    const response = await person.get('/settings/project/limits');
    expect(response.headers.get('location')).toBe(`/settings/${PROJECTS.mobile}/limits`);
  });

  test.each([
    ['/settings', '/settings/organization/general'],
    ['/settings/organization/billing', '/settings/organization/billing/overview'],
  ])('the address %s stands for %s, after a log-in as well', async (path, page) => {
    const simulator = await practice();
    const person = await visit(simulator);
    expect((await person.get(path)).headers.get('location')).toBe(page);
    const answer = await visitor(simulator, '').send('/login', { next: path });
    expect(answer.headers.get('location')).toBe(path);
  });

  test('have the log-in and the gear of the settings at the top, the gear only for who is logged in', async () => {
    const simulator = await practice();
    const top = (page: string) => /<header class="top">.*?<\/header>/s.exec(page)?.[0] ?? '';
    const stranger = top(await visitor(simulator, '').page('/login'));
    const person = top(await (await visit(simulator)).page(LIMITS));
    expect([stranger.includes('Log in</button>'), stranger.includes('class="gear"')]).toEqual([true, false]);
    expect([person.includes('Log in</button>'), person.includes('href="/settings"')]).toEqual([false, true]);
  });

  test('of billing name the balance, the payment method and its expiry date', async () => {
    const person = await visit(await practice());
    await person.get(LIMITS);
    const billing = '/settings/organization/billing/overview';
    expect(await person.page(billing)).toMatch(/\$184\.20.*Payment methods.*Expires.*\d\d\/\d{4}/s);
    await person.get(`/settings/${PROJECTS.weekend}/limits`);
    expect(await person.page(billing)).toContain('No payment method yet.');
  });

  test('show the address as the browser has it', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    expect(await person.page(LIMITS)).toContain(`value="${simulator.origin}${LIMITS}"`);
  });

  test('allow neither foreign nor inline code, nor framing', async () => {
    const person = await visit(await practice());
    const policy = (await person.get(LIMITS)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await person.page(LIMITS)).not.toMatch(/ style="| on\w+="|<style|<script>/);
  });

  test('hold no whole key', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    const pages = await Promise.all(
      ['/settings/organization/api-keys', `/settings/${PROJECTS.sandbox}/api-keys`].map(person.page),
    );
    for (const key of simulator.keys) expect(pages.join()).not.toContain(key.secret.slice(8, -4));
  });
});

describe('opened for a case', () => {
  const GENERAL = '/settings/organization/general';
  const said = (name: string) => `${name} is selected, because your case is about it.`;

  test('shows the organization of the case on pages that name none, and says so once', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    await person.get(LIMITS);
    simulator.selectInConsole({ project: PROJECTS.sunday, keyId: null });
    const page = await person.page(GENERAL);
    expect(page).toContain('<dd>Sunday Lab</dd>');
    expect(page).toContain(said('Sunday Lab'));
    expect(await person.page(GENERAL)).not.toContain(said('Sunday Lab'));
  });

  test('does so after a log-in as well', async () => {
    const simulator = await practice();
    simulator.selectInConsole({ project: PROJECTS.weekend, keyId: null });
    const page = await (await visit(simulator)).page(GENERAL);
    expect(page).toContain('<dd>Weekend Garage</dd>');
    expect(page).toContain(said('Weekend Garage'));
  });

  test('goes by the key where the case names no project of the practice', async () => {
    const simulator = await practice();
    simulator.selectInConsole({ project: 'proj_SomewhereElse', keyId: KEY_IDS.harbor });
    expect(await (await visit(simulator)).page(GENERAL)).toContain('<dd>Harbor Partners</dd>');
  });

  test('leaves the person free to switch', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    simulator.selectInConsole({ project: PROJECTS.sunday, keyId: null });
    await person.get(LIMITS);
    expect(await person.page(GENERAL)).toContain('<dd>Maple Robotics</dd>');
  });

  test('changes nothing where nothing is known', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    await person.get(`/settings/${PROJECTS.sunday}/limits`);
    simulator.selectInConsole({ project: null, keyId: null });
    expect(await person.page(GENERAL)).toContain('<dd>Sunday Lab</dd>');
  });
});

describe('a page that is not there', () => {
  test.each([
    ['/settings/proj_SomewhereElse/limits', 'is not part of practice'],
    [`/settings/${PROJECTS.sunday}/nothing`, 'has no page at'],
  ])('%s says “%s”', async (path, sentence) => {
    const person = await visit(await practice());
    expect((await person.get(path)).status).toBe(404);
    expect(await person.page(path)).toContain(sentence);
  });
});

describe('the lists under model usage', () => {
  const lists = async (project: string) => {
    const page = await (await visit(await practice())).page(`/settings/${project}/limits`);
    return [...page.matchAll(/<h3>(Allowed models|Blocked models|No list is set)<\/h3>(.*?)<\/div>/gs)].map(
      ([, name, beside]) => [name, beside?.includes('data-open="remove-list"') === true],
    );
  };

  test.each([
    ['storefront', [['Allowed models', true]]],
    ['research', [['Blocked models', true]]],
    ['sandbox', [['No list is set', false]]],
  ] as const)(
    'are shown one at a time, with the way to remove it beside its heading: %s',
    async (name, shown) => {
      expect(await lists(PROJECTS[name])).toEqual(shown);
    },
  );

  test('are removed only after a question', async () => {
    const page = await (await visit(await practice())).page(LIMITS);
    const form = '<input type="hidden" name="mode" value="none">';
    expect(page.split(form).length).toBe(2);
    expect(page).toMatch(new RegExp(`<dialog id="remove-list"[^]*${form}[^]*Remove restriction</button>`));
  });

  test('offer what they hold first, and then the newest model', async () => {
    const page = await (await visit(await practice())).page(LIMITS);
    const boxes = [...page.matchAll(/type="checkbox" name="model" value="([^"]+)"/g)].map(([, id]) => id);
    expect(boxes.slice(0, 3)).toEqual(['gpt-5.4-mini', 'text-embedding-3-small', 'gpt-6.1-sol']);
  });
});

describe('editing model usage', () => {
  test('an added model answers', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.storefront, body: hello })).status).toBe(
      403,
    );
    const saved = await person.save(PROJECTS.storefront, 'allow_list', ['gpt-5.4-mini', 'gpt-5.5']);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, LIMITS]);
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.storefront, body: hello })).status).toBe(
      200,
    );
    expect(await listedModels(simulator, KEY_IDS.storefront)).toEqual(['gpt-5.5', 'gpt-5.4-mini']);
  });

  test('is confirmed once, with a warning of the delay', async () => {
    const person = await visit(await practice());
    await person.save(PROJECTS.storefront, 'allow_list', ['gpt-5.5']);
    const toast = 'Saved. Changes can take a few minutes to reach every server.';
    expect(await person.page(LIMITS)).toContain(toast);
    expect(await person.page(LIMITS)).not.toContain(toast);
  });

  test.each([
    ['an emptied block list', 'deny_list', []],
    ['a removed restriction', 'none', []],
    ['a block list without the model', 'deny_list', ['gpt-6-sol']],
  ])('%s lets the blocked model answer', async (_name, mode, models) => {
    const simulator = await practice();
    await (await visit(simulator)).save(PROJECTS.research, mode, models);
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.research, body: hello })).status).toBe(200);
  });

  test('leaves other projects alone', async () => {
    const simulator = await practice();
    await (await visit(simulator)).save(PROJECTS.storefront, 'none', []);
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.research, body: hello })).status).toBe(403);
  });

  test.each([
    ['a model that the organization lacks', 'allow_list', ['gpt-6-cyber'], 400],
    ['an invented model', 'allow_list', ['<script>'], 400],
    ['an unknown kind of list', 'everything', [], 400],
  ])('refuses %s', async (_name, mode, models, status) => {
    const simulator = await practice();
    const before = simulator.control.world();
    expect((await (await visit(simulator)).save(PROJECTS.storefront, mode, models)).status).toBe(status);
    expect(simulator.control.world()).toBe(before);
  });

  test('is closed to a person who is not an owner, whatever the page shows', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    const page = await person.page(`/settings/${PROJECTS.harbor}/limits`);
    expect(page).toContain('Only an owner of Harbor Partners can change model usage.');
    expect(page).not.toContain('<dialog');
    expect((await person.save(PROJECTS.harbor, 'none', [])).status).toBe(403);
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.harbor, body: hello })).status).toBe(403);
  });

  test('the spend limit changes nothing about models', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    const csrf = await person.token(LIMITS);
    await person.send(`${LIMITS}/spend`, { csrf, dollars: '50', hard: 'yes' });
    expect(await person.page(LIMITS)).toContain('$50.00 a month');
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.storefront, body: hello })).status).toBe(
      403,
    );
  });
});

describe('forms from elsewhere', () => {
  const form = { mode: 'none' };

  test('are refused without the token of the session', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    const other = await visit(simulator);
    const foreign = await other.token(LIMITS);
    for (const csrf of ['', 'guess', foreign]) {
      expect((await person.send(`${LIMITS}/model-usage`, { ...form, csrf })).status).toBe(403);
    }
  });

  test('are refused from another origin, even with the token', async () => {
    const person = await visit(await practice());
    const csrf = await person.token(LIMITS);
    const headers = { origin: 'https://evil.example' };
    expect((await person.send(`${LIMITS}/model-usage`, { ...form, csrf }, headers)).status).toBe(403);
  });
});

describe('mending an organization', () => {
  test('verification opens the models that need it', async () => {
    const simulator = await practice();
    const body = { ...hello, model: 'gpt-6-astra' };
    const person = await visit(simulator);
    await person.get(`/settings/${PROJECTS.sunday}/limits`);
    const page = '/settings/organization/general';
    await person.send(`${page}/verify`, { csrf: await person.token(page) });
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.sunday, body })).status).toBe(200);
  });

  test('credit lifts the organization out of the free tier', async () => {
    const simulator = await practice();
    const person = await visit(simulator);
    await person.get(`/settings/${PROJECTS.weekend}/limits`);
    const csrf = await person.token('/settings/organization/billing/overview');
    await person.send('/settings/organization/billing/credit', { csrf });
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.weekend, body: hello })).status).toBe(200);
  });
});

describe('text from outside', () => {
  test('is escaped wherever a template puts it', () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    const escaped = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;';
    expect(html`<p title="${hostile}">${[hostile]}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  test('does not reach a page as markup through the address', async () => {
    const person = await visit(await practice());
    for (const path of ['/settings/<b>x</b>?y="><b>z', `${LIMITS}?q="><b>z</b>`, '/login?next="><b>z</b>']) {
      expect(await person.page(path)).not.toContain('<b>');
    }
  });
});
