/** The command line, apart from the process it runs in. */
import { err, ok, type Result } from '../../shared/base/result';
import { explain } from './explain';

interface CliIo {
  /** Standard input in pieces, split anywhere. */
  readonly input: AsyncIterable<string>;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** 0: done. 1: at least one input line could not be read. 2: wrong use. */
type ExitStatus = 0 | 1 | 2;

export const USAGE = `Usage:
  explain            read one error text from standard input, print one JSON object
  explain --jsonl    read one {"id": …, "text": …} a line, print one JSON object a line
  --help             show this

The object holds: cause, layer, confidence, understood, model, model_truncated, project, organization, request_id,
http_status, code, type, param, missing_scopes, retry_after_seconds, limit, host, endpoint, further_models,
further_projects, vendor, wrapper, rule, sentence. A value that the text does not hold is null. Where understood is false, no
sentence and no code of the text is known, and cause is only the first of several that fit.

Exit status: 0 done, 1 an input line could not be read, 2 wrong use.
`;

/** The longest input read at once, in UTF-16 units; what follows is left out, so that memory stays bounded. */
const LONGEST_TEXT = 64_000_000;

export async function run(argv: readonly string[], io: CliIo): Promise<ExitStatus> {
  const [command, ...options] = argv;
  if (argv.includes('--help') || argv.includes('-h')) {
    io.writeOut(USAGE);
    return 0;
  }
  if (command === 'explain' && options.length === 0) return explainOne(io);
  if (command === 'explain' && options.length === 1 && options[0] === '--jsonl') return explainLines(io);
  io.writeError(`${complaint(command, options)}\n\n${USAGE}`);
  return 2;
}

function complaint(command: string | undefined, options: readonly string[]): string {
  if (command === undefined) return 'No command was given.';
  if (command !== 'explain') return `Unknown command: ${command}`;
  return `Unknown option: ${options.find((option) => option !== '--jsonl') ?? options.join(' ')}`;
}

async function explainOne(io: CliIo): Promise<ExitStatus> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of io.input) {
    if (length < LONGEST_TEXT) pieces.push(piece);
    length += piece.length;
  }
  io.writeOut(line(explain(pieces.join('').slice(0, LONGEST_TEXT))));
  return 0;
}

async function explainLines(io: CliIo): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  for await (const text of linesOf(io.input)) {
    if (text.trim() === '') continue;
    const task = parseTask(text);
    if (task.ok) io.writeOut(line({ id: task.value.id, ...explain(task.value.text) }));
    else {
      status = 1;
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

/** Lines of a stream whose pieces end anywhere; the last one needs no line break. */
export async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<string> {
  let pending: string[] = [];
  for await (const piece of input) {
    const parts = piece.split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield [...pending, part].join('');
      pending = [];
    }
    pending.push(last);
  }
  const rest = pending.join('');
  if (rest !== '') yield rest;
}

function line(value: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(value)}\n`;
}
