/** How a case begins: with what a pasted error names, and with the key that is most likely meant. */
import type { Evidence } from '../../shared/diagnosis/evidence';
import type { KeySummary } from '../../shared/keys/key';
import { WIZARD_START } from '../../shared/wizard/wizard';
import type { StoredCase } from '../store/case-store';
import { keepText } from './pasted-text';

export interface OpenRequest {
  readonly text: string | null;
  readonly keyId: string | null;
  readonly model: string | null;
}

export interface Opening {
  readonly id: string;
  readonly at: string;
  readonly keys: readonly KeySummary[];
}

export function newCase(request: OpenRequest, { id, at, keys }: Opening): StoredCase {
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
    model: request.model?.trim() || (facts?.modelTruncated === false ? facts.model : null),
    evidence,
    wizard: WIZARD_START,
    watch: null,
  };
}

/** The key of the project that the error names; else the only key there is. */
function likelyKey(keys: readonly KeySummary[], project: string | null): string | null {
  const own = keys.find((key) => project !== null && key.project === project);
  return own?.id ?? (keys.length === 1 ? (keys[0]?.id ?? null) : null);
}
