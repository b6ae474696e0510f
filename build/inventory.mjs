/**
 * What a package has to say of the work of others: every licence, and a bill of materials (CycloneDX 1.6). Both are made
 * from what the bundler says it took, and lie in `resources/licences` of the packed app.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, Stop } from './process.mjs';

export const INVENTORY = 'out/licences';
/** Not bundled, but packed as it is. */
const NATIVE = 'node_modules/keytar';

/**
 * @typedef {{ folder: string, name: string, version: string, licence: string, text: string, sha512: string | null }} Part
 * @typedef {{ name: string, version: string, license?: string, author?: unknown }} Manifest
 */

/** @param {string} path @returns {any} */
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** The command line is a package of its own. */
const COMMAND_LINE = 'cli';

/** Folders of all packages of which something is shipped with the app. */
function shippedFolders() {
  const names = readdirSync(join(ROOT, 'out/bundled')).filter((name) => name !== `${COMMAND_LINE}.json`);
  const bundled = names.flatMap((name) => readJson(`out/bundled/${name}`));
  return [...new Set([...bundled, NATIVE])].sort();
}

/** The licences of everything that is bundled with the command line, as one text. */
export function licencesOfCommandLine() {
  const { packages } = readJson('package-lock.json');
  const folders = /** @type {string[]} */ (readJson(`out/bundled/${COMMAND_LINE}.json`));
  return folders.map((folder) => chapter(partOf(folder, packages))).join('\n\n');
}

/**
 * @param {string} folder
 * @param {Record<string, { integrity?: string }>} lock
 * @returns {Part}
 */
function partOf(folder, lock) {
  const {
    name,
    version,
    license = 'not named',
    author,
  } = /** @type {Manifest} */ (readJson(`${folder}/package.json`));
  const integrity = lock[folder]?.integrity;
  const sha512 =
    integrity === undefined ? null : Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return {
    folder,
    name,
    version,
    licence: license,
    text: licenceText(folder) ?? standardText(license, author),
    sha512,
  };
}

/** @param {string} folder @returns {string | null} */
function licenceText(folder) {
  const files = readdirSync(join(ROOT, folder)).filter((name) =>
    /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name),
  );
  return files.length === 0
    ? null
    : files.map((name) => readFileSync(join(ROOT, folder, name), 'utf8').trim()).join('\n\n');
}

/**
 * For a package without a file of its own: the words of the licence that it names. This app's licence is the same one.
 * @param {string} licence
 * @param {unknown} author
 */
function standardText(licence, author) {
  if (licence !== 'MIT')
    throw new Stop(`A package without a licence file names ${licence}: add its words here.`);
  const words = readFileSync(join(ROOT, 'LICENSE'), 'utf8').replace(
    /^Copyright.*$/m,
    `Copyright (c) ${author}`,
  );
  return `(The package holds no licence file; it names this licence and its author.)\n\n${words.trim()}`;
}

/** @param {Part} part */
function component({ name, version, licence, sha512 }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [{ license: { id: licence } }],
    ...(sha512 === null ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
  };
}

/** Everything of others in the bundles, for the page that shows it. Gives back what it wrote. */
export function writeLicences() {
  const { packages } = readJson('package-lock.json');
  const parts = shippedFolders().map((folder) => partOf(folder, packages));
  const shown = parts.map(({ name, version, licence, text }) => ({ name, version, licence, text }));
  rmSync(join(ROOT, INVENTORY), { recursive: true, force: true });
  mkdirSync(join(ROOT, INVENTORY), { recursive: true });
  writeFileSync(join(ROOT, INVENTORY, 'licences.json'), `${JSON.stringify(shown)}\n`);
  return parts;
}

/** @param {string} electronVersion */
export function writeInventory(electronVersion) {
  const app = readJson('package.json');
  const parts = writeLicences();
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        name: app.name,
        version: app.version,
        licenses: [{ license: { id: app.license } }],
      },
    },
    components: [
      {
        type: 'framework',
        name: 'electron',
        version: electronVersion,
        licenses: [{ license: { id: 'MIT' } }],
      },
      ...parts.map(component),
    ],
  };
  writeFileSync(join(ROOT, INVENTORY, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(join(ROOT, INVENTORY, 'THIRD-PARTY-LICENCES.txt'), parts.map(chapter).join('\n\n'));
  writeFileSync(join(ROOT, INVENTORY, 'LICENCE.txt'), readFileSync(join(ROOT, 'LICENSE')));
}

/** @param {Part} part */
function chapter({ name, version, licence, text }) {
  return `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${text}\n`;
}
