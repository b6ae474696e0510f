/**
 * Takes a database that cannot be used out of the way, whole: what was written last stands in a file beside it, and belongs to it alone.
 * Three renames are not one, so a crash between them leaves a name that says how to go on.
 */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What SQLite keeps beside a database and needs to read its last writes. `-shm` is made anew from it. */
const COMPANIONS = ['-wal', '-journal'] as const;

/** Stands in the name of a companion until its database has been renamed as well. */
const ON_THE_WAY = '.moving';

const SET_ASIDE = '.set-aside-';

/** The time is for people. The number alone gives the order, since a clock may go back. */
const NAME = /^\d{4}-[^.]*Z\.(\d+)$/;

type Rename = (from: string, to: string) => void;

/** `rename` is another one where a test ends in the middle. */
export function setAside(path: string, at: Date, rename: Rename = renameSync): void {
  const number = Math.max(0, ...setAsideAt(path).map((copy) => copy.number)) + 1;
  const target = `${path}${SET_ASIDE}${at.toISOString().replace(/[:.]/g, '-')}.${number}`;
  if (existsSync(`${path}-shm`)) rename(`${path}-shm`, `${target}-shm`);
  for (const companion of COMPANIONS)
    if (existsSync(path + companion)) rename(path + companion, target + ON_THE_WAY + companion);
  rename(path, target);
  arrive(target, rename);
}

/** Goes on where a crash ended the setting aside: to be called before the file is opened. */
export function finishSettingAside(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const companion = COMPANIONS.find((each) => name.endsWith(ON_THE_WAY + each));
    if (companion === undefined || !name.startsWith(basename(path) + SET_ASIDE)) continue;
    const target = join(dirname(path), name.slice(0, -(ON_THE_WAY + companion).length));
    // Where its database has arrived, what stands at `path` is another one.
    if (!existsSync(target) && existsSync(path)) renameSync(path, target);
    arrive(target, renameSync);
  }
}

function arrive(target: string, rename: Rename): void {
  for (const companion of COMPANIONS) {
    const moving = target + ON_THE_WAY + companion;
    if (existsSync(moving)) rename(moving, target + companion);
  }
}

/** The one that was set aside last and still lies there; null where none does. */
export function newestSetAside(path: string): string | null {
  const copies = setAsideAt(path).sort((a, b) => a.number - b.number);
  return copies.at(-1)?.path ?? null;
}

interface Copy {
  readonly path: string;
  readonly number: number;
}

function setAsideAt(path: string): Copy[] {
  const prefix = basename(path) + SET_ASIDE;
  return readdirSync(dirname(path)).flatMap((name) => {
    const match = name.startsWith(prefix) ? NAME.exec(name.slice(prefix.length)) : null;
    return match === null ? [] : [{ path: join(dirname(path), name), number: Number(match[1]) }];
  });
}
