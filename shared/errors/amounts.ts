/** Waiting times, limits and scopes that a sentence names. */

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
};

const WAIT =
  /(?:try again (?:in|after)|retry in|retry after|wait(?: for)?|retry-after["']?\s?[:=]|retry_after(?:_seconds)?["']?\s?[:=]|resets_in_seconds["']?\s?[:=])\s*["']?((?:\d+(?:\.\d+)?\s?(?:ms|milliseconds?|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)?(?![A-Za-z])\s?|\d+(?:\.\d+)?(?:ms|s|m|h|d)){1,4})/i;
const PART = /(\d+(?:\.\d+)?)\s?(ms|milliseconds?|seconds?|sec|s|minutes?|min|m|hours?|h|days?|d)?/gi;

/** The header that counts in milliseconds. */
const WAIT_MS = /retry-after-ms["']?\s?[:=]\s?["']?(\d{1,9})/i;

/** Seconds to wait; null where the text names no time. */
export function waitSeconds(text: string): number | null {
  const milliseconds = WAIT_MS.exec(text)?.[1];
  if (milliseconds !== undefined) return Number(milliseconds) / 1000;
  const said = WAIT.exec(text)?.[1];
  if (said === undefined) return null;
  let seconds = 0;
  for (const [, amount = '0', unit = 's'] of said.matchAll(PART)) {
    const name = unit.toLowerCase();
    seconds += Number(amount) * (UNITS[name] ?? UNITS[name.replace(/s$/, '')] ?? 1);
  }
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) / 1000 : null;
}

/** The limit of a rate-limit sentence; null where it names none. */
export function limitOf(text: string): number | null {
  const said = /\blimit(?: of|:| is)?\s{0,2}([\d,]{1,15})(?![\d.]*\s?(?:s|ms)\b)/i.exec(text)?.[1];
  if (said === undefined) return null;
  const value = Number(said.replaceAll(',', ''));
  return Number.isFinite(value) && /\d/.test(said) ? value : null;
}

/** Names of missing rights, as in `Missing scopes: model.request, api.responses.write.` */
export function missingScopes(text: string): readonly string[] {
  const listed =
    /missing scopes?["']?\s{0,3}[:=]?\s{0,3}((?:["'`[\s]{0,3}[a-z_]+(?:\.[a-z_]+)+["'`\]]{0,2}\s{0,2}(?:,|and)?\s{0,3}){1,20})/i.exec(
      text,
    )?.[1];
  return listed === undefined ? [] : [...new Set(listed.match(/[a-z_]+(?:\.[a-z_]+)+/g) ?? [])];
}
