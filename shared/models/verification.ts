/**
 * Models for which organizations were asked to verify themselves, which a free test does not meet: pictures and video, pro and
 * reasoning models, and the strongest of each generation. Sources: help articles 10910291 and 10362446, issue trackers,
 * 2025-04 to 2026-10. The list ages, and a model that is not on it may ask all the same.
 */
import { familyOf } from './families';
import { aliasOf, baseOf } from './names';

const ASKED: readonly RegExp[] = [/^o\d/, /^gpt-5$/, /(^|-)pro$/, /-astra(-|$)/];

export function mayAskForVerification(model: string): boolean {
  const family = familyOf(model);
  if (family === 'image' || family === 'video') return true;
  const name = aliasOf(baseOf(model));
  return ASKED.some((pattern) => pattern.test(name));
}
