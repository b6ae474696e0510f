/** What a folder's program would send, in words. */
import type {
  Examination,
  KeyComparison,
  NamedModel,
  ShownSent,
  ShownSetting,
  ShownShadowed,
  ShownWay,
} from '../doctor/examine';
import type { Look } from '../doctor/look';
import type { FilePlace } from '../doctor/setting';
import { OPENAI_BASE_URL } from '../keys/key';
import type { MessageKey, Say } from '../messages/speaker';
import type { Block, Document } from './document';

/** What could not be looked at. */
export interface Unseen {
  readonly unreadable: readonly string[];
  /** True where the folder has more than is looked at. */
  readonly truncated: boolean;
}

export function doctorDocument(found: Examination, unseen: Unseen, say: Say): Document {
  return {
    title: say('doctor.title'),
    lead: [say('doctor.lead')],
    sections: [
      ...comparedSection(found.compared, say),
      ...found.ways.flatMap((way) => waySection(way, say)),
      ...section(
        say('doctor.others'),
        found.others.map((each) => lineOf(each, say)),
      ),
      ...section(
        say('doctor.reads'),
        found.reads.map((each) => readText(each, say)),
      ),
      ...section(
        say('doctor.models'),
        found.models.map((model) => modelText(model, say)),
      ),
      ...unseenSection(unseen, say),
    ],
  };
}

function section(heading: string, items: readonly string[]): Document['sections'] {
  return items.length === 0 ? [] : [{ heading, blocks: [{ kind: 'list', items }] }];
}

function comparedSection(compared: KeyComparison | null, say: Say): Document['sections'] {
  if (compared === null) return [];
  const { answer, quoted, places } = compared;
  const items = places.map((place) => placeText(place, say));
  const text = say(`doctor.compared.${answer}`, { key: quoted ?? '' });
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
  return [{ heading: say('doctor.compared.heading'), blocks }];
}

function waySection({ kind, name, file, sent }: ShownWay, say: Say): Document['sections'] {
  const heading = say(`doctor.way.${kind}`, { name: name === '' ? '.' : name, file: file ?? '' });
  if (sent.length === 0)
    return [{ heading, blocks: [{ kind: 'paragraph', text: say('doctor.nothingSet') }] }];
  const items = sent.map((each) => sentText(each, say));
  const hasUrl = sent.some(({ subject }) => subject === 'base_url');
  return section(heading, hasUrl ? items : [...items, say('doctor.usualUrl', { url: OPENAI_BASE_URL })]);
}

function sentText(sent: ShownSent, say: Say): string {
  const { shadowed, doubt } = sent;
  return [
    lineOf(sent, say),
    ...shadowed.map((each) => shadowedText(each, say)),
    ...(doubt === null ? [] : [say(`doctor.doubt.${doubt}`)]),
  ].join('\n');
}

function shadowedText({ rule, isSame, ...each }: ShownShadowed, say: Say): string {
  const line = lineOf(each, say);
  return `${say(isSame ? 'doctor.shadowsSame' : 'doctor.shadows', { line })} ${say(`doctor.rule.${rule}`)}`;
}

function lineOf({ subject, name, look, place, foreignHost, filledFrom }: ShownSetting, say: Say): string {
  const what =
    name === null ? say(`doctor.subject.${subject}`) : `${name} (${say(`doctor.subject.${subject}`)})`;
  const host = foreignHost === null ? [] : [say('doctor.foreignHost', { host: foreignHost })];
  const origin =
    filledFrom === undefined ? [] : [say('doctor.filledFrom', { place: placeText(filledFrom, say) })];
  const value = [lookText(look, say), ...host, ...origin].join(' ');
  return say('doctor.line', { what, value, place: placeText(place, say) });
}

function lookText(look: Look, say: Say): string {
  switch (look.kind) {
    case 'key':
      return say('doctor.look.key', { kind: say(`keys.kind.${look.keyKind}`), end: look.lastFour });
    case 'other_vendor':
      return say('doctor.look.otherVendor', { vendor: look.vendor, end: look.lastFour });
    case 'text':
      return look.text;
    case 'placeholder':
    case 'elsewhere':
    case 'empty':
      return say(`doctor.look.${look.kind}`);
  }
}

function placeText(place: FilePlace | null, say: Say): string {
  return place === null ? say('doctor.inShell') : `${place.file}:${place.line}`;
}

function readText({ name, place, isSet }: Examination['reads'][number], say: Say): string {
  return say(isSet ? 'doctor.readsVariable' : 'doctor.readsUnset', { name, place: placeText(place, say) });
}

function modelText({ model, places, isRetired, retirement }: NamedModel, say: Say): string {
  const date = retirement?.date ?? null;
  const key: MessageKey | null = isRetired
    ? 'doctor.retired'
    : retirement === null
      ? null
      : 'doctor.retiring';
  return [
    `${model}: ${places.map((place) => placeText(place, say)).join(', ')}`,
    ...(key === null ? [] : [say(key, { date: date ?? '2026' })]),
    ...(retirement?.replacement ? [say('doctor.replacement', { model: retirement.replacement })] : []),
  ].join('\n');
}

function unseenSection({ unreadable, truncated }: Unseen, say: Say): Document['sections'] {
  const items = [...unreadable.slice(0, 20), ...(truncated ? [say('doctor.truncated')] : [])];
  return section(say('doctor.unseen'), items);
}
