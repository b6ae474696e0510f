import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Described } from '../../shared/ipc/calls/keys';
import { KEY_COLOURS, KEY_KINDS, type KeySummary, type SentFor } from '../../shared/keys/key';
import { type HeaderName, isHeaderId, NO_HEADERS } from '../../shared/observations/sender';
import { type Cells, HELD_COLUMNS, HeldTable, type TableShape } from './held-table';
import { jsonIn } from './rows';
import { column, type RowOf, StoredTable } from './stored-table';

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
  const known = z.string().refine((value) => isHeaderId(name, value));
  return column('TEXT', known.nullable().catch(null));
}

/** Everything that is not among `HELD_COLUMNS` has a value that claims nothing. */
export const KEYS = new StoredTable('keys', {
  ...HELD_COLUMNS,
  kind: column('TEXT NOT NULL', z.enum(KEY_KINDS).catch('unknown')),
  colour: column('TEXT', z.enum(KEY_COLOURS).nullable().catch(null)),
  drift: column('TEXT', z.enum(['missing', 'changed']).nullable().catch(null)),
  note: column("TEXT NOT NULL DEFAULT ''", z.string().catch('')),
  sentOrganization: headerId('organization'),
  sentProject: headerId('project'),
  organization: column('TEXT', z.string().nullable().catch(null)),
  project: column('TEXT', z.string().nullable().catch(null)),
  learnedAt: column('TEXT', z.string().nullable().catch(null)),
  hostSeen: column('TEXT', z.enum(['openai', 'other']).nullable().catch(null)),
  health: column('TEXT', z.preprocess(jsonIn, healthSchema).nullable().catch(null)),
});

type KeyRow = RowOf<typeof KEYS.columns>;

const SHAPE: TableShape<KeyRow, KeySummary> = {
  table: KEYS,
  use: 'inference',
  ownOf: (row) => ({ kind: row.kind, colour: row.colour, sentFor: sentForIn(row) }),
  summaryOf: toSummary,
  detailCells: ({ colour, sentFor = NO_HEADERS }) => ({ colour, ...sentCells(sentFor) }),
  secretCells: ({ kind }) => ({ kind }),
  unlearned: { drift: null, organization: null, project: null, learnedAt: null },
};

export class KeyStore extends HeldTable<KeyRow, KeySummary> {
  constructor(database: DatabaseSync) {
    super(database, SHAPE);
  }

  /** Takes over what was noted and learned of a key in another list. */
  carryOver(id: string, from: KeyStore): void {
    const key = from.find(id);
    if (key === null) return;
    this.describe(id, key);
    if (key.learnedAt !== null) this.learn(id, key, key.learnedAt);
    if (key.hostSeen !== null) this.setHostSeen(id, key.hostSeen);
    if (key.health !== null && key.checkedAt !== null) this.recordHealth(id, key.health, key.checkedAt);
  }

  describe(id: string, { label, note, colour, sentFor }: Described): void {
    this.write(id, { label, note, colour, ...sentCells(sentFor) });
  }

  /** What was learned of the key was said to requests that were sent otherwise than they are from now on. */
  unlearn(id: string): void {
    this.write(id, { organization: null, project: null, learnedAt: null, health: null, checkedAt: null });
  }

  setHostSeen(id: string, seen: NonNullable<KeySummary['hostSeen']>): void {
    this.write(id, { hostSeen: seen });
  }

  setDrift(id: string, drift: KeySummary['drift']): void {
    this.write(id, { drift });
  }

  /**
   * Keeps what an answer said of the key's home; what the answer left out stays as it was. False where that was known,
   * in which case nothing is written.
   */
  learn(id: string, { organization, project }: Learned, at: string): boolean {
    const { changes } = this.database
      .prepare(
        `UPDATE keys SET organization = COALESCE(?1, organization), project = COALESCE(?2, project), learned_at = ?4
         WHERE id = ?3 AND (organization IS NOT COALESCE(?1, organization) OR project IS NOT COALESCE(?2, project))`,
      )
      .run(organization, project, id, at);
    return changes > 0;
  }
}

function sentCells({ organization, project }: SentFor): Cells {
  return { sentOrganization: organization, sentProject: project };
}

function sentForIn({ sentOrganization, sentProject }: KeyRow): SentFor {
  return { organization: sentOrganization, project: sentProject };
}

function toSummary(row: KeyRow): KeySummary {
  const { account: _account, fingerprint: _fingerprint, state: _state, ...shown } = row;
  const { sentOrganization: _organization, sentProject: _project, ...summary } = shown;
  return { ...summary, sentFor: sentForIn(row) };
}
