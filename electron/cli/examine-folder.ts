/** Reads a folder, and what the person's tools have set beside it, for the rules in `shared/doctor`. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/base/result';
import { type Examination, examine } from '../../shared/doctor/examine';
import type { SourceFile } from '../../shared/doctor/setting';
import type { Unseen } from '../../shared/report/doctor-document';
import { treesOf } from './folder/trees';
import { type TextFile, walk } from './folder/walk';
import { readTextFile } from './input';
import type { CliIo } from './io';

interface ExaminedFolder {
  readonly found: Examination;
  readonly unseen: Unseen;
}

/** `error`: text whose key is looked for; null for none. `onCount` is told how many files were read. */
export async function examineFolder(
  folder: string,
  error: string | null,
  { env, today }: Pick<CliIo, 'env' | 'today'>,
  onCount?: (count: number) => void,
): Promise<Result<ExaminedFolder, 'noFolder' | 'notFolder'>> {
  const facts = await stat(folder).catch(() => null);
  if (facts === null) return err('noFolder');
  if (!facts.isDirectory()) return err('notFolder');
  const { files, ...unseen } = await walk(folder, onCount);
  const all = [...files, ...(await toolsOfHome(env))].map(sourceFile);
  return ok({ found: examine({ files: all, env, error, today }), unseen });
}

function sourceFile({ path, text }: TextFile): SourceFile {
  return { path, text, trees: treesOf(path, text) };
}

/** Settings of tools that belong to the person instead of the folder. */
const OF_HOME = ['.codex/config.toml', '.continue/config.yaml', '.continue/config.json', '.aider.conf.yml'];

async function toolsOfHome(env: CliIo['env']): Promise<readonly TextFile[]> {
  const home = env['HOME'] ?? env['USERPROFILE'];
  if (home === undefined || home === '') return [];
  const read = OF_HOME.map(async (path) => {
    const text = await readTextFile(join(home, path));
    return text.ok ? [{ path: `~/${path}`, text: text.value }] : [];
  });
  return (await Promise.all(read)).flat();
}
