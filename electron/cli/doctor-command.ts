/** `doctor`: what the program of a folder would send. Read-only and offline. */
import type { Examination } from '../../shared/doctor/examine';
import { doctorDocument } from '../../shared/report/doctor-document';
import { redacted } from '../../shared/report/redacted';
import { doctorJson } from './doctor-json';
import { examineFolder } from './examine-folder';
import { readTextFile } from './input';
import type { CliIo, Talk } from './io';
import { type ExitStatus, STATUS } from './status';
import { printed } from './terminal/print-document';
import { tell } from './trouble';

export interface DoctorOptions {
  readonly json?: true;
  readonly error?: string;
}

/** Every so many files it is said how far the reading is. */
const STEP = 50;

export async function doctorCommand(
  folder: string,
  { json, error }: DoctorOptions,
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const { say } = talk;
  const text = error === undefined ? null : await readTextFile(error);
  if (text?.ok === false)
    return tell(`cli.trouble.${text.error}`, { file: error ?? '' }, 'obstacle', io, talk);
  const examined = await examineFolder(folder, text?.value ?? null, io, (count) => {
    if (count % STEP === 0) io.progress(say('doctor.progress', { count }));
  });
  io.progress(null);
  if (!examined.ok) return tell(`cli.trouble.${examined.error}`, { file: folder }, 'obstacle', io, talk);
  const { found, unseen } = examined.value;
  if (json === true) io.writeOut(`${JSON.stringify(doctorJson(found, unseen), null, 2)}\n`);
  else io.writeOut(printed(redacted(doctorDocument(found, unseen, say)), io.screen));
  return statusOf(found);
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
