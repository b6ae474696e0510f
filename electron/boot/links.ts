/** Links of the app's own scheme, as the system hands them over: as an argument of a start, or on macOS as an event. */
import type { App } from 'electron';
import { LINK_SCHEME } from '../../shared/ipc/arrival';
import { hasOurScheme, isTooLong } from '../schemas/link';

/** The one among the arguments of a start; where there are several, the last. */
export function linkAmong(args: readonly string[]): string | null {
  return args.findLast(hasOurScheme) ?? null;
}

/** Is refused in a sentence, as the link in whose place it stands. */
const IN_PLACE = `${LINK_SCHEME}://too-long`;

/**
 * These arguments without a link that is too long to be told to the app that runs; null where there is none. Any page
 * can open such a link, and telling of it may end the other app.
 */
export function withoutLongLinks(args: readonly string[]): readonly string[] | null {
  const isLong = (arg: string) => hasOurScheme(arg) && isTooLong(arg);
  return args.some(isLong) ? args.map((arg) => (isLong(arg) ? IN_PLACE : arg)) : null;
}

/** Keeps the newest link until somebody reads it: one may come before there is anything to show it in. */
export class LinkInbox {
  #newest: string | null = null;
  #read: ((address: string) => void) | null = null;

  put(address: string | null): void {
    if (address === null) return;
    if (this.#read === null) this.#newest = address;
    else this.#read(address);
  }

  /** From now on each goes to `read`. */
  readBy(read: (address: string) => void): void {
    this.#read = read;
    const waiting = this.#newest;
    this.#newest = null;
    this.put(waiting);
  }
}

/** To be called before the app is ready, because macOS hands over the link that started the app at once. */
export function collectLinks(app: App, args: readonly string[]): LinkInbox {
  const inbox = new LinkInbox();
  inbox.put(linkAmong(args));
  app.on('second-instance', (_event, argv) => inbox.put(linkAmong(argv)));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    inbox.put(address);
  });
  return inbox;
}

/**
 * Makes the system open these links with this app. A program in development would write its own path there. On Linux
 * the desktop file of the package says it, which leaves the choice among programs to the person.
 */
export function claimLinks(app: App, platform: NodeJS.Platform): void {
  if (app.isPackaged && platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
}
