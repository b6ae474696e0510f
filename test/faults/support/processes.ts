/** Reads the processes of this machine from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Tells this process from a later one that got the same number. */
  readonly startedAt: string;
  readonly command: string;
}

/** A process and all below it, itself first; empty if it is gone. */
export function treeOf(pid: number): readonly ProcessEntry[] {
  const all = readdirSync('/proc').flatMap((name) => entryOf(Number(name)) ?? []);
  const below = (parent: number): readonly ProcessEntry[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.pid)]);
  return [...all.filter((entry) => entry.pid === pid), ...below(pid)];
}

/** Those of these processes that still run. */
export function stillAlive(entries: readonly ProcessEntry[]): readonly ProcessEntry[] {
  return entries.filter(({ pid, startedAt }) => entryOf(pid)?.startedAt === startedAt);
}

function entryOf(pid: number): ProcessEntry | null {
  if (!Number.isInteger(pid)) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks and brackets itself.
    const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), startedAt: rest[17] ?? '', command };
  } catch {
    // It ended while it was looked at.
    return null;
  }
}
