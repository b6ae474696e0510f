/** Reads the project's own sources as text: what they import, and their code without comments and strings. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const ROOMS = ['shared', 'electron', 'renderer', 'build', 'test'] as const;
export type Room = (typeof ROOMS)[number];

export interface Import {
  /** The file that imports, as a path from the root with forward slashes. */
  readonly from: string;
  /** What it imports: a path from the root where it is relative, else the package's or module's name. */
  readonly to: string;
  readonly relative: boolean;
  /** The names between the braces, as written; empty where there are none. */
  readonly names: readonly string[];
}

/** All TypeScript and JavaScript files of a room. */
export function sourcesOf(room: Room): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const STATEMENT = /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/g;
const CALL = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

export function importsIn(path: string, source: string): readonly Import[] {
  const code = withoutComments(source);
  const statements = [...code.matchAll(STATEMENT)].map(([, clause = '', target = '']) =>
    toImport(path, target, clause),
  );
  const calls = [...code.matchAll(CALL)].map(([, target = '']) => toImport(path, target, ''));
  return [...statements, ...calls];
}

function toImport(from: string, target: string, clause: string): Import {
  const isRelative = target.startsWith('.');
  const names = (/\{([^}]*)\}/.exec(clause)?.[1] ?? '')
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^type\s+/, '')
        .replace(/\s+as\s+.*$/, ''),
    )
    .filter((name) => name !== '');
  return {
    from,
    to: isRelative ? posix.normalize(posix.join(dirname(from), target)) : target,
    relative: isRelative,
    names,
  };
}

const STRING = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/;
const REGEX = /(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/;
const TOKENS = new RegExp(`${STRING.source}|${COMMENT.source}|${REGEX.source}`, 'g');

function isComment(token: string): boolean {
  return token.startsWith('//') || token.startsWith('/*');
}

export function withoutComments(source: string): string {
  return source.replace(TOKENS, (token) => (isComment(token) ? ' ' : token));
}

/** Only what runs: no comments, no strings, no patterns. */
export function codeOnly(source: string): string {
  return source.replace(TOKENS, (token) => (isComment(token) ? ' ' : '""'));
}
