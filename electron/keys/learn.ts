import { type Reading, WRONG_HOST } from '../../shared/errors/reading';
import { belongingOf } from '../../shared/history/check';
import type { KeyHealth } from '../../shared/keys/key';
import { seenAfter } from '../../shared/observations/host';
import { keyRefusedFor } from '../../shared/observations/key-refusal';
import type { Answer, Observation } from '../../shared/observations/observation';
import { sentForBy, speaksFor } from '../../shared/observations/sender';
import type { KeyStore } from '../store/key-store';

/** Keeps what a probe's answer says of the key itself: where it belongs, whose host it is sent to, and how it fares. False where it was nothing new. */
export function learn(store: KeyStore, probe: Observation): boolean {
  const { answer, keyId } = probe;
  const key = store.find(keyId);
  if (key === null || answer.kind === 'cancelled' || answer.kind === 'not_sent') return false;
  const seen = seenAfter(key.hostSeen, answer);
  const isNewHost = seen !== null && seen !== key.hostSeen;
  if (isNewHost) store.setHostSeen(keyId, seen);
  // Of another project that a case asked for, the key itself learns nothing.
  if (!speaksFor(probe, sentForBy(key))) return isNewHost;
  const isNewHome = store.learn(keyId, belongingOf(probe), probe.at);
  // A run brings ten answers a second, and only those of lists speak of the key itself.
  const health = probe.probe === 'list' ? healthFrom(answer, key.health) : null;
  if (health !== null) store.recordHealth(keyId, health, probe.at);
  return isNewHost || isNewHome || health !== null;
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
