/** Which line a text would have needed for its cause to be told, chosen by what it holds and what it lacks. */
import { showsBody } from './attribution';
import type { Decision, Material } from './material';
import type { Needed, Reading } from './reading';

/** null where the cause was told, where all that could tell it stands there in words that are not known, or in our own tests. */
export function neededFor(
  { cause, confidence, facts }: Pick<Reading, 'cause' | 'confidence' | 'facts'>,
  decision: Decision | null,
  hasFailed: boolean,
  material: Material,
): Needed | null {
  if (material.known) return null;
  if (decision === null && !hasFailed) return 'failure';
  if (confidence !== 'possible' && cause !== 'reason_not_shown') return null;
  if (decision?.breaksOff) return 'rest';
  // A program's own class may have failed at anything: a status would show that something answered.
  if (decision === null && facts.httpStatus === null) return 'status';
  const { text } = material.clean;
  if (ANSWERED_BY_WHOM.has(cause)) return facts.host === null ? 'host' : null;
  if (cause === 'reason_not_shown' || !showsBody(material, decision?.hit ?? WHOLE(text))) return 'body';
  if (facts.httpStatus === null) return 'status';
  if (facts.code === null && facts.type === null) return 'code';
  if (facts.host === null) return 'host';
  return facts.httpStatus === 401 && !NAMES_A_KEY.test(text) ? 'key' : null;
}

/** Of these the address tells more than the body: a page, and an answer in another service's form. */
const ANSWERED_BY_WHOM: ReadonlySet<Reading['cause']> = new Set(['not_from_api', 'other_vendor']);

const WHOLE = (text: string) => ({ start: 0, end: text.length });

/** The beginning of a key says of which kind it is, also where the rest is starred out. */
const NAMES_A_KEY = /\b(?:sk|sess)-|\beyJ/;
