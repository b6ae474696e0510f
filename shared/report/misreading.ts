/** What a person may send the developers where a text was read wrongly: the text, what it was taken for, and what it was. */
import type { Cause, Facts, Reading } from '../errors/reading';
import { stretchRound } from '../errors/stretch';
import { redact } from '../redaction/redact';
import type { Block } from './document';
import { toMarkdown } from './to-markdown';

/** In characters. */
export const MAX_CORRECTION_NOTE = 2_000;
/** Of the text, in characters: enough for a log round the error, and few enough to be read before it is sent. */
const MOST_TEXT = 30_000;

export interface Misreading {
  readonly text: string;
  readonly reading: Reading;
}

export interface Correction {
  /** null where the person did not say. */
  readonly meant: Cause | null;
  /** In the person's own words, at most `MAX_CORRECTION_NOTE` characters. */
  readonly note: string;
}

/**
 * In English, since it goes to those who develop the app; the note is the person's. Without secrets, and without the ids and
 * names that say whose text it is.
 */
export function misreadingText(
  { text, reading }: Misreading,
  { meant, note }: Correction,
  version: string,
): string {
  const anonymous = (part: string) => withoutNames(redact(part), reading.facts);
  const lines = [
    `version: ${version}`,
    `read as: ${reading.cause}, ${reading.confidence} (${reading.rule})`,
    `sentence: ${reading.sentence === null ? 'none' : anonymous(reading.sentence)}`,
    ...Object.entries(reading.facts).flatMap(([name, value]) =>
      isGiven(value) ? [`${name}: ${value}`] : [],
    ),
    `needed: ${reading.needed ?? 'nothing'}`,
    `was: ${meant ?? 'not said'}`,
  ].map(anonymous);
  const notes: readonly Block[] = note.trim() === '' ? [] : [{ kind: 'code', text: anonymous(note.trim()) }];
  return toMarkdown({
    title: 'A text that Model Access Doctor read wrongly',
    lead: [],
    sections: [
      { heading: 'Reading', blocks: [{ kind: 'code', text: lines.join('\n') }] },
      ...(notes.length === 0 ? [] : [{ heading: 'Note', blocks: notes }]),
      { heading: 'Text', blocks: [{ kind: 'code', text: anonymous(excerptOf({ text, reading })) }] },
    ],
  });
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** What stands for the text left out says that there was more. */
function excerptOf({ text, reading }: Misreading): string {
  const { start, end } = stretchRound(text, reading.marks, MOST_TEXT);
  return `${start === 0 ? '' : '[…]\n'}${text.slice(start, end)}${end === text.length ? '' : '\n[…]'}`;
}

/**
 * Ids of OpenAI's that say whose account it is. Those of accounts go whatever they look like; the prefixes of the others begin
 * words as well, such as `user-defined` or `file_search`, so that a digit, a capital or the length has to tell.
 */
const ACCOUNT = /\b(proj_|org-)[A-Za-z0-9][\w-]*/g;
const ID =
  /\b(org|user|req|resp|chatcmpl|asst|thread|run|msg|file|batch|call|sess|key|ftjob|conv|item)([-_])(?=[A-Za-z]*\d|[A-Za-z][a-z]*[A-Z]|[A-Za-z]{16})[A-Za-z0-9]{8,}/g;
const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const HOME = /((?:[A-Z]:)?[\\/]+(?:Users|home)[\\/]+)[^\\/\s:"'<>|]+/g;

/** Without ids of accounts and requests, and without the names of people's folders. */
function withoutNames(text: string, { project, organization, requestId, furtherProjects }: Facts): string {
  // What was taken for an id is one, in whatever form the service that refused writes it.
  const ids = [project, organization, requestId, ...furtherProjects].filter((id) => id !== null);
  return ids
    .sort((a, b) => b.length - a.length)
    .reduce((rest, id) => rest.replaceAll(id, '…'), text)
    .replace(ACCOUNT, '$1…')
    .replace(ID, '$1$2…')
    .replace(UUID, '…')
    .replace(HOME, '$1…');
}
