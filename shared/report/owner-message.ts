/**
 * The message for whoever may edit the list: everything they need, and nothing that has to stay secret. It always
 * points to OpenAI's own console, since it is read outside this app.
 */

import type { Language } from '../base/settings';
import type { CaseView } from '../case/views';
import type { Evidence, PolicyEvidence } from '../diagnosis/evidence';
import { type Say, sayIn } from '../messages/say';
import { redact } from '../redaction/redact';
import { linkUrl } from '../remedies/links';
import type { MessageForm } from './message-forms';
import { utc } from './time';

/** Plain text; a ticket's is Markdown. */
interface OwnerMessage {
  readonly subject: string;
  readonly body: string;
}

export type MessageCase = Pick<CaseView, 'verdict' | 'reading' | 'evidence' | 'createdAt'>;

/** Requests named in a message; support and owners need one, and more only show that it lasts. */
const MOST_REQUESTS = 3;

export function ownerMessage(view: MessageCase, language: Language, form: MessageForm): OwnerMessage {
  const say = sayIn(language);
  const parts = partsOf(view, say);
  const subject =
    view.verdict.model === null
      ? say('report.owner.subjectUnknown')
      : say('report.owner.subject', { model: parts.model });
  return { subject: redact(subject), body: redact(BODIES[form](parts, say)) };
}

/** As it is copied and saved: a chat message needs no subject. */
export function messageText({ subject, body }: OwnerMessage, form: MessageForm): string {
  if (form === 'chat') return body;
  return form === 'ticket' ? `# ${subject}\n\n${body}` : `${subject}\n\n${body}`;
}

interface Parts {
  readonly model: string;
  readonly facts: readonly string[];
  readonly known: string | null;
  readonly clicks: readonly string[];
  readonly cautions: readonly string[];
}

function partsOf(view: MessageCase, say: Say): Parts {
  const model = oneLine(view.verdict.model ?? say('wizard.yourModel'));
  const policy = policyOf(view);
  const kind = policy?.policy.kind ?? 'none';
  return {
    model,
    facts: factsOf(view, model, say),
    known: kind === 'none' || !isRefusedBy(view) ? null : say(`report.owner.known.${kind}`),
    clicks: clicksOf(view, model, kind, say),
    cautions: [
      say('report.owner.caution.spend'),
      ...(kind === 'none' ? [say('report.owner.caution.newList')] : []),
      say('report.owner.caution.newKey'),
    ],
  };
}

function isRefusedBy({ verdict }: MessageCase): boolean {
  return verdict.ladder.some(
    ({ state, reason }) =>
      state === 'failed' && (reason === 'not_on_allow_list' || reason === 'on_block_list'),
  );
}

function policyOf({ evidence, verdict }: MessageCase): PolicyEvidence | null {
  return (
    evidence.findLast(
      (item): item is PolicyEvidence => item.kind === 'policy' && item.projectId === verdict.project,
    ) ?? null
  );
}

function factsOf(view: MessageCase, model: string, say: Say): readonly string[] {
  const { project, organization } = view.verdict;
  const refusals = refusalsOf(view);
  const [first] = refusals;
  const further = furtherOf(view);
  const sentence = view.reading?.sentence ?? null;
  return [
    project === null ? null : say('report.owner.project', { project }),
    say('report.owner.model', { model }),
    organization === null ? null : say('report.owner.organization', { organization }),
    sentence === null ? null : say('report.owner.error', { error: oneLine(sentence) }),
    say('report.owner.since', { at: utc(first?.at ?? view.createdAt) }),
    ...requestLines(view, refusals, say),
    further.length === 0 ? null : say('report.owner.further', { models: further.join(', ') }),
  ].filter((line) => line !== null);
}

interface Refusal {
  readonly at: string;
  readonly requestId: string | null;
}

function refusalsOf({ evidence }: MessageCase): readonly Refusal[] {
  return evidence.flatMap((item: Evidence) =>
    item.kind === 'probe' && !item.control && item.answer.kind === 'refusal'
      ? [{ at: item.at, requestId: item.answer.headers.requestId }]
      : [],
  );
}

