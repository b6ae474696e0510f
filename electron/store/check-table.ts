/** How one check stands in its row of the database. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { CAUSES } from '../../shared/errors/reading';
import { type AnswerFacts, type CheckRecord, NO_ANSWER_FACTS } from '../../shared/history/check';
import { LAYERS } from '../../shared/observations/layers';
import { PROBES } from '../../shared/observations/observation';
import { CHECK_OUTCOMES } from '../../shared/observations/showing';
import { jsonIn, type StoredRow } from './rows';

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

/** Checks of earlier versions have none. */
function readFacts(text: string | null): AnswerFacts {
  if (text === null) return NO_ANSWER_FACTS;
  const parsed = factsSchema.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : NO_ANSWER_FACTS;
}

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  runId: z.string().nullable(),
  keyId: z.string(),
  keyLabel: z.string(),
  keyLastFour: z.string(),
  organization: z.string().nullable(),
  project: z.string().nullable(),
  model: z.string().nullable(),
  probe: z.enum(PROBES),
  control: z.number().transform((value) => value === 1),
  endpoint: z.string(),
  outcome: z.enum(CHECK_OUTCOMES),
  strength: z.enum(['proved', 'validated']).nullable(),
  layer: z.enum(LAYERS).nullable().catch(null),
  cause: z.enum(CAUSES).nullable().catch(null),
  status: z.number().nullable(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  durationMs: z.number(),
  excerpt: z.string().nullable(),
  modelsListed: z.number().nullable(),
  answer: z.string().nullable().transform(readFacts),
  sentOrganization: z.string().nullable(),
  sentProject: z.string().nullable(),
});

/** Every column that `toCheck` reads, in the names that it reads them by. */
export const CHECK_COLUMNS = `id, at, run_id AS runId, key_id AS keyId, key_label AS keyLabel, key_last_four AS keyLastFour,
  organization, project, model, probe, control, endpoint, outcome, strength, layer, cause, status, code,
  request_id AS requestId, duration_ms AS durationMs, excerpt, models_listed AS modelsListed, answer,
  sent_organization AS sentOrganization, sent_project AS sentProject`;

export function insertCheck(database: DatabaseSync, check: CheckRecord, listId: string | null): void {
  database
    .prepare(
      `INSERT INTO checks (id, at, run_id, key_id, key_label, key_last_four, organization, project, model, probe,
         control, endpoint, outcome, strength, layer, cause, status, code, request_id, duration_ms, excerpt,
         models_listed, list_id, answer, sent_organization, sent_project)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      check.id,
      check.at,
      check.runId,
      check.keyId,
      check.keyLabel,
      check.keyLastFour,
      check.organization,
      check.project,
      check.model,
      check.probe,
      check.control ? 1 : 0,
      check.endpoint,
      check.outcome,
      check.strength,
      check.layer,
      check.cause,
      check.status,
      check.code,
      check.requestId,
      check.durationMs,
      check.excerpt,
      check.modelsListed,
      listId,
      JSON.stringify(check.answer),
      check.sent.organization,
      check.sent.project,
    );
}

/** None where a row was written by something else than this version: it is then passed over rather than misread. */
export function toCheck(row: StoredRow): readonly CheckRecord[] {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return [];
  const { sentOrganization, sentProject, ...check } = parsed.data;
  return [{ ...check, sent: { organization: sentOrganization, project: sentProject } }];
}
