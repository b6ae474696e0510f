import type { DatabaseSync } from 'node:sqlite';

/**
 * A step to a version of the schema that no app has, for tests of upgrades. Half of it, or all of it twice, would show: each key's
 * note gets one letter more, and each case another place in the order.
 */
export function nextStep(database: DatabaseSync): void {
  database.exec(`ALTER TABLE keys ADD COLUMN next TEXT NOT NULL DEFAULT '';
    UPDATE keys SET note = note || 'n';
    UPDATE cases SET written = written + 1000;
    UPDATE keys SET next = label;
    CREATE INDEX keys_by_next ON keys (next);`);
}
