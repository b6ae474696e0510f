/**
 * Links of the app's own scheme, opened as the system opens them: as the last argument of a start. Any web page can open
 * one, so most of these are hostile.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseLink, LINK_SCHEME } from '../../shared/ipc/arrival';
import { sayIn } from '../../shared/messages/say';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { findTraces, type Place } from '../support/trace-search';
import { BareApp, type Ended } from './support/bare-app';

const say = sayIn('en');
const SECRET = inventedKey('Lk7'.repeat(16));
const SECRETS = new Map([['in a link', SECRET]]);
const TEXT = `Error code: 401 - Incorrect API key provided: ${SECRET}. model \`gpt-5.5\``;
const explain = (text: string) => `${LINK_SCHEME}://explain?text=${encodeURIComponent(text)}`;
const SECOND = { code: 0, signal: null };

let keyring: PrivateKeyring;
let app: BareApp;
let caseId = '';
beforeAll(async () => {
  keyring = await PrivateKeyring.start({ daemon: false });
  app = await BareApp.start({ env: keyring.env });
  const opened = await app.verb('cases', 'open', { text: 'Error code: 401', keyId: null, model: 'gpt-5.5' });
  caseId = opened.ok ? opened.value.id : '';
});
afterAll(async () => {
  await app.stop();
  await keyring.stop();
});

/** Opens links in the running app, all at once, and waits until each of these starts has ended. */
async function follow(links: readonly string[], more: readonly string[] = []): Promise<readonly Ended[]> {
  const { profile } = app;
  const starts = await Promise.all(
    links.map((link) =>
      BareApp.start({ profile, env: keyring.env, args: [link, ...more], untilDrawn: false }),
    ),
  );
  return Promise.all(starts.map((start) => start.untilEnded(30_000)));
}

/** Ends the app, and starts it by a link. */
async function startBy(link: string): Promise<void> {
  const { profile } = app;
  await app.quit();
  app = await BareApp.start({ profile, env: keyring.env, args: [link] });
}

const words = () => app.page(() => document.querySelector('main')?.innerText ?? '');
const notices = () => app.page(() => document.querySelectorAll('[data-testid="arrival"]').length);
const box = () => app.page(() => document.querySelector('textarea')?.value ?? null);
const choose = (name: string) =>
  app.page(
    (label) => [...document.querySelectorAll('button')].find((each) => each.innerText === label)?.click(),
    name,
  );
const says = (sentence: string) =>
  app.until(`the page to say “${sentence}”`, async () => (await words()).includes(sentence));
const caseCount = async () => {
  const all = await app.verb('cases', 'all', {});
  return all.ok ? all.value.cases.length : null;
};
const windowCount = () => app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Everything that is left of a link, but for the arguments of the start, which are the system's. */
async function left(): Promise<readonly Place[]> {
  const files = readdirSync(app.profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(app.profile, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  const shown = await app.page(() => `${document.title}\n${document.documentElement.outerHTML}`);
  const title = await app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
  return [
    ...files.map((name) => ({ name, content: readFileSync(name) })),
    { name: 'window', content: Buffer.from(`${shown}\n${await box()}\n${title}`) },
    { name: 'terminal', content: Buffer.from(app.output()) },
  ];
}

describe('a link with a text', () => {
  const offered = () => says(say('arrival.link.title'));

  it('is offered by the app that runs, which asks and does nothing else', async () => {
    expect(await follow([explain(TEXT)])).toEqual([SECOND]);
    await offered();
    expect([await box(), await caseCount(), await windowCount()]).toEqual(['', 1, 1]);
    expect(findTraces(SECRETS, await left())).toEqual([]);
  });

  it('goes into the box once the person wants to read it, with its secret hidden, and opens no case', async () => {
    await choose(say('arrival.read'));
    await says(say('app.diagnose.hidden', { count: 1 }));
    expect(await box()).toBe(TEXT.replace(SECRET, 'sk-proj-…[redacted]'));
    expect([await caseCount(), await notices()]).toEqual([1, 0]);
  });

  it('is offered by an app that it starts, which has kept what stood in the box', async () => {
    await app.until('the text to be kept', async () => {
      const kept = await app.verb('app', 'kept_draft', {});
      return kept.ok && kept.value?.draft.text === (await box());
    });
    await startBy(explain(`${TEXT}, again`));
    await offered();
    expect(await box()).toBe(TEXT.replace(SECRET, 'sk-proj-…[redacted]'));
    await choose(say('arrival.no'));
    await app.until('the question to go', async () => (await notices()) === 0);
    expect(await box()).not.toContain('again');
    expect(findTraces(SECRETS, await left())).toEqual([]);
  });
});

describe('a link to a case', () => {
  const isOpen = () =>
    app.until('the case', () =>
      app.page(() => document.querySelector('[data-testid="verdict-cause"]') !== null),
    );

  it('opens it in the app that runs', async () => {
    expect(await follow([caseLink(caseId)])).toEqual([SECOND]);
    await isOpen();
  });

  it('stands on the clipboard as it is opened, once it is copied', async () => {
    await app.verb('app', 'copy_text', { text: caseLink(caseId) });
    expect(await app.main(({ clipboard }) => clipboard.readText())).toBe(caseLink(caseId));
  });

  it('opens it in an app that it starts', async () => {
    await choose(say('app.navigation.diagnose'));
    await startBy(caseLink(caseId));
    await isOpen();
  });

  it('says so where the case is not here', async () => {
    await follow([caseLink('b0c1d2e3-4f50-4617-8293-a4b5c6d7e8f9')]);
    await says(say('arrival.caseGone'));
  });
});

describe('a hostile link', () => {
  it.each([
    ['another host', `${LINK_SCHEME}://settings/${SECRET}`],
    ['bad percent-encoding', `${LINK_SCHEME}://explain?text=%E6%8B${SECRET}`],
    ['a NUL', `${LINK_SCHEME}://explain?text=a%00${SECRET}`],
    ['a link inside of a case link', caseLink(caseLink(SECRET))],
    ['a path out of the cases', `${LINK_SCHEME}://case/../../etc/passwd`],
    ['120 kB', explain(`${SECRET} ${'x'.repeat(120_000)}`)],
    ['an address of a page', `${LINK_SCHEME}:https://elsewhere.test/${SECRET}`],
  ])('with %s does nothing but to be refused in a sentence', async (_name, link) => {
    await choose(say('app.common.close'));
    expect(await follow([link])).toEqual([SECOND]);
    await says(say('arrival.badLink'));
    expect([await caseCount(), await windowCount(), await notices()]).toEqual([1, 1, 1]);
    expect(findTraces(SECRETS, await left())).toEqual([]);
  });

  it('starts the app as well, which then runs as ever', async () => {
    await startBy(`${LINK_SCHEME}://explain?text=%ff`);
    await says(say('arrival.badLink'));
    expect(await caseCount()).toBe(1);
  });

  it('is one question, however many come at once', async () => {
    const many = Array.from({ length: 6 }, (_, number) => explain(`text number ${number}`));
    expect(await follow(many)).toEqual(many.map(() => SECOND));
    await says('text number');
    expect([await notices(), await caseCount(), await windowCount()]).toEqual([1, 1, 1]);
  });

  it.each(['--lang=ja', '--user-data-dir=/elsewhere', '-inspect=0'])(
    'that brings the switch %s ends its own start, and tells the running app nothing',
    async (smuggled) => {
      const before = await words();
      expect(await follow([explain('smuggled')], [smuggled])).toEqual([{ code: 64, signal: null }]);
      expect(await words()).toBe(before);
    },
  );
});
