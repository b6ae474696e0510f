/** Which refusal stands now, of all that was answered and pasted, and what a call with it had got past. */
import type { Reading } from '../errors/reading';
import { isUnderstood, restsOnStatusAlone } from '../errors/rules/fallback';
import { isDoubtfulOfKey } from '../observations/key-refusal';
import { CAUSE_ROWS, type Layer, layerOf } from '../observations/layers';
import type { Strength } from '../observations/showing';
import { isBelowModels } from '../observations/standing';
import { contrastOf } from './contrast';
import { type Placed, type RefusedCall, refusalIn } from './key-answers';
import { openBy, type Signals } from './signals';

/** The newest answer about the model, else of the key, else the pasted text; null where nothing refuses. */
export function standingRefusal(signals: Signals): Placed<RefusedCall> | null {
  const { decisive, keyRefusal, listRefusal, text } = signals;
  const strength = openBy(signals);
  if (strength !== null) return textThatStands(text, strength, signals.model);
  const here = decisive ?? keyRefusal;
  const refusal = here === null ? null : refusalIn(here.value);
  if (here !== null && refusal !== null) return { index: here.index, value: refusal };
  const said = text === null || layerOf(text.value) === null ? null : asRefusal(text);
  return listRefusal === null || saysNothingOfModel(listRefusal.value) ? said : asRefusal(listRefusal);
}

/**
 * Whether what stands is an answer to us that reads as if the key were refused, with a status that the API does not refuse
 * keys with. Something on the way may have made it.
 */
export function isDoubtfulHere(signals: Signals): boolean {
  const refusal = standingRefusal(signals);
  return refusal !== null && refusal.index !== signals.text?.index && isDoubtfulOfKey(refusal.value.reading);
}

/**
 * What the list alone is refused for says nothing of using a model: its permission, its address, its pace, a failure of the
 * server, or an answer that was not understood. A call is stopped by what stops the key or the way as a whole.
 */
function saysNothingOfModel(reading: Reading): boolean {
  const layer = layerOf(reading);
  return (
    reading.cause === 'server_error' ||
    (layer === 'reach' && NO_SUCH_ADDRESS.includes(reading.facts.httpStatus)) ||
    !isUnderstood(reading) ||
    !(isBelowModels(layer) || STOPS_EVERY_CALL.includes(layer))
  );
}

/** Statuses of a host that keeps no list, or keeps it elsewhere. */
const NO_SUCH_ADDRESS: readonly (number | null)[] = [404, 405, 501];

/** Above the key itself: without credit, or without what the organization needs, no call is answered. */
const STOPS_EVERY_CALL: readonly (Layer | null)[] = ['money', 'entitlement'];

function asRefusal({ index, value }: Placed<Reading>): Placed<RefusedCall> {
  return { index, value: { cause: value.cause, reading: value } };
}

/** A refusal in the text that a success of ours does not disprove. */
function textThatStands(
  text: Placed<Reading> | null,
  strength: Strength,
  model: string | null,
): Placed<RefusedCall> | null {
  return text !== null && contrastOf(text.value, strength, model)?.stands === true ? asRefusal(text) : null;
}

/** Whether a call with this refusal had got past the layer. A bare status may be of anything that stands before the API. */
export function gotPast(layer: Layer, reading: Reading): boolean {
  return (
    !restsOnStatusAlone(reading) && isUnderstood(reading) && CAUSE_ROWS[reading.cause].after.includes(layer)
  );
}
