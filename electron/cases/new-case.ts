/** How a case begins: with what a pasted error names, and with the key that is most likely meant. */

import type { Evidence } from '../../shared/diagnosis/evidence';
import { readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { stretchRound } from '../../shared/errors/stretch';
import type { NewCase } from '../../shared/ipc/calls/cases';
import type { KeySummary } from '../../shared/keys/key';
import { idMeant } from '../../shared/models/families';
import { redact } from '../../shared/redaction/redact';
import { WIZARD_START } from '../../shared/wizard/wizard';
import type { StoredCase } from '../store/case-store';

export interface Opening {
  readonly id: string;
  readonly at: string;
  readonly keys: readonly KeySummary[];
}

export function newCase(request: NewCase, { id, at, keys }: Opening): StoredCase {
  const pasted = request.text === null ? null : keepText(request.text);
  const evidence: readonly Evidence[] =
    pasted === null ? [] : [{ kind: 'text', at, reading: pasted.reading }];
  const facts = pasted?.reading.facts ?? null;
  return {
    id,
    createdAt: at,
    updatedAt: at,
    text: pasted?.text ?? null,
    keyId: request.keyId ?? likelyKey(keys, facts?.project ?? null),
    model: request.model?.trim() || (pasted === null ? null : modelNamed(pasted)),
    evidence,
    wizard: WIZARD_START,
    watch: null,
    name: null,
    isPinned: false,
  };
}

/** In quotes or behind an equals sign stands what the program sent, letter for letter; people's prose means an id. */
function modelNamed({ text, reading }: KeptText): string | null {
  const { model, modelTruncated } = reading.facts;
  if (model === null || modelTruncated) return null;
  const place = reading.marks.find(({ fact }) => fact === 'model');
  const isLiteral = place === undefined || /["'`“”‘’「『«=]/.test(text.charAt(place.start - 1));
  return isLiteral ? model : idMeant(model);
}

/** The key of the project that the error names; else the only key there is. */
function likelyKey(keys: readonly KeySummary[], project: string | null): string | null {
  const own = keys.find((key) => project !== null && key.project === project);
  return own?.id ?? (keys.length === 1 ? (keys[0]?.id ?? null) : null);
}

/** UTF-16 units kept of a paste; a log of megabytes is cut to this. */
const KEPT_TEXT = 40_000;

interface KeptText {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * What is kept of a pasted text: secrets taken out before it is read, since marks point into the text as it is kept, and
 * of a long log the part round the deciding sentence.
 */
function keepText(pasted: string): KeptText {
  const clean = redact(pasted);
  const reading = readError(clean);
  const { start, end } = stretchRound(clean, reading.marks, KEPT_TEXT);
  const marks = reading.marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  return { text: clean.slice(start, end), reading: { ...reading, marks } };
}
