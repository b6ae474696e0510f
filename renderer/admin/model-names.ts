import { isModelId } from '../../shared/admin/policy';
import { MAX_NAMED_MODELS } from '../../shared/base/limits';
import { holdsSecret } from '../../shared/redaction/holds-secret';

/** No blank among them: a name with one is a misspelt name and not two names. */
export const SEPARATORS = ['\n', ',', '、', '，'];

const SEPARATOR = new RegExp(`[${SEPARATORS.join('')}]`);

/** What was typed or pasted, taken apart. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(SEPARATOR).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

export type Objection =
  | { readonly kind: 'not_a_name'; readonly name: string }
  | { readonly kind: 'secret' }
  | { readonly kind: 'too_many' };

/** Why these names cannot be sent; null where they can. */
export function objectionTo(names: readonly string[]): Objection | null {
  if (names.some(holdsSecret)) return { kind: 'secret' };
  const name = names.find((candidate) => !isModelId(candidate));
  if (name !== undefined) return { kind: 'not_a_name', name };
  return names.length > MAX_NAMED_MODELS ? { kind: 'too_many' } : null;
}
