/**
 * Builds the app as it would be with a third language: the pseudo-language is entered where CONTRIBUTING.md says that a language
 * is entered, in its list and in its messages, and nowhere else. It lands in `out/pseudo`, and nothing of it ships.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import app from '../../build/electron.vite.config';
import { PSEUDO } from './pseudo-language';

const OUT = fileURLToPath(new URL('../../out/pseudo', import.meta.url));
const MAKER = fileURLToPath(new URL('pseudo-language.ts', import.meta.url));

const ENTRIES = [
  ['shared/base/settings.ts', "LANGUAGES = ['en', 'ja']", `LANGUAGES = ['en', 'ja', '${PSEUDO}']`],
  [
    'shared/messages/index.ts',
    'export const MESSAGES = { en, ja }',
    `import { pseudoMessages } from '${MAKER}';\nexport const MESSAGES = { en, ja, '${PSEUDO}': pseudoMessages(en) }`,
  ],
] as const;

function thirdLanguage(): Plugin {
  return {
    name: 'third-language',
    enforce: 'pre',
    transform(code, id) {
      const entry = ENTRIES.find(([file]) => id.endsWith(file));
      if (entry === undefined) return null;
      const [file, before, after] = entry;
      if (!code.includes(before)) throw new Error(`${file} has no ${before}`);
      return code.replace(before, after);
    },
  };
}

/** The app's own parts, in another folder; which packages are in it, is noted of the app that ships alone. */
function elsewhere<Part extends 'main' | 'preload' | 'renderer'>(part: Part) {
  const { plugins = [], build, ...rest } = app[part] ?? {};
  const kept = plugins
    .flat()
    .filter((plugin) => !(plugin && 'name' in plugin && plugin.name.startsWith('note-')));
  return {
    ...rest,
    plugins: [thirdLanguage(), ...kept],
    build: { ...build, outDir: join(OUT, part), emptyOutDir: true },
  };
}

mkdirSync(OUT, { recursive: true });
writeFileSync(
  join(OUT, 'package.json'),
  JSON.stringify({ name: 'pseudo', version: '0.0.0', type: 'module', main: 'main/index.js' }),
);

const config: UserConfig = {
  main: elsewhere('main'),
  preload: elsewhere('preload'),
  renderer: elsewhere('renderer'),
};
// biome-ignore lint/style/noDefaultExport: the bundler looks for one.
export default config;
