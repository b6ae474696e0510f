/** Whether free tests of a model, repeated, could show that it is open again. */
import type { Cause } from '../errors/reading';
import type { Layer } from '../observations/layers';
import { contrastOf } from './contrast';
import { diagnose } from './diagnose';
import type { Evidence } from './evidence';
import { calibrationFor, type Question } from './key-answers';
import { canOnlyLook } from './signals';

/** Layers at which looking a model up meets what a call meets. */
const MET_BY_LOOKING_UP: readonly Layer[] = ['reach', 'key', 'belonging', 'policy', 'model_name'];

/**
 * False where a free test was shown to prove nothing with this key or is not free of charge on its host, where the key is not
 * of the project that failed, and where something was refused that no free test has met here.
 */
export function freeTestsCanProve(question: Question): boolean {
  const { model, evidence } = question;
  const verdict = diagnose(question);
  if (verdict.host === 'other' || verdict.otherKey?.why === 'other_project') return false;
  if (canOnlyLook(question)) return verdict.layer === null || MET_BY_LOOKING_UP.includes(verdict.layer);
  if (model !== null && calibrationFor(model, question) === false) return false;
  return evidence.every((item) => {
    if (item.kind !== 'text' || contrastOf(item.reading, 'validated', model)?.stands !== true) return true;
    // What a free test has met itself, it will no longer meet once it is mended.
    return evidence.some((other) => metByFreeTest(other, item.reading.cause));
  });
}

function metByFreeTest(evidence: Evidence, cause: Cause): boolean {
  if (evidence.kind !== 'probe' || evidence.probe !== 'free_probe' || evidence.control) return false;
  return evidence.answer.kind === 'refusal' && evidence.answer.reading.cause === cause;
}
