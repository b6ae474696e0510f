/**
 * Where the system's own proxy script (PAC) is, if it has one. Chromium goes direct without a word where such a script
 * cannot be had (measured 2026-11-30); told of it by its address it goes nowhere instead.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Timers } from '../base/timers';

/** Whoever answers later than this has no say. */
const LONGEST_LOOK_MS = 2_000;

/** What a look at the system needs of it. */
export interface SystemLook {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What a program prints; null where it is missing, fails or takes too long. */
  readonly run: (program: string, args: readonly string[]) => Promise<string | null>;
  /** null where there is no such file. */
  readonly read: (path: string) => Promise<string | null>;
}

/** The script's address; null where there is none, or none that can be found out. */
export async function proxyScript(look: SystemLook): Promise<string | null> {
  const found = await addressFor(look);
  return found !== null && /^(?:https?|file):\/\/\S+$/i.test(found) ? found : null;
}

function addressFor(look: SystemLook): Promise<string | null> {
  switch (look.platform) {
    case 'darwin':
      return ofMac(look);
    case 'win32':
      return ofWindows(look);
    default:
      return ofLinux(look);
  }
}

/** The desktops that Chromium asks gsettings on; any other desktop but KDE is known by variables alone. */
const GSETTINGS_DESKTOPS = /gnome|unity|cinnamon|deepin|pantheon|ukui/i;

async function ofLinux({ env, run, read }: SystemLook): Promise<string | null> {
  const desktop = env['XDG_CURRENT_DESKTOP'] ?? '';
  if (GSETTINGS_DESKTOPS.test(desktop)) {
    const mode = await run('gsettings', ['get', 'org.gnome.system.proxy', 'mode']);
    if (mode?.trim() === "'auto'")
      return unquoted(await run('gsettings', ['get', 'org.gnome.system.proxy', 'autoconfig-url']));
    if (mode !== null) return null;
  }
  if (/kde/i.test(desktop)) {
    const folder = env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config');
    const settings = await read(join(folder, 'kioslaverc'));
    if (settings !== null && /^ProxyType=/m.test(settings))
      return /^ProxyType=2\s*$/m.test(settings) ? after(settings, /^Proxy Config Script=(.+)$/m) : null;
  }
  return env['auto_proxy'] ?? env['AUTO_PROXY'] ?? null;
}

async function ofMac({ run }: SystemLook): Promise<string | null> {
  const settings = (await run('scutil', ['--proxy'])) ?? '';
  if (!/ProxyAutoConfigEnable\s*:\s*1/.test(settings)) return null;
  return after(settings, /ProxyAutoConfigURLString\s*:\s*(\S+)/);
}

const INTERNET_SETTINGS = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

async function ofWindows({ run }: SystemLook): Promise<string | null> {
  const settings = await run('reg', ['query', INTERNET_SETTINGS, '/v', 'AutoConfigURL']);
  return after(settings ?? '', /AutoConfigURL\s+REG_(?:EXPAND_)?SZ\s+(\S+)/);
}

function after(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1]?.trim() ?? null;
}

function unquoted(text: string | null): string | null {
  return text === null ? null : text.trim().replace(/^'|'$/g, '');
}

/** A change of the system's settings is noticed after this at the latest. */
const LOOK_EVERY_MS = 15_000;

/** One look for all who ask within `LOOK_EVERY_MS`: looking starts programs, and each line to the network asks before it sends. */
export function sharedLook(
  look: () => Promise<string | null>,
  timers: Pick<Timers, 'now'>,
): () => Promise<string | null> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let found: Promise<string | null> = Promise.resolve(null);
  return () => {
    const now = timers.now();
    if (now - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = now;
      found = look();
    }
    return found;
  };
}

/** Looks at this machine. */
export const systemLook: SystemLook = {
  platform: process.platform,
  env: process.env,
  run: (program, args) =>
    new Promise((resolve) => {
      execFile(program, [...args], { timeout: LONGEST_LOOK_MS, windowsHide: true }, (error, output) =>
        resolve(error === null ? output : null),
      );
    }),
  read: (path) => readFile(path, 'utf8').catch(() => null),
};
