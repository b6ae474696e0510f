import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readSource, sourcesOf } from './sources';

const isCheckout = existsSync(join(ROOT, '.git'));

/** Every text file that git keeps. */
function trackedFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)) && !/\.(?:png|jpg|ico|icns)$/.test(path));
}

describe.skipIf(!isCheckout)('the files that git keeps (looked at in a clone alone)', () => {
  // The body of a skipped suite runs as well.
  const files = isCheckout ? trackedFiles() : [];
  const filesWith = (found: (text: string) => boolean) => files.filter((path) => found(readSource(path)));

  it('name no folder of the machine they were written on', () => {
    const own = [ROOT.replace(/[/\\]$/, ''), join(homedir(), '.'), join(tmpdir(), 'model-')].filter(
      (path) => path.length > 6,
    );
    expect(filesWith((text) => own.some((path) => text.includes(path)))).toEqual([]);
  });

  /** In a path of a sample: the person whose home it is in, or the first folder below `~`. */
  const HOME = /(?:\/home\/|\/Users\/|\\Users\\+|~\/)([\w.-]+)/g;
  const INVENTED =
    /^(?:adminuser|anaconda3|ann|bot|ilse|jo|jonas|me|mori|nils|nk|olga|petra|robin|runner|u|\.pix|app|src|workspace)$/;

  it('name no home but the invented ones of samples', () => {
    const homes = files.flatMap((path) => [...readSource(path).matchAll(HOME)].map(([, name = '']) => name));
    expect(homes.filter((name) => !INVENTED.test(name))).toEqual([]);
    expect(homes.length).toBeGreaterThan(20);
  });

  it('name no package registry, so that everybody uses their own', () => {
    expect(filesWith((text) => /https?:\/\/(?:registry|npm)\./.test(text))).toEqual([]);
  });

  it('hold no whole API key', () => {
    const key = /\bsk-(?:proj|admin|svcacct|ant)-[A-Za-z0-9_-]{32,}|\bsk-[A-Za-z0-9]{48}\b/;
    expect(filesWith((text) => key.test(text))).toEqual([]);
  });

  /** Forms of secrets other than OpenAI's, as their makers describe them. */
  const SECRETS: readonly (readonly [string, RegExp])[] = [
    ['private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/],
    ['AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
    ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{40}/],
    ['Slack token', /\bxox[abprs]-\d{10,}-\d{10,}-[A-Za-z0-9-]{20,}/],
    ['Google API key', /\bAIza[A-Za-z0-9_-]{35}\b/],
    ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['signed web token', /\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{20,}/],
    ['log-in in an address', /https?:\/\/[^\s/:@'"`${}]+:[A-Za-z0-9_-]{16,}@/],
  ];

  it.each(SECRETS)('hold no %s', (_name, pattern) => {
    expect(filesWith((text) => pattern.test(text))).toEqual([]);
  });

  it('would be seen to hold each of these', () => {
    const letters = 'aB3'.repeat(14);
    const samples = [
      ['-----BEGIN', 'PRIVATE KEY-----\n'].join(' ') + letters,
      ['AKIA', 'B3C4'.repeat(4)].join(''),
      ['ghp', letters.slice(0, 36)].join('_'),
      ['xoxb', '1'.repeat(12), '2'.repeat(12), letters].join('-'),
      ['AIza', letters.slice(0, 35)].join(''),
      ['npm', letters.slice(0, 36)].join('_'),
      [`eyJ${letters}`, `eyJ${letters}`, letters].join('.'),
      ['https://bob', `${letters}@proxy.test/`].join(':'),
    ];
    expect(SECRETS.filter(([, pattern], index) => !pattern.test(samples[index] ?? ''))).toEqual([]);
  });

  it('lie in the rooms, or among the few files of the root', () => {
    const allowed = /^(?:shared|electron|renderer|test|build|\.ci)\/|^[^/]+$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  it('names no test and no source that is not there', () => {
    const named = [...readSource('SECURITY.md').matchAll(/`((?:test|electron|shared)\/[\w./-]+\.tsx?)`/g)];
    expect(named.length).toBeGreaterThan(20);
    expect(named.flatMap(([, path = '']) => (existsSync(join(ROOT, path)) ? [] : [path]))).toEqual([]);
  });
});

describe('the lock file', () => {
  interface Entry {
    readonly integrity?: string;
    readonly resolved?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly hasInstallScript?: boolean;
  }
  const { packages } = JSON.parse(readSource('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const entries = Object.entries(packages).filter(([path]) => path !== '');

  it('pins the bytes of every package', () => {
    expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  it('names no place to download from', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('holds the packages of every platform, without which a clean install is refused', () => {
    const names = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
    const wanted = entries.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('holds at most three packages that want to run a script, each of them decided on', () => {
    const { allowScripts } = JSON.parse(readSource('package.json')) as {
      readonly allowScripts: Readonly<Record<string, boolean>>;
    };
    const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.length).toBeLessThanOrEqual(3);
    expect(Object.keys(allowScripts)).toHaveLength(scripted.length);
    expect(Object.entries(allowScripts).filter(([, allowed]) => allowed)).toEqual([['@github/keytar', true]]);
  });
});

describe('the sources', () => {
  it('silence no type error', () => {
    const rooms = (['shared', 'electron', 'renderer', 'build'] as const).flatMap(sourcesOf);
    expect(rooms.filter((path) => /@ts-(?:ignore|nocheck|expect-error)/.test(readSource(path)))).toEqual([]);
  });
});
