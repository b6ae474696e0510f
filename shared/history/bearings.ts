/** Recorded checks as they bear on one model, for whatever asks what stands of them. */

import type { ListedModel } from '../models/listed-model';
import { isShutDown } from '../models/retirements';
import { afterFreeTest, asFreeTest } from '../observations/calibration';
import type { CheckRecord } from './check';
import type { RecordedBearing } from './timeline';

/** What free tests are worth with the key of a check, as it was sent, at the endpoint of the check; null where not known. */
export type Calibration = (check: CheckRecord) => boolean | null;

/** `tests`: the free tests that tell what such tests are worth, in order of recording; others among them tell nothing. */
export function calibrationBy(tests: readonly CheckRecord[]): Calibration {
  const known = new Map<string, boolean>();
  for (const check of tests) {
    if (check.probe !== 'free_probe') continue;
    const worth = afterFreeTest(known.get(placeOf(check)) ?? null, asFreeTest({ ...check, showed: check }));
    if (worth !== null) known.set(placeOf(check), worth);
  }
  return (check) => known.get(placeOf(check)) ?? null;
}

function placeOf({ keyId, keyLastFour, sent, endpoint }: CheckRecord): string {
  return JSON.stringify([keyId, keyLastFour, sent.organization, sent.project, endpoint]);
}

/** A check, with what the list said of the model where one was answered: its entry, or null where it is not on it. */
export interface AboutModel {
  readonly check: CheckRecord;
  readonly list: { readonly entry: ListedModel | null } | null;
}

export interface CheckBearing extends RecordedBearing {
  readonly check: CheckRecord;
}

/** `shutdownDate`: the model's, as far as any list gave one; ISO date. */
export function bearingOn(
  { id, shutdownDate }: ListedModel,
  { check, list }: AboutModel,
  calibrated: Calibration,
): CheckBearing {
  const { probe, at, control, model } = check;
  return {
    check,
    checkId: check.id,
    at,
    probe,
    showed: check,
    isAbout: probe !== 'list' && !control && model === id,
    lists: list === null ? null : list.entry !== null,
    gone: list?.entry === null && isShutDown({ id, shutdownDate }, at.slice(0, 10)),
    calibrated: calibrated(check),
  };
}
