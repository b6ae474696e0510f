/** Containers: services of compose files and containers of Kubernetes manifests, with the variables that each is given. */
import { asciiOfBase64 } from './base64';
import { assignmentsIn } from './read-env';
import {
  type Entry,
  entriesOf,
  folderOf,
  itemsOf,
  type Setting,
  type SourceFile,
  type Tree,
  textAt,
  treeAt,
} from './setting';
import { subjectOf } from './variables';

/** A variable of a container, and how it is given to it. Of one level the later one wins. */
export interface Given {
  readonly level: 'environment' | 'env_file' | 'env' | 'env_from' | 'image';
  readonly setting: Setting;
}

export interface Container {
  readonly kind: 'compose' | 'kubernetes';
  readonly name: string;
  readonly file: string;
  readonly given: readonly Given[];
  /** Folder of the image's Dockerfile; null where the image is not built here. */
  readonly builtIn: string | null;
}

export function isCompose({ path, trees }: SourceFile): boolean {
  return (
    /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/i.test(path) &&
    trees.some((tree) => treeAt(tree, 'services') !== null)
  );
}

/** Variables of a name where compose is started, for what it fills in; the one that wins first. */
export type Lookup = (name: string, folder: string) => readonly Setting[];

export function readCompose(
  file: SourceFile,
  files: readonly SourceFile[],
  lookup: Lookup,
): readonly Container[] {
  const folder = folderOf(file.path);
  const fill = (text: string): Filled => {
    const taken: Setting[] = [];
    const value = text.replace(
      /\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|\$([A-Za-z_]\w*)/g,
      (_all, braced?: string, other?: string, bare?: string) => {
        const found = lookup(braced ?? bare ?? '', folder);
        taken.push(...found);
        return found[0]?.value ?? other ?? '';
      },
    );
    return { value, filledFrom: taken };
  };
  return file.trees.flatMap((tree) =>
    entriesOf(treeAt(tree, 'services')).map(({ key: name, value: service }) => ({
      kind: 'compose' as const,
      name,
      file: file.path,
      builtIn: builtIn(treeAt(service, 'build'), folder),
      given: [
        ...environmentOf(treeAt(service, 'environment'), fill).flatMap((each) =>
          givenAs('environment', each, file.path, 'compose'),
        ),
        ...itemsOf(treeAt(service, 'env_file')).flatMap((item) =>
          fromEnvFile(textAt(item) ?? textAt(item, 'path') ?? '', folder, files),
        ),
      ],
    })),
  );
}

interface Filled {
  readonly value: string | null;
  readonly filledFrom?: readonly Setting[];
}

interface Pair extends Filled {
  readonly name: string;
  readonly line: number;
}

/** As a map, or as a list of `NAME=value`. */
function environmentOf(tree: Tree | null, fill: (text: string) => Filled): readonly Pair[] {
  const pairs = tree?.kind === 'map' ? tree.entries.map(pairOfEntry) : itemsOf(tree).map(pairOfItem);
  return pairs.flatMap(({ name, line, value }) => {
    // A name without a value is passed on from where compose is started, if it is set there.
    const filled = fill(value ?? `$${name}`);
    const isUnset = value === null && filled.filledFrom?.length === 0;
    return name === '' || isUnset ? [] : [{ name, line, ...filled }];
  });
}

function pairOfEntry({ key, line, value }: Entry): Pair {
  return { name: key, line, value: textAt(value) };
}

function pairOfItem(item: Tree): Pair {
  const [name = '', ...rest] = (textAt(item) ?? '').split('=');
  return { name, line: item.line, value: rest.length === 0 ? null : rest.join('=') };
}

function givenAs(
  level: Given['level'],
  { name, value, line, filledFrom = [] }: Pair,
  file: string,
  source: Setting['source'],
): readonly Given[] {
  const subject = subjectOf(name, value ?? '');
  const setting = { name, value, source, place: { file, line }, filledFrom };
  return subject === null ? [] : [{ level, setting: { subject, ...setting } }];
}

function fromEnvFile(path: string, folder: string, files: readonly SourceFile[]): readonly Given[] {
  const full = joined(folder, path);
  const file = files.find((each) => each.path === full);
  if (file === undefined) return [];
  return assignmentsIn(file.text).flatMap((each) => givenAs('env_file', each, file.path, 'env_file'));
}

