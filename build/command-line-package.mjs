/**
 * `npm run package:cli`: packs the command line as an npm package of its own, for people without Electron. It lies in `dist/`
 * and runs by `npx ./dist/model-access-doctor-….tgz`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesOfCommandLine } from './inventory.mjs';
import { ROOT, run, runMain, Stop, say } from './process.mjs';
import { setUpCommandLine } from './setup.mjs';

const FOLDER = 'out/cli-package';

/** Only keys that the app keeps need the keychain's library: without it everything else works. */
function manifest() {
  const app = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { name, version, description, license } = app;
  return {
    ...{ name, version, description, license, type: 'module' },
    bin: { [name]: 'cli.mjs' },
    engines: { node: '>=20.19.0' },
    optionalDependencies: { keytar: app.dependencies.keytar },
  };
}

/** @returns {Promise<string>} The packed file. */
export async function packCommandLine() {
  await setUpCommandLine();
  rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
  mkdirSync(join(ROOT, FOLDER), { recursive: true });
  cpSync(join(ROOT, 'out/cli'), join(ROOT, FOLDER), { recursive: true });
  cpSync(join(ROOT, 'electron/cli/schemas'), join(ROOT, FOLDER, 'schemas'), { recursive: true });
  writeFileSync(join(ROOT, FOLDER, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  writeFileSync(join(ROOT, FOLDER, 'THIRD-PARTY-LICENCES.txt'), licencesOfCommandLine());
  for (const file of ['LICENSE', 'README.md']) cpSync(join(ROOT, file), join(ROOT, FOLDER, file));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const args = ['pack', `./${FOLDER}`, '--pack-destination', 'dist', '--ignore-scripts'];
  const { ok, output } = await run('npm', args, { quiet: true });
  if (!ok) throw new Stop(`${output.trim()}\n\nPacking failed; the reason is above.`);
  const { name, version } = manifest();
  const file = `${name}-${version}.tgz`;
  if (!readdirSync(join(ROOT, 'dist')).includes(file)) throw new Stop(`npm packed no ${file}.`);
  return join('dist', file);
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    say(`\nThe package is ${await packCommandLine()}`);
    return 0;
  });
}
