/** Reads a packed app as bytes, without running it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place in Electron's binary where its fuses lie (source: Electron's fuse documentation, 2026-11). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeInspect',
  'asarIntegrity',
  'onlyAsar',
  'browserSnapshot',
  'fileProtocolPrivileges',
  'wasmTrapHandlers',
] as const;
export type Fuse = (typeof FUSES)[number];

/** Which fuses are on, as the binary itself says. After the mark come a version, a length and one digit a fuse. */
export function readFuses(binary: string): Partial<Record<Fuse, boolean>> {
  const bytes = readFileSync(binary);
  const start = bytes.indexOf(SENTINEL) + SENTINEL.length;
  if (start < SENTINEL.length) throw new Error('The binary holds no fuses.');
  const length = bytes[start + 1] ?? 0;
  const wire = bytes.subarray(start + 2, start + 2 + length).toString('latin1');
  return Object.fromEntries(FUSES.slice(0, length).map((name, index) => [name, wire[index] === '1']));
}

/** Every file in an asar archive, which Electron's own Node shows as a folder. */
export function listArchive(path: string, below = ''): readonly string[] {
  return readdirSync(join(path, below))
    .flatMap((name) => {
      const entry = below === '' ? name : `${below}/${name}`;
      return statSync(join(path, entry)).isDirectory() ? listArchive(path, entry) : [entry];
    })
    .sort();
}
