/** All that is known of a cause before anything happened: what it is, where it stops a call, what else looks like it, what helps. */
import { type JudgedText, judgeReading } from '../diagnosis/judge-text';
import { type Cause, NO_FACTS, NO_WRAPPER, WRONG_HOST } from '../errors/reading';
import { type Row, STRENGTHS } from '../errors/row';
import { TABLE } from '../errors/table';
import type { Say } from '../messages/speaker';
import type { Document } from './document';
import { explanationOf } from './explanation';

const MOST_SAMPLES = 3;

/** `today`: ISO date. */
export function causePage(cause: Cause, today: string, say: Say): Document {
  const { title, lead, sections } = explanationOf(judgedCause(cause, today), say);
  const items = samplesOf(cause);
  return {
    title,
    lead: [cause, ...lead],
    sections: [
      ...sections,
      ...(items.length === 0
        ? []
        : [
            {
              heading: say('cli.explain.samples'),
              blocks: items.map((text) => ({ kind: 'code', text }) as const),
            },
          ]),
    ],
  };
}

/** Judged as a text would be that says this and nothing else. */
export function judgedCause(cause: Cause, today: string): JudgedText {
  const reading = {
    cause,
    confidence: 'likely',
    rule: rowsOf(cause)[0]?.id ?? 'none',
    vendor: null,
    facts: NO_FACTS,
    wrapper: NO_WRAPPER,
    marks: [],
    others: [],
    sentence: null,
    needed: null,
  } as const;
  return judgeReading(reading, today);
}

/** They are in our own words, with invented ids. */
function samplesOf(cause: Cause): readonly string[] {
  return rowsOf(cause)
    .flatMap(({ samples }) => samples.slice(0, 1))
    .slice(0, MOST_SAMPLES);
}

/** Whole sentences of the API before codes and statuses; those of other services last. */
function rowsOf(cause: Cause): readonly Row[] {
  const weight = ({ strength, vendor }: Row) => STRENGTHS.indexOf(strength) - (vendor === undefined ? 0 : 10);
  return TABLE.filter((row) => row.cause === cause && row.id !== WRONG_HOST).toSorted(
    (a, b) => weight(b) - weight(a),
  );
}
