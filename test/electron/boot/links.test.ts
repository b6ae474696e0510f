import { readFileSync } from 'node:fs';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  claimLinks,
  collectLinks,
  LinkInbox,
  linkAmong,
  withoutLongLinks,
} from '../../../electron/boot/links';
import { LINK_SCHEME } from '../../../shared/ipc/arrival';

const LINK = 'model-access-doctor://case/1';

/** As much of Electron's app as links have to do with. */
class FakeApp {
  readonly claimed: string[] = [];
  readonly #listeners = new Map<string, (...given: unknown[]) => void>();
  readonly isPackaged: boolean;

  constructor(isPackaged: boolean) {
    this.isPackaged = isPackaged;
  }

  on(name: string, listener: (...given: unknown[]) => void): void {
    this.#listeners.set(name, listener);
  }

  emit(name: string, ...given: unknown[]): void {
    this.#listeners.get(name)?.(...given);
  }

  setAsDefaultProtocolClient(scheme: string): void {
    this.claimed.push(scheme);
  }

  get asApp(): App {
    return this as unknown as App;
  }
}

const CONFIGURATION = readFileSync(
  new URL('../../../build/electron-builder.config.mjs', import.meta.url),
  'utf8',
);

describe('links that the system hands over', () => {
  it('are told from other arguments by their scheme, however it is written', () => {
    expect(linkAmong(['/usr/bin/app', '--practice', LINK])).toBe(LINK);
    expect(linkAmong([LINK, 'Model-Access-Doctor:other'])).toBe('Model-Access-Doctor:other');
    expect(
      linkAmong(['https://elsewhere.test/', 'model-access-doctor', '--x=model-access-doctor://']),
    ).toBeNull();
  });

  it('have the scheme that the packages name to the system', () => {
    expect(/schemes: \[([^\]]*)\]/.exec(CONFIGURATION)?.[1]).toBe(`'${LINK_SCHEME}'`);
  });

  it('wait for somebody to read them, and then go there at once', () => {
    const inbox = new LinkInbox();
    const read: string[] = [];
    inbox.put('first');
    inbox.put('second');
    inbox.put(null);
    inbox.readBy((address) => read.push(address));
    inbox.put('third');
    expect(read).toEqual(['second', 'third']);
  });

  it('come with the start, with a second start, or as an event of macOS', () => {
    const app = new FakeApp(true);
    const read: string[] = [];
    let prevented = 0;
    collectLinks(app.asApp, ['--practice', LINK]).readBy((address) => read.push(address));
    app.emit('second-instance', {}, ['/usr/bin/app', '--practice']);
    app.emit('second-instance', {}, ['/usr/bin/app', `${LINK}2`]);
    app.emit('open-url', { preventDefault: () => (prevented += 1) }, `${LINK}3`);
    expect([read, prevented]).toEqual([[LINK, `${LINK}2`, `${LINK}3`], 1]);
  });

  it('are shortened where they are too long to be told to another app, and nothing else is', () => {
    const long = (start: string) => start + 'x'.repeat(200_000);
    expect(withoutLongLinks(['.', long('/file'), LINK])).toBeNull();
    expect(withoutLongLinks(['.', long(LINK), '--practice', long('/file'), LINK])).toEqual([
      ...['.', 'model-access-doctor://too-long', '--practice', long('/file'), LINK],
    ]);
  });

  it.each([
    [true, 'darwin', ['model-access-doctor']],
    [true, 'win32', ['model-access-doctor']],
    [true, 'linux', []],
    [false, 'darwin', []],
  ] as const)('are claimed, packed: %s, on %s: %j', (isPackaged, platform, claimed) => {
    const app = new FakeApp(isPackaged);
    claimLinks(app.asApp, platform);
    expect(app.claimed).toEqual(claimed);
  });
});
