/** How a case begins: with what a pasted error names, and with the key that is most likely meant. */

import type { Evidence } from '../../shared/diagnosis/evidence';
import type { NewCase } from '../../shared/ipc/calls/cases';
import type { KeySummary } from '../../shared/keys/key';
import { idMeant } from '../../shared/models/families';
import { WIZARD_START } from '../../shared/wizard/wizard';
import type { StoredCase } from '../store/case-store';
import { type KeptText, keepText } from './pasted-text';

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
