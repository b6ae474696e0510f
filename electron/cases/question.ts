/** A case as the question that is judged: its evidence, with what is known of its key. */
import type { KeyTraits, Question } from '../../shared/diagnosis/key-answers';
import type { Reading } from '../../shared/errors/reading';
import type { KeySummary } from '../../shared/keys/key';
import { hostOf } from '../../shared/observations/host';
import { reachesSeveral, sentForBy } from '../../shared/observations/sender';
import type { Environment } from '../base/environment';
import type { StoredCase } from '../store/case-store';

export interface QuestionDeps {
  readonly environment: Pick<Environment, 'now'>;
  readonly findKey: (id: string) => KeySummary | null;
  /** Milliseconds that answers may stay the same while a change spreads, where it is known to be other than usual. */
  readonly turnMs?: number;
}

/** The pasted error of a case; null where it was opened without one. */
export function readingOf({ evidence }: Pick<StoredCase, 'evidence'>): Reading | null {
  const text = evidence.find((entry) => entry.kind === 'text');
  return text?.kind === 'text' ? text.reading : null;
}

type AskedCase = Pick<StoredCase, 'evidence' | 'keyId' | 'model'>;

export function questionOf(item: AskedCase, deps: QuestionDeps): Question {
  const { evidence, keyId, model } = item;
  const key = keyId === null ? null : deps.findKey(keyId);
  return {
    evidence,
    keyId,
    model,
    today: deps.environment.now().toISOString().slice(0, 10),
    ...(key === null ? {} : { key: traitsOf(key, item) }),
    ...(deps.turnMs === undefined ? {} : { turnMs: deps.turnMs }),
  };
}

function traitsOf(key: KeySummary, item: AskedCase): KeyTraits {
  return {
    end: key.lastFour,
    host: hostOf(key.baseUrl),
    hostSeen: key.hostSeen,
    reachesSeveral: reachesSeveral(key.kind),
    sentFor: sentForBy(key, readingOf(item)),
  };
}
