/** HTTP statuses that a text names. */

export interface StatusMention {
  readonly value: number;
  /** Indices into the cleaned text. */
  readonly start: number;
  readonly end: number;
  /** True where the number stands alone before the words of the error, which ties it to them. */
  readonly leading: boolean;
}

/** What servers, proxies and SDKs print behind the number; a pattern's inside. */
export const REASONS = [
  'Unauthorized(?: Access)?|Authorization Required|Payment Required|Forbidden|Access Denied',
  'Bad Request|(?:Page )?Not Found|(?:Method )?Not Allowed|Conflict|Unprocessable(?: Entity| Content)?',
  '(?:Request Entity|Payload|Content) Too Large|Unsupported Media Type|Request Time-?out',
  'Too Many Requests|Rate Limit(?:ed| Exceeded)?|Proxy Authentication Required',
  '(?:Internal )?Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out|(?:Server )?Overloaded',
].join('|');

/** Each names the number in one group. */
const SPOKEN: readonly RegExp[] = [
  /(?<!exit[ _-]?)(?:error|(?:\b|_)(?:status|http|err|response|statut|fehler|erreur|errore|erro|fout)|状态|狀態|状態|エラー|ステータス|错误|錯誤|오류|에러|ошибка)[ _-]{0,2}(?:code|码|碼|代码|代碼|コード|코드)?["'`]{0,2}(?:\s+(?:is|of|was))?\s{0,2}(?:=>|[:=,])?\s{0,2}\(?["'`]?([1-5]\d\d)(?!\.?\d|\w)/gi,
  /status[ _-]?code["'`]{0,2}\s{0,2}[:=]?\s{0,2}["'`]?([1-5]\d\d)(?!\d)/gi,
  /\bHTTP(?:\/[\d.]{1,3})?[ :-]{1,3}([1-5]\d\d)(?![\d.])/gi,
  new RegExp(String.raw`(?<![\d.])([45]\d\d)[ -]{1,3}\(?(?:${REASONS})`, 'gi'),
  /\[([45]\d\d)(?:\s[A-Za-z ]{3,30})?\]/g,
  /(?:^|[\s(.。!\u3040-\u9fff])\(([45]\d\d)(?:\s[A-Za-z ]{3,30})?\)/g,
  /\b(?:api|openai|chatgpt|openrouter|anthropic|azure|gemini|groq|mistral|litellm)(?: api)?\s{1,2}(?:error\s{1,2})?([45]\d\d)(?![\d.])/gi,
  /(?<!["'`])(?:->|(?<!\w)=>|:|-)\s{0,2}([45]\d\d)\s{0,2}(?:[-:,]\s{0,2})?(?=[{"]|,\s?detail)/gi,
  /["'`]?\bcode["'`]?\s{0,2}[:=]\s{0,2}["'`]?([45]\d\d)(?![\d.\w])/gi,
  /(?<!exit |exited with )\bcode ([45]\d\d)(?!\w|\.\d)/gi,
  /(?:\b(?:GET|POST|PUT|DELETE|PATCH) |https?:\/\/)[^\n]{1,200}(?:->|\u2192|\u21d2)\s{0,2}([45]\d\d)(?![\w.]\w)/g,
  /https?:\/\/[^\s"'`<>]{3,200} ([45]\d\d)(?=[\s:,({]|$)/g,
  /\w\(([45]\d\d)\)/g,
  // Ktor's, behind the call in brackets.
  /https?:\/\/[^\s"'`<>()]{3,200}\) (?:invalid|failed): ([45]\d\d)\b/g,
  /(?<![\w.])([45]\d\d)\s{1,2}(?=[a-z]+(?:_[a-z]+)+\b)/g,
  /\s-\s{1,2}([45]\d\d)[ \t]*$/gm,
  /\b(?:[Rr]eturn(?:s|ed)|[Aa]nswer(?:s|ed)|[Rr]espond(?:s|ed)|[Rr]eplie[sd]|[Ff]ail(?:s|ed)|[Cc][oa]mes? back|[Gg]ets?|[Gg]ot|[Rr]eceive[sd])(?: with)? (?:HTTP |(?:status )?code )?([45]\d\d)(?=\s{0,2}[-:,.;)"'`{(]|\s+(?:[A-Z]\w*|error|response|status|from|by|when|while|on)\b|\s*$)/g,
  /(?<![\w.])([45]\d\d)\s{0,2}(?=[\u3040-\u9fff])/g,
  /[\u3040-\u9fff]\s?([45]\d\d)(?=\s{0,3}(?:$|\n|[。、]))/g,
  /(?:^|\n)([45]\d\d) \| /g,
  /(?:_[a-z]+\s?[,;]\s?|、)([45]\d\d)\)/g,
  /\[([45]\d\d):\s?[a-z]+(?:_[a-z]+)+\]/g,
  /\b(?:the|an?|ein(?:en)?|un[ea]?|uma?) ([45]\d\d)(?=[ -](?:error|response|status|Fehler|erro)\b|[:;,.]? ?$)/gim,
  /<(?:\w{1,20}:)?(?:http)?_?status_?(?:code)?>\s{0,40}([1-5]\d\d)(?!\d)/gi,
  // A cell of its own in a table, or in a line of values beside a quoted one.
  /\|\s{0,40}["'`]?([45]\d\d)["'`]?(?=\s{0,40}\|)/g,
  /(?<=",)"?([45]\d\d)"?(?=,|\s{0,4}$)|(?<=^|,)"?([45]\d\d)"?(?=,")/gm,
  /(?:状态码|ステータスコード|错误码|エラーコード)\s{0,2}[::]?\s{0,2}([45]\d\d)(?!\d)/g,
];

/** A number at the beginning of a line or a quotation, then the words themselves. */
const LEADING =
  /(?:^|[\n>|"'`(\]]|[\p{L}\p{N}_\])"'`]\s?:[ \t])[ \t>]{0,60}["'`]?([45]\d\d)(?![\d.\w]|:\d)(?=\s{0,2}[-:,]?\s{0,2}(?:["'`{<A-Za-z\n\u3040-\u9fff]|$))/gu;

export function statusesOf(text: string): readonly StatusMention[] {
  const spoken = SPOKEN.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => mention(match, false)),
  );
  const leading = Array.from(text.matchAll(LEADING), (match) => mention(match, true));
  return [...spoken, ...leading]
    .filter(({ value }) => (value >= 200 && value < 400) || FAILURES.has(value))
    .filter(({ start, end }) => !isOwnServers(text, start, end) && !isCount(text, end))
    .sort((a, b) => a.start - b.start);
}

/** Statuses that servers and content networks really send; 443 is a port. */
const FAILURES: ReadonlySet<number> = new Set([
  ...[
    400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422,
  ],
  ...[
    423, 424, 425, 426, 428, 429, 431, 451, 495, 496, 498, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511,
  ],
  ...[520, 521, 522, 523, 524, 525, 526, 527, 529, 530],
]);

/** `"POST /chat HTTP/1.1" 500` is what the person's own server answered; frameworks print the path, or bars between. */
function isOwnServers(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 100);
  return (
    /HTTP\/[\d.]{1,3}["']\s{1,2}$/.test(before) ||
    // The row of a status that never came, in a table or among counters.
    /^[^|\n]{0,40}\|\s{0,8}0\s{0,8}(?:\||$)|^["'][^}\n]{0,80}\}\s{1,8}0(?:\.0)?\s*$/m.test(after) ||
    // A header that counts.
    /(?:^|\n)[\w-]{1,60}-(?:requests|tokens|limit|length|ms|age)["']?:\s{0,3}["']?$/i.test(before) ||
    (/\|\s{0,4}$/.test(before) && /^\s{0,4}\|[^\n]{0,80}\b(?:GET|POST|PUT|DELETE|PATCH)\b/.test(after)) ||
    (/\b(?:GET|POST|PUT|DELETE|PATCH) \/\S{0,100} $/.test(before) &&
      /^(?: in| -)? \d+(?:\.\d+)? ?m?s\b/.test(after))
  );
}

/** `429 documents embedded`: a number of things, or what a tally begins with. */
function isCount(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 80));
}

const COUNTED =
  /^ (?:[a-z]{2,20} )?(?:documents|files|rows|records|items|lines|chunks|pages|images|users|jobs|tests|embeddings|vectors|tasks|batches|entries|words|characters|bytes|seconds|minutes|times)\b(?! (?:not|must|are|is|cannot|could|exceed))|^ (?:failed|skipped|passed|succeeded|processed|written|updated|unchanged|ok)\b(?=[^\n]{0,40}\b\d{1,6} (?:failed|skipped|passed|succeeded|processed|written|updated|unchanged|errors|warnings)\b)/;

function mention(match: RegExpExecArray, leading: boolean): StatusMention {
  const digits = match[1] ?? match[2] ?? '';
  const start = match.index + match[0].lastIndexOf(digits);
  return { value: Number(digits), start, end: start + digits.length, leading };
}

/** The status of the error at a place: the nearest, one before it rather than one after it. */
export function nearestStatus(
  mentions: readonly StatusMention[],
  start: number,
  end: number,
): StatusMention | null {
  let best: StatusMention | null = null;
  let least = FAR;
  for (const mention of mentions) {
    const distance = mention.end <= start ? start - mention.end : Math.max(0, mention.start - end) * 1.5 + 40;
    if (distance < least) {
      best = mention;
      least = distance;
    }
  }
  return best;
}

const FAR = 3000;

/** A number right before the words of the error, whatever stands before it: `(attempt 1/6) 429: Rate limit …`. */
export function statusBefore(text: string, start: number): StatusMention | null {
  const before = text.slice(Math.max(0, start - 30), start);
  const match = /(?<![A-Za-z\d.$-]|exit (?:code|status):? ?)([45]\d\d)[:,]?\s{1,3}["'`]?$/.exec(before);
  if (match === null || !FAILURES.has(Number(match[1]))) return null;
  const from = start - match[0].length;
  if (isOwnServers(text, from, from + 3)) return null;
  return { value: Number(match[1]), start: from, end: from + 3, leading: true };
}
