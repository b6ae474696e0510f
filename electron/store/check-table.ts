/** How one check stands in its row of the database. */
import { z } from 'zod';
import { CAUSES } from '../../shared/errors/reading';
import { type AnswerFacts, type CheckRecord, NO_ANSWER_FACTS } from '../../shared/history/check';
import { LAYERS } from '../../shared/observations/layers';
import { PROBES } from '../../shared/observations/observation';
import { CHECK_OUTCOMES } from '../../shared/observations/showing';
import { jsonIn, type StoredRow } from './rows';
import { type CellsOf, column, StoredTable } from './stored-table';

const amount = z.number().nullable();
const factsSchema = z.object({
  type: z.string().nullable(),
  retryAfterSeconds: amount,
  processingMs: amount,
  pace: z
    .object({ requestsLimit: amount, requestsLeft: amount, tokensLimit: amount, tokensLeft: amount })
    .nullable(),
  servedModel: z.string().nullable(),
});

/** A check that was taken out of an early file may have none. */
function readFacts(text: string | null): AnswerFacts {
  if (text === null) return NO_ANSWER_FACTS;
  const parsed = factsSchema.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : NO_ANSWER_FACTS;
}

const text = column('TEXT NOT NULL', z.string());
const textOrNull = column('TEXT', z.string().nullable());
const numberOrNull = column('INTEGER', z.number().nullable());

const COLUMNS = {
  id: column('TEXT PRIMARY KEY', z.string()),
  at: text,
  runId: textOrNull,
  keyId: text,
  keyLabel: text,
  keyLastFour: text,
  organization: textOrNull,
  project: textOrNull,
  model: textOrNull,
  probe: column('TEXT NOT NULL', z.enum(PROBES)),
  control: column(
    'INTEGER NOT NULL',
    z.number().transform((value) => value === 1),
  ),
  endpoint: text,
  outcome: column('TEXT NOT NULL', z.enum(CHECK_OUTCOMES)),
  strength: column('TEXT', z.enum(['proved', 'validated']).nullable()),
  layer: column('TEXT', z.enum(LAYERS).nullable().catch(null)),
  cause: column('TEXT', z.enum(CAUSES).nullable().catch(null)),
  status: numberOrNull,
  code: textOrNull,
  requestId: textOrNull,
  durationMs: column('INTEGER NOT NULL', z.number()),
  excerpt: textOrNull,
  modelsListed: numberOrNull,
  listId: column('TEXT REFERENCES model_lists (id)', z.string().nullable()),
  answer: column('TEXT', z.string().nullable().transform(readFacts)),
  sentOrganization: textOrNull,
  sentProject: textOrNull,
};

export const CHECKS = new StoredTable('checks', COLUMNS);

/** The cells of a check, by the names that the code has for them; `listId`: of the list that was answered. */
export function checkCells(check: CheckRecord, listId: string | null): CellsOf<typeof COLUMNS> {
  const { sent, answer, control, ...plain } = check;
  return {
    ...plain,
    control: control ? 1 : 0,
    listId,
    answer: JSON.stringify(answer),
    sentOrganization: sent.organization,
    sentProject: sent.project,
  };
}

/** None where a row was written by something else than this version: it is then passed over rather than misread. */
export function toCheck(row: StoredRow): readonly CheckRecord[] {
  const read = CHECKS.read(row);
  if (read === null) return [];
  const { sentOrganization, sentProject, listId: _listId, ...check } = read;
  return [{ ...check, sent: { organization: sentOrganization, project: sentProject } }];
}
