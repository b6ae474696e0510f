import { expect, it } from 'vitest';
import { readSource, sourcesOf } from './sources';

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
