import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** Makes every text pass `clean` before this database keeps it, whoever writes it. */
export function guardWrites(database: DatabaseSync, clean: (text: string) => string): DatabaseSync {
  const prepare = database.prepare.bind(database);
  database.prepare = (sql) => guarded(prepare(sql), clean);
  return database;
}

function guarded(statement: StatementSync, clean: (text: string) => string): StatementSync {
  const run = statement.run.bind(statement);
  const cleaned = (value: SQLInputValue) => (typeof value === 'string' ? clean(value) : value);
  statement.run = (...values: readonly (SQLInputValue | Record<string, SQLInputValue>)[]) =>
    run(
      ...(values.map((value) =>
        isNamed(value) ? named(value, cleaned) : cleaned(value),
      ) as SQLInputValue[]),
    );
  return statement;
}

function named(
  values: Readonly<Record<string, SQLInputValue>>,
  clean: (value: SQLInputValue) => SQLInputValue,
): Record<string, SQLInputValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]));
}

function isNamed(
  value: SQLInputValue | Record<string, SQLInputValue>,
): value is Record<string, SQLInputValue> {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}
