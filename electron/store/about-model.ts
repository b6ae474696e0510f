/** Which checks of a key bear on one model: its tests, the key's lists, and where the whole key was refused or accepted again. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CheckRecord } from '../../shared/history/check';
import { LAYERS } from '../../shared/observations/layers';
import { CHECK_OUTCOMES } from '../../shared/observations/showing';
import { getsPastKey, refusesAll } from '../../shared/observations/standing';

/** Of one check, whether it is counted at all: by the secret and the headers that it was sent with. */
export type IsCounted = (
  check: Pick<CheckRecord, 'keyLastFour' | 'sent'> & {
    readonly showed: Pick<CheckRecord, 'outcome' | 'layer'>;
  },
) => boolean;

/** Checks that one timeline is made of at most, the newest. */
const MOST_ABOUT = 2_000;

/** What tells whether a check bears on a model, before all of it is read. */
const keyRowSchema = z.object({
  place: z.number(),
  keyLastFour: z.string(),
  organization: z.string().nullable(),
  project: z.string().nullable(),
  outcome: z.enum(CHECK_OUTCOMES),
  layer: z.enum(LAYERS).nullable().catch(null),
  isAbout: z.number(),
});

/** Their places in the order of writing, oldest first. */
export function placesAbout(
  database: DatabaseSync,
  keyId: string,
  model: string,
  isCounted: IsCounted,
): readonly number[] {
  const rows = database
    .prepare(
      `SELECT rowid AS place, key_last_four AS keyLastFour, sent_organization AS organization, sent_project AS project,
         outcome, layer, probe = 'list' OR (model = ?1 AND control = 0) AS isAbout
       FROM checks WHERE key_id = ?2 ORDER BY rowid`,
    )
    .all(model, keyId);
  let accepted: boolean | null = null;
  let before = '';
  const places: number[] = [];
  for (const row of rows) {
    // Thousands say the same of the key as the one before.
    const says = [row['keyLastFour'], row['organization'], row['project'], row['outcome'], row['layer']].join(
      ' ',
    );
    if (row['isAbout'] !== 1 && says === before) continue;
    before = says;
    const parsed = keyRowSchema.safeParse(row);
    if (!parsed.success) continue;
    const { place, keyLastFour, organization, project, isAbout, ...showed } = parsed.data;
    if (!isCounted({ keyLastFour, sent: { organization, project }, showed })) continue;
    const now: boolean | null = refusesAll(showed) ? false : getsPastKey({ showed }) ? true : accepted;
    if (isAbout === 1 || now !== accepted) places.push(place);
    accepted = now;
  }
  return places.slice(-MOST_ABOUT);
}
