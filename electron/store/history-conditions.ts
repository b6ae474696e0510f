/** A filter of the history as SQL, with its values apart. */
import type { HistoryFilter } from '../../shared/history/views';
import { termsOf } from '../../shared/text/terms';

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Comparisons are left out: they are of other models, and say nothing of the one that was asked for. */
export function conditions(filter: HistoryFilter): {
  readonly where: string;
  readonly values: readonly string[];
} {
  const parts: readonly (readonly [sql: string, value: string | null])[] = [
    ['key_id = ?', filter.keyId],
    [
      "CASE WHEN outcome = 'confirmed' AND strength = 'validated' THEN 'passed_free_test' ELSE outcome END = ?",
      filter.state,
    ],
    ['run_id = ?', filter.runId],
    ['at >= ?', filter.from],
    ['at < ?', filter.until],
    ["project LIKE ? ESCAPE '\\'", containing(filter.project)],
    ['probe = ?', filter.probe],
  ];
  const used = parts.flatMap(([sql, value]) => (value === null ? [] : [{ sql, values: [value] }]));
  const all = [
    { sql: 'control = 0', values: [] },
    ...used,
    ...modelCondition(filter.model),
    ...codeCondition(filter.code),
  ];
  return {
    where: all.map(({ sql }) => sql).join(' AND '),
    values: all.flatMap(({ values }) => values),
  };
}

/** As `fitsTerms` has it. LIKE does not mind the case of what names of models are made of. */
function modelCondition(query: string): readonly Condition[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const each = terms.map((words) => words.map(() => "model LIKE ? ESCAPE '\\'").join(' AND '));
  return [{ sql: `(${each.join(' OR ')})`, values: terms.flat().flatMap((word) => containing(word) ?? []) }];
}

/** A status is found only whole: `40` is none. */
function codeCondition(code: string): readonly Condition[] {
  const part = containing(code);
  if (part === null) return [];
  return [{ sql: "(code LIKE ? ESCAPE '\\' OR CAST(status AS TEXT) = ?)", values: [part, code] }];
}

/** A pattern for what contains this text, whatever signs are in it; null for every text. */
function containing(text: string): string | null {
  return text === '' ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
