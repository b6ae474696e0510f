/**
 * From a text that holds keys among other things to the keys in it. Forgiving in what it reads, strict in what it
 * takes: every stretch that looks like a key goes through the same gate as a key that is pasted alone.
 */
import { redact } from '../../redaction/redact';
import type { KeyKind } from '../key';
import { type KeyTextError, lastFourOf, type Repair, readKeyText } from '../key-text';
import { labelFromName } from '../label';
import { findInCsv } from './find-in-csv';
import { findInJson } from './find-in-json';
import { findInLines } from './find-in-lines';
import { damageOf, type FoundKey, type Line, linesOf, withoutTokens } from './found';

/** Most keys taken from one text; a keychain slows down long before this. */
export const MAX_IMPORT = 2_000;

export type ImportFormat = 'lines' | 'table' | 'json';

/** Why something that was found is not taken. */
export type LeftOut =
  | { readonly reason: KeyTextError['code']; readonly vendor: string | null }
  | { readonly reason: 'admin_key' | 'realtime_key' | 'repeated'; readonly vendor: null };

export interface ImportCandidate {
  /** Where it stands in the text, from 1. */
  readonly line: number;
  /** Proposed from names and comments near it; empty where nothing says which key it is. */
  readonly label: string;
  readonly repairs: readonly Repair[];
  readonly found:
    | { readonly kind: 'key'; readonly secret: string; readonly keyKind: KeyKind; readonly lastFour: string }
    | { readonly kind: 'left_out'; readonly why: LeftOut; readonly lastFour: string };
}

export interface ImportReading {
  readonly format: ImportFormat;
  readonly candidates: readonly ImportCandidate[];
  /** The address that the text names for its keys, such as a gateway's; null where it names none or several. */
  readonly baseUrl: string | null;
  /** True where there was more than `MAX_IMPORT`. */
  readonly truncated: boolean;
}

export function readImport(text: string): ImportReading {
  const lines = linesOf(text);
  const clean = lines.map((line) => line.clean).join('\n');
  const { format, found } = find(clean, lines);
  const seen = new Set<string>();
  return {
    format,
    candidates: found.slice(0, MAX_IMPORT).map((each) => candidateFrom(each, lines, seen)),
    baseUrl: baseUrlIn(clean),
    truncated: found.length > MAX_IMPORT,
  };
}

interface Finding {
  readonly format: ImportFormat;
  readonly found: readonly FoundKey[];
}

function find(clean: string, lines: readonly Line[]): Finding {
  const inJson = findInJson(clean);
  if (inJson !== null) return { format: 'json', found: inJson };
  const inTable = findInCsv(clean);
  return inTable === null
    ? { format: 'lines', found: findInLines(lines) }
    : { format: 'table', found: inTable };
}

function candidateFrom(found: FoundKey, lines: readonly Line[], seen: Set<string>): ImportCandidate {
  const place = { line: found.line, label: labelFrom(found) };
  const key = readKeyText(found.text);
  if (!key.ok) {
    const vendor = 'vendor' in key.error ? key.error.vendor : null;
    const why = { reason: key.error.code, vendor };
    return { ...place, repairs: [], found: { kind: 'left_out', why, lastFour: '' } };
  }
  const { secret, kind: keyKind } = key.value;
  const lastFour = lastFourOf(secret);
  const reason = seen.has(secret) ? 'repeated' : reasonToLeave(keyKind);
  seen.add(secret);
  if (reason !== null) {
    const why: LeftOut = { reason, vendor: null };
    return { ...place, repairs: [], found: { kind: 'left_out', why, lastFour } };
  }
  const repairs = damageOf(lines[found.line - 1], secret);
  return { ...place, repairs, found: { kind: 'key', secret, keyKind, lastFour } };
}

/** An admin key cannot use models, and a realtime key lives for a minute. */
function reasonToLeave(kind: KeyKind): 'admin_key' | 'realtime_key' | null {
  if (kind === 'admin') return 'admin_key';
  return kind === 'realtime' ? 'realtime_key' : null;
}

const LONGEST_PROPOSAL = 80;

/** A comment may quote a key, and a label is shown: nothing that looks like one passes. */
function labelFrom({ hints, text }: FoundKey): string {
  const named = hints.map((hint) => labelFromName(withoutTokens(hint)));
  const hint = named.find((label) => /[\p{L}\p{N}]/u.test(label) && label.length > 1);
  if (hint === undefined) return '';
  return redact(hint, [text])
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_PROPOSAL);
}

const BASE_URL =
  /(?:open_?ai|^|[\s"'_])(?:api_?)?base_?(?:url)?["']?\s*[=:]\s*["']?(https?:\/\/[^\s"',;]+)/gim;

function baseUrlIn(clean: string): string | null {
  const addresses = new Set([...clean.matchAll(BASE_URL)].map(([, address = '']) => address));
  const [only = null] = addresses;
  return addresses.size === 1 ? only : null;
}
