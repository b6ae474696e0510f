/**
 * Tells an error that happened from one that is only talked about: compared with in source code, explained in a
 * manual, feared in a feature request.
 */
import type { Hit } from './match';
import type { StatusMention } from './statuses';

/** Code that looks for the words: they stand in quotes after a comparison, or before `in`. */
const COMPARED_BEFORE =
  /(?:includes|contains|indexOf|startsWith|startswith|endswith|matches|match|test|search|HasPrefix|HasSuffix|toContain|toThrow\w*|toMatch\w*|toEqual|toBe|assert\w*|strings\.\w+|Pattern|compile|case|when|==+|!=+|~=|\bin)\s{0,2}\(?\s{0,2}[rbuf@]?["'`/(\\]{1,3}[^"'`\n]{0,60}$/;
const COMPARED_AFTER =
  /^[^"'`\n]{0,60}["'`/]\s{0,2}(?:in\s+\w|not in\s+\w|\.test\(|\)\s{0,2}(?:\{|:|\|\||&&|or\b|and\b|return))/;

/** Code that would print the words, were it to run. */
const WRITTEN_BEFORE =
  /\b(?:(?:raise|throw)\s+(?:new\s+)?[\w.:]{1,60}|(?:errors\.New|fmt\.Errorf|Exception\.new|new \w{0,40}(?:Error|Exception)))\s{0,2}\(\s{0,40}[rbuf@$]{0,2}["'`][^"'`\n]{0,90}$/;

/** Words of manuals, of plans and of people who explain, near the sentence. */
const EXPLAINED =
  /\b(?:for instance|for example|e\.g\.|such as|i\.e\.|explains?|meaning|means (?:that|the|your|you)|occurs? when|indicates? (?:an?|that)|when encountering|follow these steps|happens? when|appears? when|returned (?:when|if)|raised (?:when|if)|thrown (?:when|if)|if you (?:see|get|receive|encounter|hit)|when you (?:see|get)|you (?:may|might|will|can|could|would) (?:see|get|receive|encounter)|users? (?:may|might|will|could|would) (?:see|get)|(?:may|might|can|could|would|should) (?:return|fail with|give|produce|raise|throw|answer|respond)|asking for one|gives an?|common (?:errors?|causes?|issues?)|how to fix|detects?|maps? (?:to|the|errors?)|classif\w+|typically|generally|you (?:have|'ve) probably|(?:could|can) (?:also )?be due to|distinguish\w*|feature request|would be (?:nice|good)|changelog|release notes|roadmap|backlog|todo|fixme|show toast)\b|(?:^|\n)\W{0,6}(?:feat|fix|docs|chore|refactor|test)(?:\([^)\n]{1,40}\))?:|意味|の場合|例えば|とは|如果|例如|比如|常见|表示您|可能会|当您/i;

/** What is only supposed of someone's project, organization or key: the words follow at once. */
const SUPPOSED = /\b(?:if|when|whether|unless|until) (?:a|an|the|your|my|our|their)(?: openai)? $/i;

/** Headings of a manual's entry: they outweigh a status beside the words. */
const MANUAL =
  /(?:^|\n)\s*(?:Meaning|Cause|Causes|Solution|Resolution|Description|How to fix|Overview)\s*:?\s*(?:\n|$)|Retry\?|(?:^|\n)#{1,5} [^\n]{0,40}(?:troubleshooting|faq|known issues|error codes|common errors|changelog)/i;

/** Source code that gives a name to a list of messages or codes: nothing was printed here. */
const TABLE_OF_MESSAGES =
  /\benum(?: class)? \w+[^{\n]{0,40}\{|(?:^|\n)[ \t]*(?:(?:export|public|private|static|final|const|let|var|val)[ \t]+){0,4}[A-Za-z_]\w*(?:[ \t]*:[^=\n]{1,60})?[ \t]*=[ \t]*(?:new \w+\(|Map\.of\(|dict\()?[{[(]/;

/** A line of a list of changes. */
const CHANGE = /^\W{0,6}(?:fixed|fixes|added|changed|improved|removed|closes)\b/i;
/** The line under the head of a Markdown table. */
const TABLE_RULE = /(?:^|\n)[ \t>]*\|[ \t]*:?-{2,}[-:| \t]*(?:\n|$)/;

/** Signs that something ran and failed here. */
const HAPPENED =
  /Error code: ?\d{3}|status[ _]?code\W{0,4}\d{3}|\bHTTP\W{0,4}[45]\d\d|\b[45]\d\d (?:Unauthorized|Forbidden|Not Found|Bad Request|Too Many|Internal)|Traceback|\bat [\w.$<> ]{1,80}\(|\b(?:error|failed|failure|exception|fatal|panic|refused|rejected|denied)\b\W{0,4}$|\w(?:Error|Exception)\b\W{0,3}(?:\d{3}\W{0,3})?$|(?:^|\n)[\s>"'`]{0,20}[45]\d\d\b|\b(?:I|we|it|he|she|they)(?:'m| am| keep| kept| still| always| just| only)? (?:get|gets|got|getting|receive|received|see|saw|ran into|hit)\b|\b(?:getting|got) (?:this|the|an?) (?:error|message)|error message|报错|提示|エラーが|表示され/i;
const CONCRETE = /proj_[A-Za-z0-9]{3}|org-[A-Za-z0-9]{4}|req_[A-Za-z0-9]{6}|sk-[\w*]{6}|\bRequested \d/;

const CODE_LINE =
  /^\s*(?:(?:if|elif|else|for|while|with|return|def|class|import|from|const|let|var|function|async|await|export|case|switch|try|catch|except|raise|throw|public|private|func|fn|test|it|describe|expect|assert\w*)\b|\/\/|\/\*|\*\s|#\s|[\w.]+\s?=\s?[^=]|[\w.]+\(.*\)?;?$|[}\])]+[;,)]*$)/;

/** Of Python, JavaScript and Ruby, whose lines begin like code. */
const STACK = /Traceback|^\s+at |^\s+from \S+:\d+:in /m;

/** A code among others in quotes is a setting, such as what to try again after. */
const LISTED_BEFORE = /["'][A-Z][A-Z_]{3,}["'],\s{0,20}["']$/;
const LISTED_AFTER = /^["'],\s{0,20}["'][A-Z][A-Z_]{3,}["']/;

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
  const coded = lines.filter((line) => line.length < 400 && CODE_LINE.test(line)).length;
  return {
    text,
    statuses,
    isCode: lines.length >= 3 && coded / lines.length > 0.6 && !STACK.test(text.slice(0, 20_000)),
  };
}

/** True where the place of the hit only talks about the error. `fields`: an error object stands around it. */
export function isMention(hit: Hit, context: Context, fields: boolean): boolean {
  const { text } = context;
  const before = text.slice(Math.max(0, hit.start - 100), hit.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (COMPARED_BEFORE.test(line) || COMPARED_AFTER.test(text.slice(hit.end, hit.end + 80))) return true;
  if (LISTED_BEFORE.test(before) || LISTED_AFTER.test(text.slice(hit.end, hit.end + 60))) return true;
  if (fields || /<\/?[a-z][^<>]{0,200}>\s*$/i.test(before)) return false;
  if (WRITTEN_BEFORE.test(text.slice(Math.max(0, hit.start - 200), hit.start))) return true;
  // The service's own sentences explain too: `This likely means you …`.
  const around = `${text.slice(Math.max(0, hit.start - 260), hit.start)} … ${text.slice(hit.end, hit.end + 200)}`;
  if (MANUAL.test(text.slice(Math.max(0, hit.start - 700), hit.end + 200))) return true;
  if (CHANGE.test(line) || isInTable(line, hit, context)) return true;
  if (isInList(hit, context)) return true;
  // A bare status is its own evidence, and so is none.
  if (hit.by !== 'status' && happened(hit, text)) return false;
  return (
    context.isCode ||
    EXPLAINED.test(around) ||
    SUPPOSED.test(text.slice(Math.max(0, hit.start - 40), hit.start)) ||
    TABLE_OF_MESSAGES.test(text.slice(Math.max(0, hit.start - 500), hit.start))
  );
}

/** A row of a table that names no one's project or organization is a manual's. */
function isInTable(line: string, hit: Hit, { text }: Context): boolean {
  return (
    /^[ \t>]*\|/.test(line) &&
    !CONCRETE.test(text.slice(hit.start, hit.end + 120)) &&
    TABLE_RULE.test(text.slice(Math.max(0, hit.start - 1500), hit.start))
  );
}

/** Four and more different failures side by side are a manual's list, not one call's answer. */
function isInList(hit: Hit, { statuses }: Context): boolean {
  const near = statuses.filter(({ value, start }) => value >= 400 && Math.abs(start - hit.start) < 800);
  return new Set(near.map(({ value }) => value)).size >= 4;
}

function happened(hit: Hit, text: string): boolean {
  const before = text.slice(Math.max(0, hit.start - 160), hit.start);
  return HAPPENED.test(before) || CONCRETE.test(text.slice(hit.start, hit.end + 120));
}

/** Words that put an error into the past of the same report. */
const EARLIER =
  /\b(?:earlier|previously|before that|at first|first i (?:got|had)|yesterday|last week|used to (?:get|be)|was (?:getting|seeing)|no longer|went away|solved|resolved|is fixed|will retry|retrying|falling back|fell back|fallback|trying again|attempt \d)\b|以前|之前|最初は|昨日/i;

export function isEarlier(hit: Hit, text: string): boolean {
  const before = text.slice(Math.max(0, hit.start - 160), hit.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return EARLIER.test(line);
}
