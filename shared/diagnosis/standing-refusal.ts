/** Which refusal stands now, of all that was answered and pasted, and what a call with it had got past. */
import type { Cause, Reading } from '../errors/reading';
import { isUnderstood, restsOnStatusAlone } from '../errors/rules/fallback';
import { isDoubtfulOfKey } from '../observations/key-refusal';
import { CAUSE_ROWS, type Layer } from '../observations/layers';
import type { Strength } from '../observations/showing';
import { contrastOf } from './contrast';
import { type Found, openBy, type Refusal, refusalIn, type Signals } from './signals';

/** The newest answer about the model, else of the key, else the pasted text; null where nothing refuses. */
export function standingRefusal(signals: Signals): Found<Refusal> | null {
  const { decisive, keyRefusal, listRefusal, text } = signals;
  const strength = openBy(signals);
  if (strength !== null) return textThatStands(text, strength, signals.model);
  const here = decisive ?? keyRefusal;
  const refusal = here === null ? null : refusalIn(here.value);
  if (here !== null && refusal !== null) return { index: here.index, value: refusal };
  const said = text === null || text.value.cause === 'not_an_error' ? null : asRefusal(text);
  if (listRefusal === null || saysNothingOfModel(listRefusal.value)) return said;
  return PASSING.includes(listRefusal.value.cause) && said !== null ? said : asRefusal(listRefusal);
}

/**
 * Whether what stands is an answer to us that reads as if the key were refused, with a status that the API does not refuse
 * keys with. Something on the way may have made it.
 */
export function isDoubtfulHere(signals: Signals): boolean {
  const refusal = standingRefusal(signals);
  return refusal !== null && refusal.index !== signals.text?.index && isDoubtfulOfKey(refusal.value.reading);
}

/** Not being allowed to list says nothing of using a model, nor does an answer that was not understood. */
function saysNothingOfModel(reading: Reading): boolean {
  return reading.cause === 'key_scope' || reading.cause === 'not_an_error' || !isUnderstood(reading);
}
/** Troubles of the moment, which the pasted text outlasts. */
const PASSING: readonly Cause[] = ['server_error', 'rate_limited'];

function asRefusal({ index, value }: Found<Reading>): Found<Refusal> {
  return { index, value: { cause: value.cause, reading: value } };
}

/** A refusal in the text that a success of ours does not disprove. */
function textThatStands(
  text: Found<Reading> | null,
  strength: Strength,
  model: string | null,
): Found<Refusal> | null {
  return text !== null && contrastOf(text.value, strength, model)?.stands === true ? asRefusal(text) : null;
}

/** Whether a call with this refusal had got past the layer. A bare status may be of anything that stands before the API. */
export function gotPast(layer: Layer, reading: Reading): boolean {
  return (
    !restsOnStatusAlone(reading) && isUnderstood(reading) && CAUSE_ROWS[reading.cause].after.includes(layer)
  );
}