function joined(folder: string, path: string): string {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

function builtIn(build: Tree | null, folder: string): string | null {
  const context = textAt(build) ?? textAt(build, 'context');
  return context === null ? null : joined(folder, context);
}

const isKind = (tree: Tree, kind: string) => textAt(tree, 'kind') === kind;

export function isKubernetes({ trees }: SourceFile): boolean {
  return trees.some((tree) => textAt(tree, 'apiVersion') !== null && textAt(tree, 'kind') !== null);
}

/** `manifests`: all of the folder, since one holds the secrets that another names. */
export function readKubernetes(manifests: readonly SourceFile[]): readonly Container[] {
  const stores = manifests.flatMap((file) => file.trees.flatMap((tree) => storeOf(tree, file.path)));
  return manifests.flatMap((file) =>
    file.trees.flatMap((tree) =>
      containersIn(tree).map((container) => ({
        kind: 'kubernetes' as const,
        name: [textAt(tree, 'metadata', 'name'), textAt(container, 'name')]
          .filter((name) => name !== null)
          .join('/'),
        file: file.path,
        builtIn: null,
        given: [
          ...itemsOf(treeAt(container, 'env')).flatMap((item) => fromEnv(item, stores, file.path)),
          ...itemsOf(treeAt(container, 'envFrom')).flatMap((item) => fromStore(item, stores)),
        ],
      })),
    ),
  );
}

interface Store {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly file: string;
  readonly pairs: readonly Pair[];
}

function storeOf(tree: Tree, file: string): readonly Store[] {
  const kind = isKind(tree, 'Secret') ? 'Secret' : isKind(tree, 'ConfigMap') ? 'ConfigMap' : null;
  if (kind === null) return [];
  const encoded = kind === 'Secret';
  const pairs = ['data', 'stringData'].flatMap((part) =>
    entriesOf(treeAt(tree, part)).map(({ key, line, value }) => {
      const text = textAt(value);
      return {
        name: key,
        line,
        value: encoded && part === 'data' && text !== null ? asciiOfBase64(text) : text,
      };
    }),
  );
  return [{ kind, name: textAt(tree, 'metadata', 'name') ?? '', file, pairs }];
}

function containersIn(tree: Tree): readonly Tree[] {
  if (tree.kind === 'list') return tree.items.flatMap(containersIn);
  return entriesOf(tree).flatMap(({ key, value }) =>
    key === 'containers' || key === 'initContainers' ? itemsOf(value) : containersIn(value),
  );
}

function fromEnv(item: Tree, stores: readonly Store[], file: string): readonly Given[] {
  const name = textAt(item, 'name') ?? '';
  const value = textAt(item, 'value');
  if (value !== null) return givenAs('env', { name, value, line: item.line }, file, 'kubernetes');
  for (const [ref, kind] of [
    ['secretKeyRef', 'Secret'],
    ['configMapKeyRef', 'ConfigMap'],
  ] as const) {
    const from = treeAt(item, 'valueFrom', ref);
    if (from === null) continue;
    const store = stores.find((each) => each.kind === kind && each.name === textAt(from, 'name'));
    const pair = store?.pairs.find((each) => each.name === textAt(from, 'key'));
    if (store === undefined || pair === undefined)
      return givenAs('env', { name, value: null, line: item.line }, file, 'kubernetes');
    return givenAs('env', { ...pair, name }, store.file, 'kubernetes');
  }
  return [];
}

function fromStore(item: Tree, stores: readonly Store[]): readonly Given[] {
  const prefix = textAt(item, 'prefix') ?? '';
  return (
    [
      ['secretRef', 'Secret'],
      ['configMapRef', 'ConfigMap'],
    ] as const
  ).flatMap(([ref, kind]) => {
    const store = stores.find((each) => each.kind === kind && each.name === textAt(item, ref, 'name'));
    return (store?.pairs ?? []).flatMap((pair) =>
      givenAs('env_from', { ...pair, name: prefix + pair.name }, store?.file ?? '', 'kubernetes'),
    );
  });
}
