/** The error reader: what a pasted text, or an answer of the API, says before any test. Total, pure, linear. */
import { redact } from '../redaction/redact';
import { type Clean, clean, type Window } from './clean';
import { decide } from './decide';
import { takeFacts } from './facts';
import { fieldsOf } from './fields';
import { type MarkedSpan, marksOf, sentenceAround, sentenceText } from './marks';
import type { Decision, Material } from './material';
import { neededFor } from './needed';
import type { Confidence, Facts, OtherError, Reading } from './reading';
import { squeeze } from './squeeze';
import { statusesOf } from './statuses';
import { windowsOf } from './windows';
import { wrapperOf } from './wrapper';

/**
 * Reads a pasted text. Always answers: `not_an_error` where nothing in the text reports a failed call. Facts are
 * literal; nothing is looked up and nothing is guessed.
 */
export function readError(text: string): Reading {
  return read(text, windowsOf(text), null);
}

/**
 * Reads the body of an HTTP answer whose status is known.
 * `status`: 100 to 599. A body that says nothing is judged by the status alone.
 */
export function readAnswer(status: number, body: string): Reading {
  const reading = read(body, windowsOf(body), status);
  return { ...reading, facts: { ...reading.facts, httpStatus: status } };
}

function read(text: string, windows: readonly Window[], status: number | null): Reading {
  const cleaned = clean(text, windows);
  const material = materialOf(cleaned, status);
  const { decision, others, isTalk } = decide(material);
  const { facts, places } = takeFacts(material, decision);
  const sentence = decision === null ? null : sentenceOf(decision, material);
  const hasFailed = !isTalk && hasFailure(material);
  const found = verdict(decision, hasFailed);
  return {
    ...found,
    facts: withoutSecrets(facts),
    wrapper: wrapperOf(cleaned.text),
    marks: marksOf(cleaned, places, sentence),
    others: others.map((other) => excerpt(cleaned, other)),
    sentence: sentence === null ? null : sentenceText(cleaned, sentence),
    // Where errors are only talked about, no line is missing.
    needed: isTalk ? null : neededFor({ ...found, facts }, decision, hasFailed, material),
  };
}

/** A code, a type or a status is no sentence: where the error object has a message, that says what happened. */
function sentenceOf({ hit }: Decision, { clean: { text }, fields }: Material): MarkedSpan {
  const message = hit.by === 'phrase' ? undefined : fields.find(({ name }) => name === 'message');
  const { start, end } = hit;
  if (message === undefined || Math.abs(message.start - start) > NEAR_MESSAGE)
    return sentenceAround(text, { start, end });
  return sentenceAround(text, { start: message.valueStart, end: message.valueStart + 1 });
}

/** Characters between a message and the code of the same error object, at most. */
const NEAR_MESSAGE = 1_000;

function materialOf(cleaned: Clean, status: number | null): Material {
  const spoken = statusesOf(cleaned.text);
  // Nothing in the text is nearer than what the answer itself said; it stands before the first character.
  const statuses = status === null ? spoken : [{ value: status, start: 0, end: 0, leading: true }];
  return {
    clean: cleaned,
    squeezed: squeeze(cleaned.text),
    fields: fieldsOf(cleaned),
    statuses,
    known: status !== null,
  };
}

/** Something failed, in words that no row knows. */
function hasFailure({ clean: { text }, statuses }: Material): boolean {
  return statuses.some(({ value }) => value >= 400) || /\b[A-Z]\w{2,60}(?:Error|Exception)\b/.test(text);
}

function verdict(
  decision: Decision | null,
  hasFailed: boolean,
): Pick<Reading, 'cause' | 'confidence' | 'rule' | 'vendor'> {
  if (decision === null) {
    const confidence = hasFailed ? 'possible' : 'likely';
    return { cause: 'not_an_error', confidence, rule: 'none', vendor: null };
  }
  const { row } = decision.hit;
  const moved = decision.cause !== row.cause;
  const isDoubtful = moved || !decision.isSure;
  return {
    cause: decision.cause,
    confidence: decision.breaksOff ? 'possible' : isDoubtful ? atMostLikely(row.confidence) : row.confidence,
    rule: row.id,
    vendor: decision.vendor,
  };
}

/** A doubt makes nothing surer. */
function atMostLikely(confidence: Confidence): Confidence {
  return confidence === 'certain' ? 'likely' : confidence;
}

/** A key that stands where a name belongs is no name, and must not come out as one. */
function withoutSecrets(facts: Facts): Facts {
  const safe = (value: string | null) => (value === null || redact(value) !== value ? null : value);
  return {
    ...facts,
    model: safe(facts.model),
    project: safe(facts.project),
    organization: safe(facts.organization),
    requestId: safe(facts.requestId),
    code: safe(facts.code),
    type: safe(facts.type),
    param: safe(facts.param),
    host: safe(facts.host),
    endpoint: safe(facts.endpoint),
    furtherModels: facts.furtherModels.filter((value) => safe(value) !== null),
    furtherProjects: facts.furtherProjects.filter((value) => safe(value) !== null),
  };
}

function excerpt(cleaned: Clean, other: Decision): OtherError {
  return {
    cause: other.cause,
    excerpt: sentenceText(cleaned, sentenceAround(cleaned.text, other.hit)).slice(0, 160),
  };
}
