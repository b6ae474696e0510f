import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startVirtualDisplay } from '../support/virtual-display';
import { listArchive, readFuses } from './packed-app';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'dist/not-for-release/linux-unpacked');
const BINARY = join(FOLDER, 'model-access-doctor');
const RESOURCES = join(FOLDER, 'resources');
const { MAD_NO_SANDBOX, ELECTRON_RUN_AS_NODE: _, ...ENVIRONMENT } = process.env;
/** A packed app starts from an archive, on a display of its own that has just been started. */
const START = { timeout: 30_000 };
const SANDBOX = MAD_NO_SANDBOX === undefined ? [] : ['--no-sandbox'];

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

function readManifest(folder: string): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  return { name, version };
}

/** Starts it with these and waits for its end. */
function start(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const env = { ...ENVIRONMENT, ...variables };
  return spawnSync(BINARY, [...SANDBOX, ...args], { env, encoding: 'utf8', timeout: 15_000 });
}

// What is packed for other systems has other names and lies elsewhere.
describe.skipIf(process.platform !== 'linux')('the packed app (looked at on Linux alone)', () => {
  beforeAll(() => {
    if (!existsSync(BINARY)) throw new Error('Nothing is packed yet: npm test -- package');
  });

  it('has every fuse in the position that locks it', () => {
    expect(readFuses(BINARY)).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      browserSnapshot: false,
      fileProtocolPrivileges: false,
      wasmTrapHandlers: true,
    });
  });

  it('holds its bundles and keytar, and nothing else', () => {
    const files = listArchive(join(RESOURCES, 'app.asar'));
    expect(files.filter((file) => !file.startsWith('out/renderer/assets/'))).toEqual([
      'node_modules/keytar/build/Release/keytar.node',
      'node_modules/keytar/lib/keytar.js',
      'node_modules/keytar/package.json',
      'out/main/index.js',
      'out/main/vault-process.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'package.json',
    ]);
  });

  it('keeps the native library outside of the archive, where the system can load it', () => {
    const library = 'app.asar.unpacked/node_modules/keytar/build/Release/keytar.node';
    expect(existsSync(join(RESOURCES, library))).toBe(true);
  });

  it('carries the licences of all that it ships, and a bill of materials that names just that', () => {
    const read = (path: string) => readFileSync(join(RESOURCES, 'licences', path), 'utf8');
    const bill = JSON.parse(read('sbom.cdx.json')) as Bill;
    const named = bill.components.map(({ name }) => name);
    const bundled = ['main', 'preload', 'renderer'].flatMap(
      (target) => JSON.parse(readFileSync(join(ROOT, `out/bundled/${target}.json`), 'utf8')) as string[],
    );
    const folders = [...new Set([...bundled, 'node_modules/keytar'])].sort();
    const manifests = folders.map((folder) => readManifest(folder));
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.components.slice(1).map(({ name, version }) => ({ name, version }))).toEqual(manifests);
    expect(named).toEqual(
      expect.arrayContaining(['electron', 'openai', 'zod', 'react', 'react-dom', '@mantine/core']),
    );
    const licences = read('THIRD-PARTY-LICENCES.txt');
    expect(manifests.filter(({ name, version }) => !licences.includes(`${name} ${version} (`))).toEqual([]);
    expect(licences).not.toContain('(not named)');
    const shown = JSON.parse(read('licences.json')) as readonly {
      name: string;
      version: string;
      text: string;
    }[];
    expect(shown.map(({ name, version }) => ({ name, version }))).toEqual(manifests);
    expect(shown.filter(({ text }) => !licences.includes(text))).toEqual([]);
    // Without these the kernel of Electron would be shipped without its own.
    expect(
      ['LICENSE.electron.txt', 'LICENSES.chromium.html'].map((name) => existsSync(join(FOLDER, name))),
    ).toEqual([true, true]);
    expect(read('LICENCE.txt')).toContain('MIT License');
  });

  it.each([
    ['ELECTRON_RUN_AS_NODE', { ELECTRON_RUN_AS_NODE: '1' }, ['-p', '6*7']],
    ['NODE_OPTIONS', { NODE_OPTIONS: '--import=data:text/javascript,console.log(6*7)' }, []],
  ])('is no Node for whoever sets %s', (_name, variables, args) => {
    expect(start(args, variables).stdout).not.toContain('42');
  });

  it.each([
    '--disable-seccomp-filter-sandbox',
    '--no-proxy-server',
    '--auth-server-allowlist=*',
    '--enable-logging',
    '--remote-debugging-port=0',
    '-inspect=0',
    '--a-switch-that-nobody-has-heard-of',
  ])('does not start with %s, and says so', (given) => {
    const { status, stderr } = start([given], {});
    expect([status, stderr.includes(given.replace(/^-+([^=]*).*/, '--$1'))]).toEqual([64, true]);
  });

  it.each(['NODE_DEBUG', 'NODE_V8_COVERAGE'])('does not start with %s set, and says so', async (name) => {
    const display = await startVirtualDisplay();
    const folder = await mkdtemp(join(tmpdir(), 'packed-app-'));
    const profile = await mkdtemp(join(tmpdir(), 'packed-app-'));
    const app = spawn(BINARY, [...SANDBOX, `--user-data-dir=${profile}`], {
      env: { ...ENVIRONMENT, DISPLAY: display.name, [name]: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    app.stderr.on('data', (data) => {
      said += String(data);
    });
    try {
      await expect.poll(() => said, START).toContain(`Refusing to start with: ${name}.`);
    } finally {
      const gone = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGKILL');
      await gone;
      await display.stop();
      for (const path of [profile, folder]) await rm(path, { recursive: true, force: true, maxRetries: 3 });
    }
  });

  it('opens its window', async () => {
    const display = await startVirtualDisplay();
    const profile = await mkdtemp(join(tmpdir(), 'packed-app-'));
    const args = [...SANDBOX, '--practice-only', `--user-data-dir=${profile}`];
    const app = spawn(BINARY, args, { env: { ...ENVIRONMENT, DISPLAY: display.name }, stdio: 'ignore' });
    try {
      await expect.poll(display.windows, START).toContain('"Model Access Doctor"');
    } finally {
      const gone = new Promise((resolve) => app.once('exit', resolve));
      app.kill();
      await gone;
      await display.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  });
});
