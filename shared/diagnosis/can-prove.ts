/** Whether free tests of a model, repeated, could show that it is open again. */
import type { Cause } from '../errors/reading';
import { freeProbe } from '../models/families';
import { diagnose } from './diagnose';
import type { Evidence } from './evidence';
import { outlived } from './ladder';
import type { Layer } from './layers';
import { calibrationFor, type Question } from './signals';

/** Layers at which looking a model up meets what a call meets. */
const MET_BY_LOOKING_UP: readonly Layer[] = ['reach', 'key', 'belonging', 'policy', 'model_name'];

/**
 * False where a free test was shown to prove nothing with this key, where the text reports a refusal that none has met here,
 * and where a model that can only be looked up is refused for something that a look does not meet.
 */
export function freeTestsCanProve(question: Question): boolean {
  const { model, evidence } = question;
  if (model !== null && freeProbe(model) === null) {
    const { layer } = diagnose(question);
    return layer === null || MET_BY_LOOKING_UP.includes(layer);
  }
  if (model !== null && calibrationFor(model, question) === false) return false;
  return evidence.every(
    (item, index) =>
      item.kind !== 'text' ||
      outlived({ index, value: item.reading }, 'validated') === null ||
      evidence.some((other) => metByFreeTest(other, item.reading.cause)),
  );
}

function metByFreeTest(evidence: Evidence, cause: Cause): boolean {
  if (evidence.kind !== 'probe' || evidence.probe !== 'free_probe' || evidence.control) return false;
  return evidence.answer.kind === 'refusal' && evidence.answer.reading.cause === cause;
}
