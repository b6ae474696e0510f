/** YAML and JSON as trees whose parts know their lines. Both are read by one parser, since JSON is YAML but for its comments. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml';
import type { Entry, Tree } from '../../../shared/doctor/setting';

export function treesOf(path: string, text: string): readonly Tree[] {
  if (!/\.(?:ya?ml|json)$/i.test(path)) return [];
  const lines = new LineCounter();
  const source = path.endsWith('.json') ? withoutComments(text) : text;
  try {
    const documents = parseAllDocuments(source, {
      lineCounter: lines,
      logLevel: 'silent',
      uniqueKeys: false,
    });
    if (!Array.isArray(documents)) return [];
    // A template of Helm is no YAML before it is filled in; what can be read of it is.
    return documents.flatMap((document) => {
      const { contents } = document;
      return contents === null ? [] : [treeOf(contents, { document, lines, left: MOST_NODES }, 0)];
    });
  } catch {
    return [];
  }
}

/** Aliases could refer to each other without end, or make of a small file an endless tree. */
const DEEPEST = 40;
const MOST_NODES = 100_000;

interface Reading {
  readonly document: Document;
  readonly lines: LineCounter;
  /** Nodes that may still be made. */
  left: number;
}

function treeOf(node: unknown, reading: Reading, depth: number): Tree {
  const line = lineOf(node, reading);
  reading.left -= 1;
  if (depth > DEEPEST || reading.left < 0) return { kind: 'scalar', line, value: null };
  if (isAlias(node)) return treeOf(node.resolve(reading.document), reading, depth + 1);
  if (isMap(node)) return { kind: 'map', line, entries: entriesOf(node, reading, depth) };
  if (isSeq(node))
    return { kind: 'list', line, items: node.items.map((item) => treeOf(item, reading, depth + 1)) };
  const value = isScalar(node) ? node.value : null;
  return { kind: 'scalar', line, value: value === null || value === undefined ? null : String(value) };
}

/** What `<<` brings in stands behind, and gives way to a name of the map's own. */
function entriesOf(map: YAMLMap, reading: Reading, depth: number): readonly Entry[] {
  const all = map.items.map((item): Entry => {
    const line = lineOf(item.key, reading);
    const value = treeOf(item.value, reading, depth + 1);
    return {
      key: String(isScalar(item.key) ? item.key.value : ''),
      line,
      value: { ...value, line: value.line || line },
    };
  });
  const own = all.filter(({ key }) => key !== '<<');
  const merged = all.filter(({ key }) => key === '<<').flatMap(({ value }) => broughtIn(value));
  return [...own, ...merged.filter(({ key }) => own.every((each) => each.key !== key))];
}

function broughtIn(value: Tree): readonly Entry[] {
  if (value.kind === 'list') return value.items.flatMap(broughtIn);
  return value.kind === 'map' ? value.entries : [];
}

function lineOf(node: unknown, { lines }: Reading): number {
  const range = typeof node === 'object' && node !== null ? (node as Partial<Node>).range : undefined;
  return range ? lines.linePos(range[0]).line : 0;
}

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (all, quoted?: string) =>
    quoted === undefined ? all.replace(/[^\n]/g, ' ') : quoted,
  );
}
