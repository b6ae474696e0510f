import { expect, it } from 'vitest';
import { ROOMS, readSource, sourcesOf } from './sources';

const EXPORT = /^export (?:async |abstract )*(?:function|const|class|interface|type) (?<name>\w+)/gm;

/** Names that files export for different things, each with its files. The sentences of both languages share theirs on purpose. */
function homonymsIn(files: readonly (readonly [path: string, source: string])[]): readonly string[] {
  const places = new Map<string, readonly string[]>();
  for (const [path, source] of files)
    for (const name of new Set([...source.matchAll(EXPORT)].map(({ groups }) => groups?.['name'] ?? '')))
      places.set(name, [...(places.get(name) ?? []), path]);
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

it('no name is exported for two things', () => {
  const files = (['shared', 'electron', 'renderer'] as const)
    .flatMap((room) => sourcesOf(room))
    .filter((path) => !path.startsWith('shared/messages/'));
  expect(homonymsIn(files.map((path) => [path, readSource(path)] as const))).toEqual([]);
});

it('a name that is exported for two things would be noticed', () => {
  const files = [
    ['shared/a.ts', 'export interface Place {}\nexport const one = 1;'],
    ['electron/b.ts', 'export async function placed() {}\nexport type Place = string;'],
  ] as const;
  expect(homonymsIn(files)).toEqual(['Place: shared/a.ts, electron/b.ts']);
});

const VALUE = /^export (?:async |abstract )*(?:function\*?|const|class) (?<name>\w+)/gm;

/** Functions, values and classes that are exported though no other file speaks of them. A type may have to be, for the compiler. */
function unusedIn(files: readonly (readonly [path: string, source: string])[]): readonly string[] {
  const spokenOf = new Map<string, number>();
  for (const [, source] of files)
    for (const word of new Set(source.match(/\w+/g))) spokenOf.set(word, (spokenOf.get(word) ?? 0) + 1);
  return files
    .filter(([path]) => !path.startsWith('test/') && !path.startsWith('build/'))
    .flatMap(([path, source]) =>
      [...source.matchAll(VALUE)]
        .map(({ groups }) => groups?.['name'] ?? '')
        .filter((name) => (spokenOf.get(name) ?? 0) < 2)
        .map((name) => `${name}: ${path}`),
    );
}

it('nothing is exported that its own file alone uses', () => {
  const files = ROOMS.flatMap((room) => sourcesOf(room));
  expect(unusedIn(files.map((path) => [path, readSource(path)] as const))).toEqual([]);
});

it('an export that its own file alone uses would be noticed', () => {
  const files = [
    ['shared/a.ts', 'export const one = 1;\nexport const two = one;'],
    ['electron/b.ts', "import { two } from '../shared/a';"],
  ] as const;
  expect(unusedIn(files)).toEqual(['one: shared/a.ts']);
});
