/** What a folder says of the calls that its program makes. A setting still holds its value, also where that is a secret. */

export type Subject = 'key' | 'organization' | 'project' | 'base_url' | 'model';

/** `line` from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

export type Source = 'shell' | 'env_file' | 'compose' | 'kubernetes' | 'image' | 'tool' | 'code';

export interface Setting {
  readonly subject: Subject;
  /** The variable or property; null for a value that code or a tool gives without a name of its own. */
  readonly name: string | null;
  /** null where it comes from elsewhere and is not known, such as from a cluster. */
  readonly value: string | null;
  readonly source: Source;
  /** null for a variable of the shell. */
  readonly place: FilePlace | null;
  /** Where compose fills a value in: the variables that it takes it from, the one that wins first. */
  readonly filledFrom?: readonly Setting[];
}

/** One file as text, with its structure where it is YAML, JSON or the like. `path`: relative to the folder, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Several where the file holds several documents; none where it has no structure. */
  readonly trees: readonly Tree[];
}

export type Tree =
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string | null }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] };
export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: Tree;
}

/** What stands below these names; null where nothing does. */
export function treeAt(tree: Tree | null, ...names: readonly string[]): Tree | null {
  let found: Tree | null = tree;
  for (const name of names)
    found = found?.kind === 'map' ? (found.entries.find(({ key }) => key === name)?.value ?? null) : null;
  return found;
}

export function textAt(tree: Tree | null, ...names: readonly string[]): string | null {
  const found = treeAt(tree, ...names);
  return found?.kind === 'scalar' ? found.value : null;
}

export function itemsOf(tree: Tree | null): readonly Tree[] {
  if (tree === null) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

export function entriesOf(tree: Tree | null): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

export function nameOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
