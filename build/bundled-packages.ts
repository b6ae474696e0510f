import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Notes which npm packages have code in a bundle, as the bundler itself says: what is shipped is what the licences and the
 * bill of materials have to name. `target`: main, preload, renderer or cli.
 */
export function noteBundledPackages(target: string): Plugin {
  const file = fileURLToPath(new URL(`../out/bundled/${target}.json`, import.meta.url));
  return {
    name: 'note-bundled-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify([...folders].sort(), null, 2));
    },
  };
}

/** `node_modules/x`, or deeper where a package brings its own; null for a file of the app. */
function packageFolder(id: string): string | null {
  const path = id.replaceAll('\\', '/');
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}
