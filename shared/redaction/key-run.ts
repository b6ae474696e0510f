/** Follows a key from its prefix to its end, over the line breaks and quotes that cut it into pieces. */
import { changesIn, isScrambled } from './scrambled';

/** Of a text, in UTF-16 units; `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface KeyRun {
  /** At least one; further ones where the key goes on behind quotes, which stay. A line break belongs to its piece. */
  readonly pieces: readonly Stretch[];
  /** The characters of the key alone. */
  readonly body: string;
  readonly end: number;
}

/** In UTF-16 units. Longer than any key; where a text goes on and on, it is none any more. */
export const LONGEST = 700;

/** Characters of a key, of stars in it, and of an ellipsis that stands for the rest of it. */
const BODY = /[\w*•…-]{0,700}(?:\.{2,}[\w*•…-]{0,100})?/y;
const NEXT = /[\w-]{1,700}/y;
/** A line break with a soft break of mail or as an editor shows it, the marks of a quotation or a terminal, of a listing, a difference or a remark. */
const LINE_JOINT =
  /[ \t]{0,8}(?:[|│┃][ \t]{0,4})?(?:[=\\`]|\^M)?(?:\r?\n){1,2}[ \t\u3000>|│┃]{0,60}(?:(?:\d{1,6}[:\t| ]|\/\/|[#*+])[ \t|]{0,60})?/y;
/** Two strings that a program puts together, or two entries of a list. */
const QUOTE_JOINT =
  /["'`][ \t]{0,4}(?:(?:\|\||[+,.&])[ \t]{0,4})?[\\`]?(?:\r?\n[ \t>|│┃]{0,60})?(?:(?:\|\||[+.&])[ \t]{0,4})?["'`]/y;

const LINE_END = /(?:[=\\`]|\^M)?(?:[\r\n]|$)/y;

/** The mark in the middle of OpenAI's keys: as much stands before it as behind it (keys seen from 2023 to 2026). */
export const MARK = ['T3Blbk', 'FJ'].join('');

/** Ids of OpenAI's that may stand on the line after a key, and beginnings of another key. */
const ANOTHER =
  /^(?:sk-|sess-|proj_|org-|req_|resp_|chatcmpl-|user-|key_|file-|asst_|thread_|run_|msg_|batch_|ftjob-|gpt-|ft:)/;
const ANOTHER_KEY = /^(?:sk|sess)-/;

/** A line that a run of this length fills alone was cut there. */
const WHOLE_LINE = 14;

/** The run from `start`, where the body of a key begins, in a view of a text. */
export function keyRunFrom(text: string, start: number): KeyRun {
  BODY.lastIndex = start;
  BODY.test(text);
  let end = BODY.lastIndex;
  let body = text.slice(start, end);
  let piece = { start, end };
  const pieces: Stretch[] = [];
  let line = lineLength(text, end);
  let isWrapped = false;
  while (body.length < LONGEST) {
    const joint = jointAt(text, end);
    if (joint === null) break;
    const next = nextRun(text, joint.end);
    if (next === null) break;
    const whole = lineLength(text, next.end);
    const fills = joint.isLine && whole > 0 && whole === line;
    isWrapped = isWrapped || fills;
    const taken = takenOf(body, next.run, joint.isLine, isWrapped);
    if (taken === 0 || (fills ? ANOTHER_KEY : ANOTHER).test(next.run)) break;
    isWrapped = isWrapped || (joint.isLine && whole > 0 && next.run.length >= WHOLE_LINE);
    if (joint.isLine) piece = { start: piece.start, end: joint.end + taken };
    else {
      pieces.push(piece);
      piece = { start: joint.end, end: joint.end + taken };
    }
    end = joint.end + taken;
    body += text.slice(joint.end, end);
    if (taken < next.run.length) break;
    line = whole;
  }
  return { pieces: [...pieces, piece], body, end };
}

/**
 * How much of a run behind a joint is the key's: what its mark says is missing, or all of it where chance made it. In a
 * text whose lines were seen to be cut at one width, a run that is no plain word is enough.
 */
function takenOf(body: string, run: string, isLine: boolean, isWrapped: boolean): number {
  const missing = missingOf(body) ?? missingOf(body + run, body.length);
  if (missing !== null && (run.length === missing || (isLine && run.length < missing))) return run.length;
  if (missing !== null) return isScrambled(run) ? Math.min(missing, run.length) : 0;
  if (isLine && isWrapped) return /^(?:[A-Z_]+|[a-z]+|[A-Z][a-z]+)$/.test(run) ? 0 : run.length;
  // What came so far is too short for a key.
  if (isLine && body.length < 40 && run.length >= WHOLE_LINE && changesIn(run) > 0) return run.length;
  if (run.length < 8) return changesIn(run) >= 2 && body.length >= 12 ? run.length : 0;
  return isScrambled(run) ? run.length : 0;
}

/** Characters that a body lacks from `length` on; null where no mark has come yet, or one that stands elsewhere than in a key. */
function missingOf(body: string, length = body.length): number | null {
  const at = body.indexOf(MARK);
  return at < 16 ? null : Math.max(0, 2 * at + MARK.length - length);
}

function jointAt(text: string, at: number): { readonly end: number; readonly isLine: boolean } | null {
  for (const [pattern, isLine] of [
    [LINE_JOINT, true],
    [QUOTE_JOINT, false],
  ] as const) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { end: pattern.lastIndex, isLine };
  }
  return null;
}

/** The run that goes on behind a joint; null where it is a name that gets a value. */
function nextRun(text: string, at: number): { readonly run: string; readonly end: number } | null {
  NEXT.lastIndex = at;
  const run = NEXT.exec(text)?.[0];
  if (run === undefined) return null;
  const end = NEXT.lastIndex;
  return /^(?:=(?!\r?\n)|[:(/@]|["'`]\s{0,4}:)/.test(text.slice(end, end + 6)) ? null : { run, end };
}

/** Length of the line that ends here, if it does; 0 otherwise. Lines of one text that was cut are equally long. */
function lineLength(text: string, end: number): number {
  LINE_END.lastIndex = end;
  if (!LINE_END.test(text)) return 0;
  const from = text.lastIndexOf('\n', end - 1);
  return Math.min(end - from - 1, 1_000);
}
