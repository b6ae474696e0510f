/** What one answer amounts to by itself. The only place that turns an answer into a word. */
import { type Cause, type Reading, WRONG_ENDPOINT } from '../errors/reading';
import { isVague } from '../errors/rules/fallback';
import { isDoubtfulOfKey } from './key-refusal';
import { type Layer, layerOf } from './layers';
import type { Observation, Probe } from './observation';
import { reachedValidation } from './validation';

/**
 * `confirmed`: a request got past every check that its kind meets. `listed`: on the list or readable, which is not the
 * same as usable. `denied`: somebody refused. `unknown`: the answer does not tell whether the model can be used.
 */
export const CHECK_OUTCOMES = ['listed', 'confirmed', 'denied', 'unknown'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** `proved`: a real request was answered. `validated`: an invalid one got as far as its parameters, which is weaker. */
export type Strength = 'proved' | 'validated';

export interface Showing {
  readonly outcome: CheckOutcome;
  readonly strength: Strength | null;
  /** The layer that objected, or `reach` where nothing answered. */
  readonly layer: Layer | null;
  /**
   * What it objected to. Set beside `unknown` where the objection is clear but says nothing of the model, as being told
   * to wait does; null there where the answer was not understood.
   */
  readonly cause: Cause | null;
}

const NOTHING: Showing = { outcome: 'unknown', strength: null, layer: null, cause: null };

const LISTED = { outcome: 'listed', strength: null } as const;
const PROVED = { outcome: 'confirmed', strength: 'proved' } as const;

/** What a success of each test shows. */
const BY_SUCCESS: Readonly<Record<Probe, Pick<Showing, 'outcome' | 'strength'>>> = {
  list: LISTED,
  retrieve: LISTED,
  free_probe: PROVED,
  real_probe: PROVED,
};

/** What came back, made into the one record of it. */
export function observed(asked: Omit<Observation, 'showed'>): Observation {
  return { ...asked, showed: showingOf(asked) };
}

function showingOf(asked: Omit<Observation, 'showed'>): Showing {
  const { answer, probe } = asked;
  switch (answer.kind) {
    case 'cancelled':
    case 'not_sent':
      return NOTHING;
    case 'no_answer':
      return { ...NOTHING, layer: 'reach', cause: 'network' };
    case 'success':
      return { ...NOTHING, ...BY_SUCCESS[probe] };
    case 'refusal':
      if (reachedValidation(asked)) return { ...NOTHING, outcome: 'confirmed', strength: 'validated' };
      return refusal(asked.probe, answer.reading);
  }
}

interface Rule {
  readonly why: string;
  readonly fits: (reading: Reading, probe: Observation['probe']) => boolean;
  readonly outcome: 'denied' | 'unknown';
  /** Whether the layer and the cause are kept. */
  readonly says: boolean;
}

/** The first row that fits decides. Sources: error guide, recorded traffic and issue trackers up to 2026-11. */
const RULES: readonly Rule[] = [
  {
    why: 'A look that is not allowed says nothing of using the model.',
    fits: ({ cause }, probe) => probe === 'retrieve' && cause === 'key_scope',
    outcome: 'unknown',
    says: false,
  },
  {
    why: 'No known sentence or code: a class, a type or a status fits several causes.',
    fits: isVague,
    outcome: 'unknown',
    says: false,
  },
  {
    why: 'The server failed by itself, or the text reports nothing.',
    fits: ({ cause }) => cause === 'server_error' || cause === 'not_an_error' || cause === 'reason_not_shown',
    outcome: 'unknown',
    says: false,
  },
  {
    why: 'The address that the app chose is not there, which says nothing of the model.',
    fits: isAddressMissing,
    outcome: 'unknown',
    says: true,
  },
  {
    why: 'Being told to wait passes. A limit of 0 does not: it is no access.',
    fits: ({ cause, facts }) => cause === 'rate_limited' && facts.limit !== 0,
    outcome: 'unknown',
    says: true,
  },
  {
    why: 'It reads as if the key were refused, but nothing in it is sure to come from the API.',
    fits: isDoubtfulOfKey,
    outcome: 'unknown',
    says: true,
  },
  {
    why: 'Trouble on the way, or somebody else’s answer.',
    fits: ({ cause }) => cause === 'network' || cause === 'other_vendor' || cause === 'not_from_api',
    outcome: 'unknown',
    says: true,
  },
  { why: 'Anything else that is understood is a refusal.', fits: () => true, outcome: 'denied', says: true },
];

function refusal(probe: Observation['probe'], reading: Reading): Showing {
  const rule = RULES.find(({ fits }) => fits(reading, probe));
  if (rule === undefined || !rule.says) return NOTHING;
  return { outcome: rule.outcome, strength: null, layer: layerOf(reading), cause: reading.cause };
}

/** `Invalid URL (POST /v1/responses)`, or the code for it: the host has no such endpoint. */
export function isAddressMissing({ cause, facts, sentence }: Reading): boolean {
  if (cause !== 'wrong_endpoint_or_parameter') return false;
  return facts.code === 'unknown_url' || /invalid url|unknown request url/i.test(sentence ?? '');
}

/** True where the host may lack the endpoint itself, so that an older one is worth a try. */
export function mayLackEndpoint({ answer }: Pick<Observation, 'answer'>): boolean {
  if (answer.kind !== 'refusal' || ![404, 405, 501].includes(answer.status)) return false;
  return isAddressMissing(answer.reading) || isVague(answer.reading);
}

/** True where this model is refused for the endpoint that was asked, which the host has. */
export function isOfOtherEndpoint({ answer }: Pick<Observation, 'answer'>): boolean {
  return (
    answer.kind === 'refusal' && answer.reading.rule === WRONG_ENDPOINT && !isAddressMissing(answer.reading)
  );
}

/** Whether it was refused in words that are not known: it may be a refusal of the model, or not. */
export function isPuzzle({ answer, showed }: Pick<Observation, 'answer' | 'showed'>): boolean {
  return (
    answer.kind === 'refusal' &&
    showed.outcome === 'unknown' &&
    showed.cause === null &&
    isVague(answer.reading)
  );
}

/** Told to wait, which passes. */
export function isPacing({ outcome, cause }: Showing): boolean {
  return outcome === 'unknown' && cause === 'rate_limited';
}
