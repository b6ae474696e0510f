/**
 * Whether a request is made of plain values, and of no more of them than any request of the window: asked before its
 * schema, which would walk the million indices of a typed array, or report each of a million wrong entries, while the
 * main process stands still. Reads at most `MAX_VALUES` values, whatever it is given.
 */

/** The longest list that any schema takes. */
const MAX_ENTRIES = 10_000;
/** Far more fields than any schema names. */
const MAX_FIELDS = 32;
/** A matrix of a thousand keys, each with three hundred models. */
const MAX_VALUES = 300_000;
/** One level more than the deepest schema. */
const MAX_DEPTH = 6;
/** In UTF-16 units and over all texts: the longest paste, and room for names. */
const MAX_TEXT = 16_000_000;

interface Count {
  values: number;
  text: number;
}

export function hasPlainShape(request: unknown): boolean {
  return isPlain(request, 0, { values: 0, text: 0 });
}

function isPlain(value: unknown, depth: number, count: Count): boolean {
  count.values += 1;
  if (count.values > MAX_VALUES) return false;
  switch (typeof value) {
    case 'string':
      count.text += value.length;
      return count.text <= MAX_TEXT;
    case 'number':
    case 'boolean':
    case 'undefined':
      return true;
    case 'object':
      return value === null || (depth < MAX_DEPTH && isPlainObject(value, depth, count));
    default:
      return false;
  }
}

function isPlainObject(value: object, depth: number, count: Count): boolean {
  if (Array.isArray(value))
    return value.length <= MAX_ENTRIES && value.every((entry) => isPlain(entry, depth + 1, count));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let fields = 0;
  for (const name in value) {
    fields += 1;
    if (fields > MAX_FIELDS || !isPlain(Reflect.get(value, name), depth + 1, count)) return false;
  }
  return true;
}
