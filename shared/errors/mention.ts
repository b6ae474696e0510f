/**
 * Tells an error that happened from one that is only talked about: compared with in source code, explained in a
 * manual, feared in a feature request.
 */
import type { Hit } from './match';
import type { StatusMention } from './statuses';
import { KNOWN_CODES } from './table';
import {
  CHANGE_ELSEWHERE,
  EARLIER,
  EXPLAINED,
  EXPLAINED_AFTER,
  EXPLAINED_NEXT,
  HAPPENED,
  MANUAL,
  OVER,
  STILL,
  SUPPOSED,
} from './talk';

/**
 * Code that looks for the words: they stand in quotes after a comparison, or before `in`. R says where it failed:
 * "Error in `req_perform()`".
 */
const COMPARED_BEFORE =
  /(?:includes|contains|indexOf|startsWith|startswith|endswith|matches|match|test|search|HasPrefix|HasSuffix|toContain|toThrow\w*|toMatch\w*|toEqual|toBe|assert\w*|strings\.\w+|Pattern|compile|case|when|==+|!=+|~=|(?<!\bError )\bin)\s{0,2}\(?\s{0,2}[rbuf@]?["'`/(\\]{1,3}[^"'`\n]{0,60}$/;
const COMPARED_AFTER =
  /^[^"'`\n]{0,60}["'`/]\s{0,2}(?:in\s+\w|not in\s+\w|\.test\(|\)\s{0,2}(?:\{|:|\|\||&&|or\b|and\b|return))/;
/** The signs of a regular expression on both sides. */
const PATTERN_BEFORE = /(?:\(\?[:i]|[|(^]|(?<![\w.:/])\/|\.[*+])[^\s"'`|]{0,3}$/;
const PATTERN_AFTER = /^[^\s"'`|]{0,3}(?:\.[*+]|\|[A-Za-z]|\)(?:[$/]|\.\S)|\/[gimsu]{0,4}[\s,;.)])/;

/** Code that would print the words, were it to run. */
const WRITTEN_BEFORE =
  /\b(?:(?:raise|throw)\s+(?:new\s+)?[\w.:]{1,60}|(?:errors\.New|fmt\.Errorf|Exception\.new|new \w{0,40}(?:Error|Exception)))\s{0,2}\(\s{0,40}[rbuf@$]{0,2}["'`][^"'`\n]{0,90}$/;

/** A pattern or a template where a fact should stand. */
const TEMPLATE = /\[\^?[^\]\s]{1,20}\][+*)]|\(\?|\\?\.[*+]|%[sdv]\b|\$?\{\w*\}/;
/** What a test's double is told to answer: an object that follows. */
const DOUBLE =
  /\b(?:mock\w*|stub\w*|fake\w*|fixture\w*|nock|respx|responses\.add|toEqual|toMatchObject|assert\w*|return_value|side_effect|httpx\.Response|HttpResponse\.json|new Response)\b[^\n]{0,200}$/i;
/** What a language model is told to do with the words. */
const TASK =
  /(?:^|[>:]\s{0,3})(?:please )?(?:explain|translate|summari[sz]e|rephrase|describe|rewrite|write)\b[^.\n]{0,80}["'“]$/i;
/** Where code and packages are kept: a refusal there is none of an API. */
const OTHER_PLACES =
  /https?:\/\/[^\s/]{0,40}(?:github|gitlab|bitbucket|pypi|npmjs|docker|debian|ubuntu)\.[^\s]{0,120}/i;

/** Lines that a tool for code and packages begins so. */
const OTHER_TOOL = /^\s*(?:remote:|npm (?:ERR!|error)\s|fatal: unable to access)/;

/** The name of a test, or the line of one that passed. */
const TEST_LINE =
  /^\s*(?:[✓✔√]|ok \d|PASS(?:ED)?\b|(?:it|test|describe|context|scenario)(?:\.\w+)?\s?\(|def test_|func Test|fn test_)|\bPASSED\s*$/;

/** The head of a test: what stands in its body is made up for it. */
const TEST_HEAD =
  /(?:^|\n)[ \t]*(?:(?:async )?def test_\w|(?:it|test)(?:\.\w+)?\s?\(\s{0,4}["'`]|func Test\w|#\[(?:tokio::)?test\]|@Test\b|(?:async )?fn test_\w)/;
/** How a runner marks where a test failed, and with what. */
const TEST_FAILURE = /(?:^|\n)(?:E {1,8}|> {1,8})\S|(?:^|\n)[ \t]*(?:FAIL|FAILED|✗|✕|×)\b/;

/** Source code that gives a name to a list of messages or codes: nothing was printed here. */
const TABLE_OF_MESSAGES =
  /\benum(?: class)? \w+[^{\n]{0,40}\{|(?:^|\n)[ \t]*(?:(?:export|public|private|static|final|const|let|var|val)[ \t]+){0,4}[A-Za-z_]\w*(?:[ \t]*:[^=\n]{1,60})?[ \t]*=[ \t]*(?:new \w+\(|Map\.of\(|dict\()?[{[(]/;

/** An entry of such a list, up to its words. */
const ENTRY_LINE = /^\s*["'\w[\].-]{1,60}\s{0,3}(?::|=>?)\s{0,3}["'`]$/;

/** A line of a list of changes. */
const CHANGE = /^\W{0,6}(?:fixed|fixes|added|changed|improved|removed|closes)\b/i;
/** What a change or a plan tells the program to do. */
const PLAN =
  /^(?:\W{0,6}|commit [0-9a-f]{7,40}\W+|[0-9a-f]{7,12} )(?:add|fix|handle|show|map|treat|retry|raise|surface|detect|improve|support|avoid|ignore|catch|print|display|document|translate|classify|prevent|refactor|revert|skip) /i;
/** The line under the head of a Markdown table. */
const TABLE_RULE = /(?:^|\n)[ \t>]*\|[ \t]*:?-{2,}[-:| \t]*(?:\n|$)/;
const NEXT_IS_RULE = /^[^\n]*\n[ \t>]*\|[ \t]*:?-{2,}/;

const CONCRETE = /proj_[A-Za-z0-9]{3}|org-[A-Za-z0-9]{4}|req_[A-Za-z0-9]{6}|sk-[\w*]{6}|\bRequested \d/;
/** A cell that says when it happened, or what was called. */
const TIME = /\|\s*(?:\d{4}-\d\d-\d\d[T ]?)?\d\d?:\d\d|\|\s*(?:GET|POST|DELETE) \//;

const CODE_LINE =
  /^\s*(?:(?:if|elif|else|for|while|with|return|def|class|import|from|const|let|var|function|async|await|export|case|switch|try|catch|except|raise|throw|public|private|func|fn|test|it|describe|expect|assert\w*)\b|\/\/|\/\*|\*\s|#\s|[\w.]+(?:, ?\w+){0,3}(?:\s:?=\s|=["'`({[])|[\w.]+\(.*\)?;?$|[}\])]+[;,)]*$)/;

/** Of Python, JavaScript and Ruby, whose lines begin like code. */
const STACK = /Traceback|^\s+at |^\s+from \S+:\d+:in /m;

/** A code among others in quotes is a setting, such as what to try again after. */
const LISTED_BEFORE = /["'][A-Z][A-Z_]{3,}["'],\s{0,20}["']$/;
const LISTED_AFTER = /^["'],\s{0,20}["'][A-Z][A-Z_]{3,}["']/;

/** `"clarifyTimeoutError": false`: the words name a setting that is on or off, and nothing that happened. */
const SETTING_AFTER = /^\w{0,40}["'`]?\s{0,3}(?::|=>?)\s{0,3}(?:true|false)\b/i;

/** A catalogue of translations: the words before and after, and nothing that was printed. */
const CATALOGUE_LINE =
  /^\s*(?:msg(?:id|str|ctxt)(?:_plural|\[\d\])?\s+"|"[^"\n]{1,80}"\s{1,3}=\s{1,3}")|<(?:source|target|string name)\b[^>\n]{0,80}>$/;
/** A change to source code: each of its lines begins with a sign that no code has. */
const DIFF = /^(?:diff --git |@@ -\d|--- a\/|\+\+\+ b\/)/m;

export interface Context {
  readonly text: string;
  readonly statuses: readonly StatusMention[];
  /** True where most of the text is source code. */
  readonly isCode: boolean;
}

export function contextOf(text: string, statuses: readonly StatusMention[]): Context {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const isDiff = DIFF.test(text.slice(0, 20_000));
  const coded = lines.filter((line) => line.length < 400 && isCodeLine(line, isDiff)).length;
  return {
    text,
    statuses,
    isCode: lines.length >= 3 && coded / lines.length > 0.6 && !STACK.test(text.slice(0, 20_000)),
  };
}

function isCodeLine(line: string, isDiff: boolean): boolean {
  return CODE_LINE.test(isDiff ? line.replace(/^[+-]/, ' ') : line) || (isDiff && DIFF.test(line));
}

/** True where the place of the hit only talks about the error. `fields`: an error object stands around it. */
export function isMention(hit: Hit, context: Context, fields: boolean): boolean {
  const { text } = context;
  const before = text.slice(Math.max(0, hit.start - 100), hit.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (CATALOGUE_LINE.test(line)) return true;
  if (isSourceCode(hit, text, line) || TASK.test(line) || isAtOtherPlace(hit, line, text)) return true;
  if (TEMPLATE.test(text.slice(hit.start, hit.end)) || DOUBLE.test(lineBefore(text, hit.start))) return true;
  const after = text.slice(hit.end, hit.end + 60);
  if (LISTED_BEFORE.test(before) || LISTED_AFTER.test(after) || SETTING_AFTER.test(after)) return true;
  if (context.isCode && isInTest(hit, text)) return true;
  if (fields || /<\/?[a-z][^<>]{0,200}>\s*$/i.test(before)) return false;
  if (WRITTEN_BEFORE.test(text.slice(Math.max(0, hit.start - 200), hit.start))) return true;
  if (MANUAL.test(text.slice(Math.max(0, hit.start - 700), hit.end + 200))) return true;
  const isStill = STILL.test(line);
  if (
    (CHANGE.test(line) && !isStill) ||
    TEST_LINE.test(line + lineAfter(text, hit.start)) ||
    isInTable(line, hit, context)
  )
    return true;
  if (isInList(hit, context) || isOneOfMany(hit, text)) return true;
  if (ENTRY_LINE.test(line) && isInOpenList(text, hit.start)) return true;
  // A bare status is its own evidence, and so is none.
  if (hit.by !== 'status' && happened(hit, text)) return false;
  return context.isCode || (!isStill && isChange(line)) || isTalkedOf(hit, context);
}

function isChange(line: string): boolean {
  return PLAN.test(line) || CHANGE_ELSEWHERE.test(line);
}

function isInTest(hit: Hit, text: string): boolean {
  return TEST_HEAD.test(text.slice(Math.max(0, hit.start - 800), hit.start)) && !TEST_FAILURE.test(text);
}

/** An address right behind a status. */
const BEHIND =
  /^\W{0,4}(?:(?:url|uri|at|from|for|on|GET|POST|PUT|PATCH|DELETE)\b\W{1,4}){0,2}(https?:\/\/\S{1,160})/i;

/** The place is named before a status, or right behind it. */
function isAtOtherPlace(hit: Hit, line: string, text: string): boolean {
  if (hit.row.cause !== 'reason_not_shown' && hit.strength !== 'status') return false;
  const address = BEHIND.exec(text.slice(hit.end, hit.end + 220))?.[1] ?? '';
  return OTHER_PLACES.test(line) || OTHER_TOOL.test(line) || OTHER_PLACES.test(address);
}

function lineBefore(text: string, at: number): string {
  const from = Math.max(0, at - 400, text.lastIndexOf('\n', Math.max(0, at - 1)) + 1);
  return text.slice(from, at);
}

function lineAfter(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, Math.min(end < 0 ? text.length : end, from + 400));
}

function isSourceCode(hit: Hit, text: string, line: string): boolean {
  const after = text.slice(hit.end, hit.end + 80);
  if (COMPARED_BEFORE.test(line) || COMPARED_AFTER.test(after)) return true;
  return PATTERN_BEFORE.test(line) && PATTERN_AFTER.test(after) && !/^[ \t>]*\|/.test(line);
}

/** True where the words around it explain, suppose or list, whatever else speaks for a report. */
export function isTalkedOf(hit: Hit, { text }: Context): boolean {
  return (
    EXPLAINED.test(paragraphBefore(text, hit.start)) ||
    EXPLAINED_AFTER.test(restOfSentence(text, hit.end)) ||
    EXPLAINED_NEXT.test(text.slice(hit.end, hit.end + 80)) ||
    SUPPOSED.test(text.slice(Math.max(0, hit.start - 40), hit.start)) ||
    TABLE_OF_MESSAGES.test(text.slice(Math.max(0, hit.start - 500), hit.start))
  );
}

/** A list that was begun, and that no line has ended yet. */
function isInOpenList(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 500), at);
  const begun = TABLE_OF_MESSAGES.exec(before);
  return begun !== null && !/\n[ \t]*[}\])]/.test(before.slice(begun.index + begun[0].length));
}

/** A blank line ends what an explanation speaks of. */
function paragraphBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 260), at);
  return before.slice(before.lastIndexOf('\n\n') + 1);
}

/** What follows in the same sentence. The service's own next sentence advises, and explains nothing. */
function restOfSentence(text: string, from: number): string {
  const rest = text.slice(from, from + 160);
  const end = rest.search(/[.!?](?:\s|$)|[。！？\n]/);
  return end < 0 ? rest : rest.slice(0, end);
}

/** A row of a table that names no one's project and no time is a manual's, and so is the head of any table. */
function isInTable(line: string, hit: Hit, { text }: Context): boolean {
  if (!/^[ \t>]*\|/.test(line)) return false;
  if (NEXT_IS_RULE.test(text.slice(hit.end, hit.end + 600))) return true;
  const row = line + lineAfter(text, hit.start);
  return (
    !CONCRETE.test(row) &&
    !TIME.test(row) &&
    TABLE_RULE.test(text.slice(Math.max(0, hit.start - 1500), hit.start))
  );
}

/** Four and more different failures side by side are a manual's list, not one call's answer. */
function isInList(hit: Hit, { statuses, text }: Context): boolean {
  const near = statuses.filter(({ value, start }) => value >= 400 && Math.abs(start - hit.start) < 800);
  if (new Set(near.map(({ value }) => value)).size >= 4) return true;
  const around = text.slice(Math.max(0, hit.start - 400), hit.end + 400);
  return (around.match(STATUS_ITEM) ?? []).length >= 3 || isExplainedItem(hit, text, around);
}

/** `- 401 Incorrect API key provided: check the key`: an item that goes on behind the words, beside two of its like. */
function isExplainedItem(hit: Hit, text: string, around: string): boolean {
  if (!/^[^\n]{0,20}(?::|→|=>|->| - )\s?\S/.test(lineAfter(text, hit.end))) return false;
  const statuses = [...around.matchAll(EXPLAINED_ITEM)].map(([, status]) => status);
  return new Set(statuses).size >= 3;
}

const EXPLAINED_ITEM =
  /(?:^|\n)\s{0,8}(?:[-*•]|\d{1,2}[.)])\s{0,3}[`"']?([45]\d\d)\b[^\n]{3,120}?(?::|→|=>|->| - )\s?[^\s\d]/g;

/** An item of a list that gives a status its words. */
const STATUS_ITEM = /(?:^|\n)\s{0,8}[-*•]\s{0,3}[`"']?[45]\d\d\b[^\n]{0,60}(?:→|=>|->|[::] ["'“])/g;

/** Three and more different codes of the API within a breath: alternatives, of which none is said to have come. */
function isOneOfMany(hit: Hit, text: string): boolean {
  const near = text.slice(Math.max(0, hit.start - 160), hit.end + 160);
  const codes = (near.match(/[a-z]+(?:_[a-z]+)+/g) ?? []).filter(
    (code) => KNOWN_CODES.has(code) && !code.endsWith('_error'),
  );
  return new Set(codes).size >= 3;
}

function happened(hit: Hit, text: string): boolean {
  const before = text.slice(Math.max(0, hit.start - 160), hit.start);
  return HAPPENED.test(before) || CONCRETE.test(text.slice(hit.start, hit.end + 120));
}

export function isEarlier(hit: Hit, text: string): boolean {
  const before = text.slice(Math.max(0, hit.start - 160), hit.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return EARLIER.test(line);
}

/** Told as over behind the words, on the same line. */
export function isOver(hit: Hit, text: string): boolean {
  return OVER.test(lineAfter(text, hit.end).slice(0, 120));
}