/** The program's own request first, whose time is not known; then the newest of ours. */
function requestLines(view: MessageCase, refusals: readonly Refusal[], say: Say): readonly string[] {
  const own = view.reading?.facts.requestId ?? null;
  const named = refusals.flatMap(({ at, requestId }) => (requestId === null ? [] : [{ at, requestId }]));
  const ours = named.slice(own === null ? -MOST_REQUESTS : 1 - MOST_REQUESTS);
  return [
    ...(own === null ? [] : [say('report.owner.requestUntimed', { requestId: own })]),
    ...ours.map(({ at, requestId }) => say('report.owner.request', { requestId, at: utc(at) })),
  ];
}

function clicksOf(
  view: MessageCase,
  model: string,
  kind: 'none' | 'allow_list' | 'deny_list',
  say: Say,
): readonly string[] {
  const url = linkUrl('project_limits', view.verdict.project);
  const further = furtherOf(view);
  const allowed = [
    say('report.owner.click.allowed', { model }),
    ...(further.length === 0 ? [] : [say('report.owner.click.further', { models: further.join(', ') })]),
  ];
  return [
    url.ok ? say('report.owner.click.open', { url: url.value }) : say('report.owner.click.openNoLink'),
    say('report.owner.click.path'),
    ...(kind === 'deny_list' ? [] : allowed),
    ...(kind === 'allow_list' ? [] : [say('report.owner.click.blocked', { model })]),
  ];
}

function furtherOf({ reading, verdict }: MessageCase): readonly string[] {
  return (reading?.facts.furtherModels ?? []).filter((name) => name !== verdict.model).map(oneLine);
}

/** A value out of a pasted text must not begin a line, a heading or a list of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200).toWellFormed();
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const steps = (lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

const BODIES: Readonly<Record<MessageForm, (parts: Parts, say: Say) => string>> = {
  email: (parts, say) =>
    [
      say('report.owner.greeting'),
      say('report.owner.problem', { model: parts.model }),
      ...(parts.known === null ? [] : [parts.known]),
      bullets(parts.facts),
      `${say('report.owner.heading.clicks')}\n${steps(parts.clicks)}`,
      `${say('report.owner.heading.caution')}\n${bullets(parts.cautions)}`,
      say('report.owner.time'),
      say('report.owner.thanks'),
    ].join('\n\n'),
  chat: (parts, say) =>
    [
      say('report.owner.chatProblem', { model: parts.model }),
      ...(parts.known === null ? [] : [parts.known]),
      bullets(parts.facts),
      steps(parts.clicks),
      parts.cautions.join(' '),
    ].join('\n'),
  ticket: (parts, say) => {
    const section = (name: 'problem' | 'facts' | 'clicks' | 'caution' | 'after', text: string) =>
      `## ${say(`report.owner.heading.${name}`)}\n\n${text}`;
    const problem = [say('report.owner.chatProblem', { model: parts.model }), parts.known];
    return [
      section('problem', problem.filter((line) => line !== null).join(' ')),
      section('facts', bullets(parts.facts)),
      section('clicks', steps(parts.clicks)),
      section('caution', bullets(parts.cautions)),
      section('after', say('report.owner.time')),
    ].join('\n\n');
  },
};

/**
 * Longest address handed to the system, in characters: Windows takes 2,081 (its shell's limit), and mail programs of
 * other systems not much more.
 */
const LONGEST_ADDRESS = 2_000;

/**
 * Opens a new mail without a recipient. Where the message is too long for an address, `whole` is false and the mail only
 * says that the text has to be pasted.
 */
export function mailAddress(
  message: OwnerMessage,
  language: Language,
): { readonly url: string; readonly whole: boolean } {
  const address = (subject: string, body: string) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
  const url = address(message.subject, message.body);
  if (url.length <= LONGEST_ADDRESS) return { url, whole: true };
  const say = sayIn(language);
  return {
    url: address(shortened(message.subject), say('report.owner.mailPaste')),
    whole: false,
  };
}

/** By code points, so that no half of a pair is left, which could not be encoded. */
function shortened(subject: string): string {
  return [...subject].slice(0, 60).join('');
}
