/** The files of a folder that may say what its program sends. Everything is opened for reading alone, and within bounds. */
import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export const MOST_FILES = 4_000;
/** In bytes. Files of settings are small; a larger one is data. */
const LARGEST_FILE = 1_000_000;
const MOST_BYTES = 60_000_000;
const DEEPEST = 8;

/** Folders of packages, of version control and of what was built. */
const SKIPPED = new Set(
  'node_modules .git .hg .svn .venv venv __pycache__ .next .nuxt dist build out target vendor coverage .cache .tox site-packages'.split(
    ' ',
  ),
);
const WANTED =
  /^\.env(?:\.[\w-]+)*$|\.env$|\.(?:py|tsx?|jsx?|mjs|cjs|mts|cts|go|rb|java|kt|cs|php|rs|sh|bash|ya?ml|toml)$|^(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$|\.dockerfile$|^(?:package|settings|config)\.json$/i;

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Walk {
  readonly files: readonly TextFile[];
  readonly unreadable: readonly string[];
  readonly truncated: boolean;
}

/** Links are followed to files within the folder alone. `onFile` is told how many were read. */
export async function walk(folder: string, onFile: (count: number) => void = () => {}): Promise<Walk> {
  const root = await realpath(folder);
  const state = { files: [] as TextFile[], unreadable: [] as string[], bytes: 0, truncated: false };
  await enter(root, 0);
  return state;

  async function enter(path: string, depth: number): Promise<void> {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      state.unreadable.push(nameOf(path));
      return;
    }
    // Packages of Python, whatever their folder is called.
    if (entries.some(({ name }) => name === 'pyvenv.cfg')) return;
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (state.files.length >= MOST_FILES || state.bytes >= MOST_BYTES) {
        state.truncated = true;
        return;
      }
      const full = join(path, entry.name);
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name)) continue;
        if (depth >= DEEPEST) state.truncated = true;
        else await enter(full, depth + 1);
      } else if (WANTED.test(entry.name) && (entry.isFile() || (await isLinkWithin(full)))) await take(full);
    }
  }

  async function isLinkWithin(path: string): Promise<boolean> {
    const target = await realpath(path).catch(() => null);
    return target?.startsWith(root + sep) === true && (await stat(target)).isFile();
  }

  async function take(path: string): Promise<void> {
    const text = await textOf(path);
    if (text === null) state.unreadable.push(nameOf(path));
    else if (text !== '') {
      state.files.push({ path: nameOf(path), text });
      state.bytes += text.length;
      onFile(state.files.length);
    }
  }

  function nameOf(path: string): string {
    return relative(root, path).split(sep).join('/') || '.';
  }
}

/** null where it cannot be read; empty where it is no text, or too large to be settings. A file of variables is read by no loader then. */
async function textOf(path: string): Promise<string | null> {
  try {
    // A named pipe would keep us waiting.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > LARGEST_FILE) return '';
      const bytes = await file.readFile();
      if (bytes.includes(0)) return /\.env/.test(path) ? null : '';
      return bytes.toString('utf8');
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
