/** The answers as they came, one to each check that a case may refer to. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Answer, Observation } from '../../shared/observations/observation';
import { observed } from '../../shared/observations/showing';
import { openBody } from './body';
import { ModelLists, type ReadList } from './model-lists';
import type { StoredRow } from './rows';

/** What an answer amounts to is not kept: it is worked out anew at each reading. */
type Kept = Omit<Observation, 'showed'>;

/** Bump when the shape changes; older ones then have to be brought up to date by a migration, since cases rest on them. */
const OBSERVATION_VERSION = 1;

export class ObservationStore {
  readonly #database: DatabaseSync;
  readonly #lists: ModelLists;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#lists = new ModelLists(database);
  }

  /** The check itself has to be there already. */
  keep(observation: Observation): void {
    const { showed: _showed, ...kept } = observation;
    this.#database
      .prepare('INSERT INTO observations (check_id, body) VALUES (?, sealed(?, ?))')
      .run(kept.id, OBSERVATION_VERSION, JSON.stringify({ ...kept, answer: withoutParts(kept.answer) }));
  }

  /** Those of these checks whose answer is there and can be read, by id. */
  read(checkIds: readonly string[]): ReadonlyMap<string, Observation> {
    if (checkIds.length === 0) return new Map();
    const listIn = this.#lists.reader();
    const rows = this.#database
      .prepare(
        `SELECT checks.id, observations.body, checks.excerpt, checks.list_id AS listId
         FROM json_each(?) AS asked
           JOIN checks ON checks.id = asked.value
           JOIN observations ON observations.check_id = checks.id`,
      )
      .all(JSON.stringify(checkIds));
    return new Map(
      rows.flatMap((row) => {
        const observation = fromRow(row, listIn);
        return observation === null ? [] : [[String(row['id']), observation] as const];
      }),
    );
  }
}

/** The list and the excerpt stand in the check already. */
function withoutParts(answer: Answer): Answer {
  switch (answer.kind) {
    case 'success':
      return { ...answer, models: null };
    case 'refusal':
    case 'no_answer':
      return { ...answer, excerpt: '' };
    default:
      return answer;
  }
}

function fromRow(row: StoredRow, listIn: ReadList): Observation | null {
  const kept = openBody<Kept>(row['body'], OBSERVATION_VERSION);
  const answer = kept === null ? null : withParts(kept.answer, row['excerpt'], row['listId'], listIn);
  return kept === null || answer === null ? null : observed({ ...kept, answer });
}

/** null where the check names a list that cannot be read. */
function withParts(
  answer: Answer,
  excerpt: SQLOutputValue | undefined,
  listId: SQLOutputValue | undefined,
  listIn: ReadList,
): Answer | null {
  switch (answer.kind) {
    case 'success': {
      if (typeof listId !== 'string') return answer;
      const models = listIn(listId);
      return models === null ? null : { ...answer, models };
    }
    case 'refusal':
    case 'no_answer':
      return { ...answer, excerpt: typeof excerpt === 'string' ? excerpt : '' };
    default:
      return answer;
  }
}
