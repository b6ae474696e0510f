/** A phrase of the recognition table as it is looked for, and what shows that a place only looks like it. */
import type { Clean } from './clean';
import type { Row } from './row';
import type { Squeezed } from './squeeze';

export type SlotName = 'model' | 'project' | 'organization';

export interface Phrase {
  readonly row: Row;
  readonly literals: readonly string[];
  /** The name of the gap after each literal but the last; null where it is no fact. */
  readonly gaps: readonly (SlotName | null)[];
  readonly anchor: string;
  readonly weight: number;
  /** True where the phrase itself is a code such as `insufficient_quota`. */
  readonly isCode: boolean;
  /** False where others say it as well. */
  readonly isOwn: boolean;
}

/** `The model does not exist` names none: that is how manuals and tables of messages put it. */
export function leavesOutModel(
  phrase: Phrase,
  starts: readonly number[],
  squeezed: Squeezed,
  clean: Clean,
): boolean {
  return phrase.gaps.some((name, i) => {
    const before = phrase.literals[i] ?? '';
    const next = phrase.literals[i + 1] ?? '';
    if (name !== 'model' || before === '' || next === '') return false;
    const from = (squeezed.at[(starts[i] ?? 0) + before.length - 1] ?? 0) + 1;
    return clean.text.slice(from, squeezed.at[starts[i + 1] ?? 0]).trim() === '';
  });
}

/** Another sentence or a field's name where a fact should stand: the phrase began in something else. */
export function reachesOver(
  phrase: Phrase,
  starts: readonly number[],
  squeezed: Squeezed,
  clean: Clean,
): boolean {
  return phrase.gaps.some((name, i) => {
    const next = phrase.literals[i + 1] ?? '';
    if (name === null || next === '') return false;
    const from = squeezed.at[(starts[i] ?? 0) + (phrase.literals[i] ?? '').length] ?? 0;
    return NO_FACT.test(clean.text.slice(from, squeezed.at[starts[i + 1] ?? 0]));
  });
}

const NO_FACT = /["'`]\s{0,3}(?:=>|:)\s{0,3}["'`{[]|[a-z][.!?]\s{1,3}[A-Z]/;

/** `ModelNotFoundError: …` is the name of a class; what follows it is no model. */
export function spelledAsClass(
  phrase: Phrase,
  starts: readonly number[],
  squeezed: Squeezed,
  clean: Clean,
): boolean {
  return phrase.gaps.some((name, i) => {
    const literal = phrase.literals[i] ?? '';
    const start = starts[i] ?? 0;
    if (name === null || literal === '') return false;
    const spelled = clean.text.slice(squeezed.at[start], (squeezed.at[start + literal.length - 1] ?? 0) + 1);
    return /^[A-Za-z]*[a-z][A-Z][a-z]+[A-Z][A-Za-z]*$/.test(spelled);
  });
}

/** The words of a phrase joined by underscores are a code, not the sentence. */
export function spelledAsCode(literal: string, start: number, squeezed: Squeezed, clean: Clean): boolean {
  if (literal === '') return false;
  const spelled = clean.text.slice(
    squeezed.at[start] ?? 0,
    (squeezed.at[start + literal.length - 1] ?? 0) + 1,
  );
  // A terminal may have cut the code, and indented the rest of it.
  return spelled.includes('_') && !/\s/.test(spelled.replace(/\n[ \t]*/g, ''));
}
