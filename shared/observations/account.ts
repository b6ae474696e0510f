/**
 * What stands of everything that one key was answered about one model. Case, timeline and comparison of runs ask here; the
 * matrix keeps the same up to date as answers arrive, by the same rules.
 */
import type { Probe } from './observation';
import { resolve, type State } from './resolve';
import type { Showing } from './showing';
import { getsPastKey, refusesAll, type Told, toldBy, toldByList } from './standing';

/** One answer to a key, as it bears on one model. */
export interface Bearing {
  readonly probe: Probe;
  readonly showed: Pick<Showing, 'outcome' | 'strength' | 'layer'>;
  /** Whether the model itself was tested, rather than a control or another model, or the list was asked for. */
  readonly isAbout: boolean;
  /** For a list that was answered: whether the model is on it. null for anything else. */
  readonly lists: boolean | null;
  /** Whether the model had been shut down by then. It counts only where a list lacks the model. */
  readonly gone: boolean;
  /** What free tests are worth with this key at the endpoint that was asked (see `afterFreeTest`); null where not known. */
  readonly calibrated: boolean | null;
}

/** What an answer told of the model. */
export type ToldBy<A> = Told & { readonly answer: A };

export interface Account<A> {
  readonly state: State;
  /** A refusal of the whole key that no later answer has superseded. */
  readonly keyRefusal: A | null;
  /** What stands of the model, whether or not the whole key is refused; null where nothing was told. */
  readonly standing: ToldBy<A> | null;
}

/** `answers`: in order of recording. */
export function accountOf<A extends Bearing>(answers: readonly A[]): Account<A> {
  return judged(keyRefusalIn(answers), toldIn(answers));
}

/** The account as it stood after each answer. */
export function accountsAlong<A extends Bearing>(answers: readonly A[]): readonly Account<A>[] {
  const told = toldIn(answers);
  let known = 0;
  let keyRefusal: A | null = null;
  return answers.map((answer) => {
    if (told[known]?.answer === answer) known += 1;
    keyRefusal = afterAnswer(keyRefusal, answer);
    return judged(keyRefusal, told.slice(0, known));
  });
}

/** What stands of what was told of a model (see `toldIn`), with a key that is refused as such, or is not. */
export function judged<A extends Bearing>(keyRefusal: A | null, told: readonly ToldBy<A>[]): Account<A> {
  const { state, told: standing } = resolve(told, ({ answer }) => answer.calibrated);
  return { state: keyRefusal === null ? state : 'denied', keyRefusal, standing };
}

/** A refusal of the whole key that none of these answers has superseded. */
export function keyRefusalIn<A extends Pick<Bearing, 'showed'>>(answers: readonly A[]): A | null {
  return answers.reduce<A | null>(afterAnswer, null);
}

/**
 * A key that does not get as far as a model any more is refused with every model, whatever it was before; nor is it once
 * it does.
 */
function afterAnswer<A extends Pick<Bearing, 'showed'>>(refusal: A | null, answer: A): A | null {
  if (refusesAll(answer.showed)) return answer;
  return getsPastKey(answer) ? null : refusal;
}

/** A refusal of the whole key is no answer about the model. */
export function toldIn<A extends Bearing>(answers: readonly A[]): readonly ToldBy<A>[] {
  let wasListed = false;
  return answers.flatMap((answer): readonly ToldBy<A>[] => {
    if (answer.isAbout) return refusesAll(answer.showed) ? [] : [{ ...toldBy(answer), answer }];
    if (answer.lists === null) return [];
    const told = toldByList(answer.lists, wasListed, answer.gone);
    wasListed ||= answer.lists;
    return [{ ...told, answer }];
  });
}
