/** `doctor`: what the program of a folder would send. Read-only and offline. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Examination, examine } from '../../shared/doctor/examine';
import type { SourceFile } from '../../shared/doctor/setting';
import { doctorDocument, type Unseen } from '../../shared/report/doctor-document';
import { redacted } from '../../shared/report/redacted';
import { doctorJson } from './doctor-json';
import { treesOf } from './folder/trees';
import { type TextFile, walk } from './folder/walk';
import { readTextFile } from './input';
import type { CliIo, Talk } from './io';
import { type ExitStatus, STATUS } from './status';
import { printed } from './terminal/print-document';
import { tell } from './trouble';

export interface DoctorOptions {
  readonly json?: true;
  readonly error?: string;
}

export async function doctorCommand(
  folder: string,
  { json, error }: DoctorOptions,
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const facts = await stat(folder).catch(() => null);
  if (facts === null) return tell('cli.trouble.noFolder', { file: folder }, 'obstacle', io, talk);
  if (!facts.isDirectory()) return tell('cli.trouble.notFolder', { file: folder }, 'obstacle', io, talk);
  const text = error === undefined ? null : await readTextFile(error);
  if (text?.ok === false)
    return tell(`cli.trouble.${text.error}`, { file: error ?? '' }, 'obstacle', io, talk);
  const { files, ...unseen } = await walk(folder, (count) => {
    if (count % 50 === 0) io.progress(talk.say('doctor.progress', { count }));
  });
  io.progress(null);
  const all = [...files, ...(await toolsOfHome(io))];
  const found = examine({
    files: all.map(sourceFile),
    env: io.env,
    error: text?.value ?? null,
    today: io.today,
  });
  if (json === true) io.writeOut(`${JSON.stringify(doctorJson(found, unseen), null, 2)}\n`);
  else writeFindings(found, unseen, io, talk);
  return statusOf(found);
}

function writeFindings(found: Examination, unseen: Unseen, io: CliIo, { say }: Talk): void {
  io.writeOut(printed(redacted(doctorDocument(found, unseen, say)), io.screen));
}

function sourceFile({ path, text }: TextFile): SourceFile {
  return { path, text, trees: treesOf(path, text) };
}

/** Settings of tools that belong to the person instead of the folder. */
const OF_HOME = ['.codex/config.toml', '.continue/config.yaml', '.continue/config.json', '.aider.conf.yml'];

async function toolsOfHome({ env }: CliIo): Promise<readonly TextFile[]> {
  const home = env['HOME'] ?? env['USERPROFILE'];
  if (home === undefined || home === '') return [];
  const read = OF_HOME.map(async (path) => {
    const text = await readTextFile(join(home, path));
    return text.ok ? [{ path: `~/${path}`, text: text.value }] : [];
  });
  return (await Promise.all(read)).flat();
}

/** With an error to compare, whether its key is one that would be sent; without, whether there is anything at all. */
function statusOf({ compared, ways, others, models }: Examination): ExitStatus {
  if (compared !== null) {
    if (compared.answer === 'no_key') return STATUS.unclear;
    return compared.answer === 'sent' ? STATUS.yes : STATUS.no;
  }
  const isEmpty = ways.every(({ sent }) => sent.length === 0) && others.length === 0 && models.length === 0;
  return isEmpty ? STATUS.unclear : STATUS.yes;
}
