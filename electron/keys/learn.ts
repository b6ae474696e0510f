import { type Reading, WRONG_HOST } from '../../shared/errors/reading';
import { belongingOf } from '../../shared/history/check';
import type { KeyHealth } from '../../shared/keys/key';
import { keyRefusedFor } from '../../shared/observations/key-refusal';
import type { Answer, Observation } from '../../shared/observations/observation';
import type { KeyStore } from '../store/key-store';

/** Keeps what a probe's answer says of the key itself: where it belongs, and how it fares. False where it was nothing new. */
export function learn(store: KeyStore, probe: Observation): boolean {
  const { answer, keyId } = probe;
  if (answer.kind === 'cancelled' || answer.kind === 'not_sent') return false;
  const isNewHome = store.learn(keyId, belongingOf(probe));
  // A run brings ten answers a second, and only those of lists speak of the key itself.
  const health = probe.probe === 'list' ? healthFrom(answer, store.find(keyId)?.health ?? null) : null;
  if (health !== null) store.recordHealth(keyId, health, probe.at);
  return isNewHome || health !== null;
}

/** Being offline never marks a key bad, nor does one refusal alone: it takes two in a row. */
function healthFrom(answer: Answer, before: KeyHealth | null): KeyHealth | null {
  if (answer.kind === 'success') return { kind: 'accepted', models: answer.models?.length ?? 0 };
  if (answer.kind === 'no_answer') return { kind: 'undecided', code: answer.failure };
  if (answer.kind === 'cancelled' || answer.kind === 'not_sent') return null;
  const { cause } = answer.reading;
  if (cause === 'key_scope') return { kind: 'accepted_cannot_list' };
  if (keyRefusedFor(answer) === null) return { kind: 'undecided', code: undecidedCode(answer.reading) };
  const wasRefused = (before?.kind === 'undecided' || before?.kind === 'refused') && before.code === cause;
  return { kind: wasRefused ? 'refused' : 'undecided', code: cause };
}

/** The wrong host says nothing of the request. */
function undecidedCode(reading: Reading): string {
  return reading.rule === WRONG_HOST ? 'wrong_host' : reading.cause;
}
