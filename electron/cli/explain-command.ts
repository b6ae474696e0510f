/** `explain`: what a refused call's text says, for people and for programs. */
import { err, ok, type Result } from '../../shared/base/result';
import { type JudgedText, judgeText } from '../../shared/diagnosis/judge-text';
import { CAUSES, type Cause } from '../../shared/errors/reading';
import { CAUSE_ROWS } from '../../shared/observations/layers';
import { causePage, judgedCause } from '../../shared/report/cause-page';
import type { Document } from '../../shared/report/document';
import { explanationOf } from '../../shared/report/explanation';
import { redacted } from '../../shared/report/redacted';
import { causeJson, explanationJson, type Json, SCHEMA_VERSION } from './explanation-json';
import { explain } from './flat-reading';
import { linesOf, readTextFile, textOfInput } from './input';
import type { CliIo, Talk } from './io';
import { type ExitStatus, STATUS } from './status';
import { printed } from './terminal/print-document';
import type { Style } from './terminal/screen';
import { tell } from './trouble';

export interface ExplainOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly cause?: Cause;
  readonly list?: true;
}

export async function explainCommand(
  file: string | undefined,
  options: ExplainOptions,
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const { cause, list, json = false } = options;
  if (file !== undefined && (cause !== undefined || list === true))
    return tell('cli.trouble.noFileHere', {}, 'wrong_use', io, talk);
  if (options.jsonl === true) return explainLines(file, io, talk);
  if (cause !== undefined) return explainCause(cause, json, io, talk);
  if (list === true) return listCauses(json, io, talk);
  const text = file === undefined || file === '-' ? await textOfInput(io, talk) : await readTextFile(file);
  if (!text.ok) return tell(`cli.trouble.${text.error}`, { file: file ?? '-' }, 'obstacle', io, talk);
  return explainText(text.value, json, io, talk);
}

function explainText(text: string, json: boolean, io: CliIo, talk: Talk): ExitStatus {
  const judged = judgeText(text, io.today);
  if (json) writeJson(explanationJson(judged, talk.say), io);
  else writeDocument(explanationOf(judged, talk.say), io, isPlaced(judged) ? 'red' : 'yellow');
  return isPlaced(judged) ? STATUS.yes : STATUS.unclear;
}

/** A verdict that names no layer which refuses leaves the question open. */
function isPlaced({ verdict }: JudgedText): boolean {
  return verdict.outcome === 'refused';
}

function explainCause(cause: Cause, json: boolean, io: CliIo, { say }: Talk): ExitStatus {
  if (json) writeJson(causeJson(cause, judgedCause(cause, io.today), say), io);
  else writeDocument(causePage(cause, io.today, say), io);
  return STATUS.yes;
}

function listCauses(json: boolean, io: CliIo, { say }: Talk): ExitStatus {
  const causes = CAUSES.map((cause) => ({
    cause,
    layer: CAUSE_ROWS[cause].stopsAt,
    title: say(`verdict.cause.${cause}.title`),
  }));
  if (json) writeJson({ schemaVersion: SCHEMA_VERSION, kind: 'causes', causes }, io);
  else
    writeDocument(
      {
        title: say('cli.explain.allCauses'),
        lead: [],
        sections: [
          {
            heading: '',
            blocks: [{ kind: 'list', items: causes.map(({ cause, title }) => `${cause}\n${title}`) }],
          },
        ],
      },
      io,
    );
  return STATUS.yes;
}

function writeDocument(document: Document, io: CliIo, colour?: 'red' | 'yellow'): void {
  const style: Style = colour === undefined ? 'bold' : ['bold', colour];
  io.writeOut(printed(redacted(document), io.screen, style));
}

function writeJson(value: Json, io: CliIo): void {
  io.writeOut(`${JSON.stringify(value, null, 2)}\n`);
}

async function explainLines(file: string | undefined, io: CliIo, talk: Talk): Promise<ExitStatus> {
  if (file !== undefined && file !== '-')
    return tell('cli.trouble.linesFromInput', {}, 'wrong_use', io, talk);
  let status: ExitStatus = STATUS.yes;
  for await (const text of linesOf(io.input)) {
    if (text.trim() === '') continue;
    const task = parseTask(text);
    if (task.ok) io.writeOut(line({ id: task.value.id, ...explain(task.value.text) }));
    else {
      status = STATUS.no;
      io.writeOut(line({ id: null, error: task.error }));
    }
  }
  return status;
}

interface Task {
  readonly id: string | number | null;
  readonly text: string;
}

function parseTask(text: string): Result<Task, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return err('The line is no JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return err('The line is no JSON object.');
  const { id, text: body }: { readonly id?: unknown; readonly text?: unknown } = parsed;
  if (typeof body !== 'string') return err('The object has no string "text".');
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return err('"id" is neither a string nor a number.');
  return ok({ id: id ?? null, text: body });
}

function line(value: Json): string {
  return `${JSON.stringify(value)}\n`;
}
