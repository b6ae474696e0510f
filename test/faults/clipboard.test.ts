/** What the app does with the clipboard when its window comes to the front. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';
import { inventedKey } from '../support/secrets';
import { findTraces, type Place } from '../support/trace-search';
import { BareApp } from './support/bare-app';

const say = sayIn('en');
const SECRET = inventedKey('Cb5'.repeat(16));
const SECRETS = new Map([['on the clipboard', SECRET]]);
const REFUSAL = `Error code: 403 - Project \`proj_abcdefghijklmnop\` does not have access to model \`gpt-5.5\`, code model_not_found, key ${SECRET}`;

let app: BareApp;
beforeAll(async () => {
  app = await BareApp.start({ args: ['--practice'] });
  await app.main(({ clipboard }) => {
    const { readText } = clipboard;
    Reflect.set(globalThis, 'clipboardReads', 0);
    clipboard.readText = () => {
      Reflect.set(globalThis, 'clipboardReads', Reflect.get(globalThis, 'clipboardReads') + 1);
      return readText.call(clipboard);
    };
  });
});
afterAll(() => app.stop());

/** The window, as the desktop tells it. */
const goesTo = (where: 'focus' | 'blur') =>
  app.main(({ BrowserWindow }, event) => {
    BrowserWindow.getAllWindows()[0]?.emit(event);
  }, where);
const reads = () => app.main(() => Number(Reflect.get(globalThis, 'clipboardReads')));
const copied = (text: string) => app.main(({ clipboard }, given) => clipboard.writeText(given), text);
const arrival = async () => {
  const answer = await app.verb('app', 'arrival', {});
  return answer.ok ? answer.value : null;
};
const box = () => app.page(() => document.querySelector('textarea')?.value ?? null);

beforeEach(() => goesTo('blur'));

async function left(): Promise<readonly Place[]> {
  const files = readdirSync(app.profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(app.profile, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  const shown = await app.page(() => `${document.title}\n${document.documentElement.outerHTML}`);
  return [
    ...files.map((name) => ({ name, content: readFileSync(name) })),
    { name: 'window', content: Buffer.from(`${shown}\n${await box()}\n${JSON.stringify(await arrival())}`) },
    { name: 'terminal', content: Buffer.from(app.output()) },
  ];
}

it('is not read as long as nobody asked for it', async () => {
  await copied(REFUSAL);
  await goesTo('focus');
  expect([await reads(), await arrival()]).toEqual([0, null]);
});

it('is looked at once it is wanted, and nothing of an error on it gets anywhere unasked', async () => {
  await app.verb('app', 'write_settings', { ...DEFAULT_SETTINGS, language: 'en', offerClipboard: true });
  await goesTo('focus');
  await app.until('the offer', () =>
    app.page(
      (title) => document.querySelector('main')?.innerText.includes(title) === true,
      say('arrival.clipboard.title'),
    ),
  );
  expect([(await arrival())?.kind, await box()]).toEqual(['clipboard', '']);
  expect(findTraces(SECRETS, await left())).toEqual([]);
});

it('goes into the box when the person says so, with its secret hidden', async () => {
  await app.page(
    (label) => [...document.querySelectorAll('button')].find((each) => each.innerText === label)?.click(),
    say('arrival.read'),
  );
  await app.until('the text', async () => (await box()) !== '');
  expect(await box()).toBe(REFUSAL.replace(SECRET, 'sk-proj-…[redacted]'));
  expect(findTraces(SECRETS, await left())).toEqual([]);
  await goesTo('focus');
  expect(await arrival()).toBeNull();
});

it('is not offered what the app itself put there', async () => {
  await goesTo('focus');
  await app.verb('app', 'copy_text', { text: `Copied from a case: ${REFUSAL}` });
  await goesTo('blur');
  await goesTo('focus');
  expect(await arrival()).toBeNull();
});
