import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsIn, readSource, sourcesOf } from './sources';

/** Rooms whose folders depend on each other in one direction. */
const ROOMS = ['shared', 'electron', 'renderer'] as const;

/** A folder with what is below it, as `renderer/case`; the room itself for its loose files. */
function folderOf(path: string): string {
  return dirname(path).split('/').slice(0, 2).join('/');
}

type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** For each folder those that it imports, with one import that shows it. */
function graphOf(imports: readonly Import[], room: string): Graph {
  const graph = new Map<string, Map<string, string>>();
  for (const { from, to, relative } of imports) {
    const [here, there] = [folderOf(from), folderOf(to)];
    if (!relative || here === there || !to.startsWith(`${room}/`)) continue;
    const edges = graph.get(here) ?? new Map<string, string>();
    edges.set(there, `${from} imports ${to}`);
    graph.set(here, edges);
  }
  return graph;
}

/** The imports of one way that leads from a folder back to itself; none where there is no such way. */
function circleIn(graph: Graph): readonly string[] {
  const done = new Set<string>();
  const walk = (folder: string, way: readonly string[], seen: readonly string[]): readonly string[] => {
    if (seen.includes(folder)) return way.slice(seen.indexOf(folder));
    if (done.has(folder)) return [];
    for (const [next, example] of graph.get(folder) ?? []) {
      const found = walk(next, [...way, example], [...seen, folder]);
      if (found.length > 0) return found;
    }
    done.add(folder);
    return [];
  };
  for (const folder of graph.keys()) {
    const found = walk(folder, [], []);
    if (found.length > 0) return found;
  }
  return [];
}

describe.each(ROOMS)('the folders of %s', (room) => {
  const imports = sourcesOf(room).flatMap((path) => importsIn(path, readSource(path)));

  it('depend on each other in one direction', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(circleIn(graphOf(imports, room))).toEqual([]);
  });
});

it('would notice folders that lead back to each other', () => {
  const imports = [
    importsIn('renderer/a/one.ts', "import { two } from '../b/two';"),
    importsIn('renderer/b/two.ts', "import type { Three } from '../c/deep/three';"),
    importsIn('renderer/c/deep/three.ts', "import '../../a/one';"),
    importsIn('renderer/app.ts', "import { one } from './a/one';"),
  ].flat();
  expect(circleIn(graphOf(imports, 'renderer'))).toEqual([
    'renderer/a/one.ts imports renderer/b/two',
    'renderer/b/two.ts imports renderer/c/deep/three',
    'renderer/c/deep/three.ts imports renderer/a/one',
  ]);
  expect(circleIn(graphOf(imports.slice(1), 'renderer'))).toEqual([]);
});

it('would notice a loose file that leads back to a folder', () => {
  const imports = [
    importsIn('renderer/bridge.ts', 'export const bridge = 1;'),
    importsIn('renderer/app.tsx', "import { Page } from './page/page';"),
    importsIn('renderer/page/page.tsx', "import { bridge } from '../bridge';"),
  ].flat();
  expect(circleIn(graphOf(imports, 'renderer'))).toHaveLength(2);
});
