import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from './sources';

const ROOT = join(import.meta.dirname, '../..');
const MAP = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const MAPPED = ROOMS.filter((room) => MAP.includes(`| \`${room}/\` | Belongs there |`));

/** The folders that hold files themselves, below a room. */
function foldersOf(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath }) => parentPath.slice(join(ROOT, room).length + 1))
    .filter((folder, index, all) => folder !== '' && all.indexOf(folder) === index)
    .toSorted();
}

/** What the first column of a room's table names. */
function mappedOf(room: string, map: string): readonly string[] {
  const table = map.slice(map.indexOf(`| \`${room}/\` | Belongs there |`)).split('\n\n', 1)[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))
    .filter((name) => !name.includes('.'))
    .toSorted();
}

describe('the map in ARCHITECTURE.md', () => {
  it.each(['electron', 'renderer', 'shared'])('names every folder of %s, and no other', (room) => {
    expect(MAPPED).toContain(room);
    expect(mappedOf(room, MAP)).toEqual(foldersOf(room));
  });

  it('would be told of a folder that it lacks', () => {
    const map = MAP.replace('| `vault` |', '| vault |');
    expect(mappedOf('electron', map)).not.toEqual(foldersOf('electron'));
  });

  it('leads to files and folders that are there', () => {
    const paths = [...MAP.matchAll(/`((?:electron|renderer|shared|test|build)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
