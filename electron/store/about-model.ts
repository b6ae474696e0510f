/** Which checks of a key bear on one model: its tests, the key's lists, and where the whole key was refused or accepted again. */
import type { DatabaseSync } from 'node:sqlite';
import type { CheckRecord } from '../../shared/history/check';
import { getsPastKey, refusesAll } from '../../shared/observations/standing';
import { CHECKS } from './check-table';

/** Of one check, whether it is counted at all: by the secret and the headers that it was sent with. */
export type IsCounted = (
  check: Pick<CheckRecord, 'keyLastFour' | 'sent'> & {
    readonly showed: Pick<CheckRecord, 'outcome' | 'layer'>;
  },
) => boolean;

/** Checks that one timeline is made of at most, the newest. */
const MOST_ABOUT = 2_000;

/** What tells whether a check bears on a model, before all of it is read. */
const BEARING = CHECKS.only('keyLastFour', 'sentOrganization', 'sentProject', 'outcome', 'layer');

/** Their places in the order of writing, oldest first. */
export function placesAbout(
  database: DatabaseSync,
  keyId: string,
  model: string,
  isCounted: IsCounted,
): readonly number[] {
  const rows = database
    .prepare(
      `SELECT rowid AS place, ${BEARING.selected}, probe = 'list' OR (model = ?1 AND control = 0) AS isAbout
       FROM checks WHERE key_id = ?2 ORDER BY rowid`,
    )
    .all(model, keyId);
  let accepted: boolean | null = null;
  let before = '';
  const places: number[] = [];
  for (const row of rows) {
    // Thousands say the same of the key as the one before.
    const { place, isAbout, ...bearing } = row;
    const says = Object.values(bearing).join(' ');
    if (isAbout !== 1 && says === before) continue;
    before = says;
    const read = BEARING.read(bearing);
    if (read === null) continue;
    const { keyLastFour, sentOrganization: organization, sentProject: project, ...showed } = read;
    if (!isCounted({ keyLastFour, sent: { organization, project }, showed })) continue;
    const now: boolean | null = refusesAll(showed) ? false : getsPastKey({ showed }) ? true : accepted;
    if (isAbout === 1 || now !== accepted) places.push(Number(place));
    accepted = now;
  }
  return places.slice(-MOST_ABOUT);
}
