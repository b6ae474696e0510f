import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Described } from '../../shared/ipc/calls/keys';
import { KEY_COLOURS, KEY_KINDS, type KeySummary, type SentFor } from '../../shared/keys/key';
import { type HeaderName, isHeaderId, NO_HEADERS } from '../../shared/observations/sender';
import { type Cells, HELD_COLUMNS, HeldTable, sentForIn, type TableShape } from './held-table';
import { jsonIn } from './rows';

interface Learned {
  readonly organization: string | null;
  readonly project: string | null;
}

const healthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), models: z.number() }),
  z.object({ kind: z.literal('accepted_cannot_list') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
  z.object({ kind: z.literal('undecided'), code: z.string() }),
]);

/** What a fault of the disk made of it is never sent. */
function headerId(name: HeaderName) {
  return z
    .string()
    .refine((value) => isHeaderId(name, value))
    .nullable()
    .catch(null);
}

/** Everything that is not among `HELD_COLUMNS` has a value that claims nothing. */
const rowSchema = z.object({
  ...HELD_COLUMNS,
  kind: z.enum(KEY_KINDS).catch('unknown'),
  colour: z.enum(KEY_COLOURS).nullable().catch(null),
  drift: z.enum(['missing', 'changed']).nullable().catch(null),
  note: z.string().catch(''),
  sent_organization: headerId('organization'),
  sent_project: headerId('project'),
  organization: z.string().nullable().catch(null),
  project: z.string().nullable().catch(null),
  host_seen: z.enum(['openai', 'other']).nullable().catch(null),
  health: z.preprocess(jsonIn, healthSchema).nullable().catch(null),
});

type KeyRow = z.infer<typeof rowSchema>;

const KEYS: TableShape<KeyRow, KeySummary> = {
  name: 'keys',
  use: 'inference',
  row: rowSchema,
  summaryOf: toSummary,
  detailCells: ({ colour, sentFor = NO_HEADERS }) => ({ colour, ...sentCells(sentFor) }),
  secretCells: ({ kind }) => ({ kind }),
  unlearned: { drift: null, organization: null, project: null },
};

export class KeyStore extends HeldTable<KeyRow, KeySummary> {
  constructor(database: DatabaseSync) {
    super(database, KEYS);
  }

  /** Takes over what was noted and learned of a key in another list. */
  carryOver(id: string, from: KeyStore): void {
    const key = from.find(id);
    if (key === null) return;
    this.describe(id, key);
    this.learn(id, key);
    if (key.hostSeen !== null) this.setHostSeen(id, key.hostSeen);
    if (key.health !== null && key.checkedAt !== null) this.recordHealth(id, key.health, key.checkedAt);
  }

  describe(id: string, { label, note, colour, sentFor }: Described): void {
    this.write(id, { label, note, colour, ...sentCells(sentFor) });
  }

  /** What was learned of the key was said to requests that were sent otherwise than they are from now on. */
  unlearn(id: string): void {
    this.write(id, { organization: null, project: null, health: null, checked_at: null });
  }

  setHostSeen(id: string, seen: NonNullable<KeySummary['hostSeen']>): void {
    this.write(id, { host_seen: seen });
  }

  setDrift(id: string, drift: KeySummary['drift']): void {
    this.write(id, { drift });
  }

  /**
   * Keeps what an answer said of the key's home; what the answer left out stays as it was. False where that was known,
   * in which case nothing is written.
   */
  learn(id: string, { organization, project }: Learned): boolean {
    const { changes } = this.database
      .prepare(
        `UPDATE keys SET organization = COALESCE(?1, organization), project = COALESCE(?2, project)
         WHERE id = ?3 AND (organization IS NOT COALESCE(?1, organization) OR project IS NOT COALESCE(?2, project))`,
      )
      .run(organization, project, id);
    return changes > 0;
  }
}

function sentCells({ organization, project }: SentFor): Cells {
  return { sent_organization: organization, sent_project: project };
}

function toSummary(row: KeyRow): KeySummary {
  const { id, label, note, colour, kind, organization, project, health, drift } = row;
  return {
    id,
    label,
    note,
    colour,
    kind,
    lastFour: row.last_four,
    baseUrl: row.base_url,
    organization,
    project,
    hostSeen: row.host_seen,
    sentFor: sentForIn(row),
    addedAt: row.added_at,
    checkedAt: row.checked_at,
    health,
    drift,
  };
}
