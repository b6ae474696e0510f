/** The whole diagnosis as a file for others: Markdown, JSON, or a page that prints well. Without secrets. */

import type { Language } from '../base/settings';
import type { CaseView } from '../case/views';
import type { Evidence, Statement } from '../diagnosis/evidence';
import type { Verdict } from '../diagnosis/verdict';
import { type Say, sayIn } from '../messages/say';
import { pauseEnd } from '../observations/patience';
import { headerTexts, NO_HEADERS } from '../observations/sender';
import { redact } from '../redaction/redact';
import { remedyFor } from '../remedies/remedies';
import { remedySteps } from '../remedies/remedy-steps';
import type { Block, Document } from './document';
import { headlineOf, proofSentence } from './headline';
import { redacted } from './redacted';
import { utc } from './time';
import { toHtml } from './to-html';
import { toMarkdown } from './to-markdown';

export const REPORT_FORMATS = ['markdown', 'json', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_EXTENSIONS: Readonly<Record<ReportFormat, string>> = {
  markdown: 'md',
  json: 'json',
  html: 'html',
};

/** What made the report. `at`: ISO time. */
export interface ReportContext {
  readonly at: string;
  readonly version: string;
  readonly electronVersion: string;
  readonly platform: string;
  readonly mode: 'real' | 'practice';
}

export type ReportCase = Pick<CaseView, 'verdict' | 'reading' | 'evidence' | 'createdAt' | 'text'>;

export function report(
  view: ReportCase,
  context: ReportContext,
  language: Language,
  format: ReportFormat,
): string {
  // The gate searches the whole file again; text by text, no placeholder can tear the file's own structure apart.
  if (format === 'json') return toJson(view, context);
  const document = redacted(documentOf(view, context, sayIn(language)));
  return format === 'html' ? toHtml(document, language) : toMarkdown(document);
}

/** Stable names for programs; `formatVersion` changes when their meaning does. */
function toJson(view: ReportCase, context: ReportContext): string {
  const { verdict, reading, evidence, createdAt, text } = view;
  const content = {
    format: 'model-access-doctor/report',
    formatVersion: 1,
    ...context,
    createdAt,
    verdict,
    facts: reading?.facts ?? null,
    evidence: evidence.map(withoutKey),
    text,
  };
  const clean = (_name: string, value: unknown) => (typeof value === 'string' ? redact(value) : value);
  return `${JSON.stringify(content, clean, 2)}\n`;
}

/** Which of the person's keys it was is nobody else's business. */
function withoutKey(item: Evidence): object {
  if (item.kind !== 'probe') return item;
  const { keyId: _keyId, keyEnd: _keyEnd, ...rest } = item;
  return rest;
}

function documentOf(view: ReportCase, context: ReportContext, say: Say): Document {
  const { verdict } = view;
  const headline = headlineOf(verdict, say);
  const titled =
    verdict.model === null
      ? say('report.diagnosis.titleUnknown')
      : say('report.diagnosis.title', { model: verdict.model });
  return {
    title: titled,
    lead: [
      say('report.diagnosis.made', { at: utc(context.at), version: context.version }),
      ...(context.mode === 'practice' ? [say('report.diagnosis.practice')] : []),
    ],
    sections: [
      {
        heading: say('report.diagnosis.verdict'),
        blocks: [
          { kind: 'paragraph', text: headline.title },
          { kind: 'paragraph', text: headline.explanation },
          ...contrastOf(verdict, say),
          { kind: 'paragraph', text: `${say('report.diagnosis.confidence')}: ${sureness(verdict, say)}` },
        ],
      },
      ...factSections(view, say),
      { heading: say('report.diagnosis.ladder'), blocks: [ladderOf(view, say)] },
      { heading: say('report.diagnosis.evidence'), blocks: [evidenceOf(view, say)] },
      ...rivalsOf(view, say),
      ...remedyOf(view, say),
      ...(view.text === null
        ? []
        : [{ heading: say('report.diagnosis.text'), blocks: [{ kind: 'code', text: view.text } as const] }]),
      {
        heading: say('report.diagnosis.versions'),
        blocks: [
          {
            kind: 'list',
            items: [
              `Model Access Doctor ${context.version}`,
              `Electron ${context.electronVersion}`,
              context.platform,
            ],
          },
          { kind: 'paragraph', text: say('report.diagnosis.redacted') },
        ],
      },
    ],
  };
}

function contrastOf({ contrast, quote }: Verdict, say: Say): readonly Block[] {
  return [
    ...(contrast === null ? [] : [{ kind: 'paragraph', text: say(`verdict.contrast.${contrast}`) } as const]),
    ...(quote === null ? [] : [{ kind: 'code', text: quote } as const]),
  ];
}

/** How sure the verdict is, in a word; what is proven is no longer merely likely. */
function sureness({ proof, confidence }: Verdict, say: Say): string {
  if (proof === null) return say(`verdict.confidence.${confidence}`);
  return `${say('verdict.proven.name')}. ${proofSentence(proof, say)}`;
}

/** Under a success, the old refusal's status, code and request stand apart, so that nobody takes them for the result's. */
function factSections({ verdict, reading }: ReportCase, say: Say): Document['sections'] {
  const answers = verdict.outcome === 'open';
  const facts = reading?.facts ?? null;
  const named = [
    ['model', verdict.model],
    ['project', verdict.project],
    ['organization', verdict.organization],
  ] as const;
  const pasted = [
    ['requestId', answers ? (facts?.requestId ?? null) : verdict.requestId],
    ['httpStatus', facts?.httpStatus ?? null],
    ['code', facts?.code ?? null],
    ['host', facts?.host ?? null],
    ['endpoint', facts?.endpoint ?? null],
  ] as const;
  const lines = (pairs: readonly FactPair[]) =>
    pairs.flatMap(([name, value]) => (value === null ? [] : [`${say(`app.fact.${name}`)}: ${value}`]));
  const section = (heading: string, items: readonly string[]) => ({
    heading,
    blocks: [{ kind: 'list', items } as const],
  });
  if (!answers) return [section(say('report.diagnosis.facts'), lines([...named, ...pasted]))];
  const old = lines(pasted);
  return [
    section(say('report.diagnosis.facts'), lines(named)),
    ...(old.length === 0 ? [] : [section(say('report.diagnosis.pastedFacts'), old)]),
  ];
}

type FactPair = readonly [
  name: 'model' | 'project' | 'organization' | 'requestId' | 'httpStatus' | 'code' | 'host' | 'endpoint',
  value: string | number | null,
];

function ladderOf({ verdict }: ReportCase, say: Say): Block {
  const rows = verdict.ladder.map((finding, index) => [
    `${index + 1}. ${say(`verdict.layer.${finding.layer}.name`)}`,
    say(`verdict.state.${finding.state}`),
    say(`verdict.reason.${finding.reason}`, finding.values),
    finding.evidence.map((number) => String(number + 1)).join(', '),
  ]);
  const columns = (['layer', 'state', 'reason', 'evidence'] as const).map((name) =>
    say(`report.diagnosis.ladderColumns.${name}`),
  );
  return { kind: 'table', columns, rows };
}

function evidenceOf({ evidence }: ReportCase, say: Say): Block {
  if (evidence.length === 0) return { kind: 'paragraph', text: say('report.diagnosis.noEvidence') };
  const columns = (['number', 'at', 'what', 'result', 'request'] as const).map((name) =>
    say(`report.diagnosis.evidenceColumns.${name}`),
  );
  const rows = evidence.map((item, index) => [String(index + 1), utc(item.at), ...lineOf(item, say)]);
  return { kind: 'table', columns, rows };
}

function lineOf(item: Evidence, say: Say): readonly [what: string, result: string, request: string] {
  switch (item.kind) {
    case 'text':
      return [say('app.case.evidenceText'), item.reading.sentence ?? '', item.reading.facts.requestId ?? ''];
    case 'statement':
      return [say(statementHead(item.statement)), say(`app.case.statement.${item.statement}`), ''];
    case 'policy': {
      const count = item.policy.kind === 'none' ? 0 : item.policy.models.length;
      const kind = say(`report.diagnosis.policyKind.${item.policy.kind}`, { count });
      return [say('report.diagnosis.policy'), kind, item.requestId ?? ''];
    }
    case 'unreadable':
      return [say('app.case.evidenceUnreadable'), say('app.case.evidenceUnreadableText'), ''];
    case 'probe':
      return probeLine(item, say);
  }
}

/** That the list was changed is what leaving step 4 means; nobody said it in so many words. */
export function statementHead(statement: Statement) {
  return statement === 'changed_list' ? 'app.case.evidenceStep' : 'app.case.evidenceStatement';
}

function probeLine(item: Extract<Evidence, { kind: 'probe' }>, say: Say): readonly [string, string, string] {
  const { answer } = item;
  const what = [
    say(`app.case.probe.${item.probe}`),
    item.model,
    item.control ? say('app.case.control') : null,
    ...headerTexts(item.sent ?? NO_HEADERS),
  ];
  const validated = item.showed.strength === 'validated';
  const result = say(`app.case.answered.${validated ? 'validated' : answer.kind}`);
  const named = what.filter((part) => part !== null).join(' · ');
  switch (answer.kind) {
    case 'success':
      return [named, `${answer.status} ${result}`, answer.headers.requestId ?? ''];
    case 'refusal': {
      const code = answer.reading.facts.code;
      const status = code === null ? String(answer.status) : `${answer.status} ${code}`;
      return [named, `${status} ${result}`, answer.headers.requestId ?? ''];
    }
    case 'no_answer':
      return [named, `${result}: ${say(`app.case.failure.${answer.failure}`)}`, ''];
    case 'not_sent':
      return [
        named,
        `${result}: ${say('app.case.pausedUntil', { time: utc(pauseEnd(item) ?? item.at) })}`,
        '',
      ];
    case 'cancelled':
      return [named, result, ''];
  }
}

function rivalsOf({ verdict }: ReportCase, say: Say): Document['sections'] {
  if (verdict.rivals.length === 0) return [];
  const items = verdict.rivals.map(({ cause }) => say(`verdict.rival.${cause}`));
  return [{ heading: say('report.diagnosis.rivals'), blocks: [{ kind: 'list', items }] }];
}

function remedyOf({ verdict }: ReportCase, say: Say): Document['sections'] {
  const remedy = remedyFor(verdict);
  if (verdict.outcome === 'open' || remedy === null) return [];
  const { who, appliesWithinMinutes } = remedy;
  const items = remedySteps(verdict).map((step) => say(step));
  const time =
    appliesWithinMinutes === null ? [] : [say('remedies.appliesWithin', { minutes: appliesWithinMinutes })];
  return [
    {
      heading: say('report.diagnosis.remedy'),
      blocks: [
        { kind: 'paragraph', text: say(`remedies.who.${who}`) },
        { kind: 'list', items: [...items, ...time] },
      ],
    },
  ];
}
