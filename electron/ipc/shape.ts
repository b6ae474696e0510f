/**
 * Whether a request is made of plain values, and of no more of them than any request of the window: asked before its
 * schema, which would walk the million indices of a typed array, or report each of a million wrong entries, while the
 * main process stands still. Reads no more than these bounds allow, whatever it is given.
 */

/** The longest list that any schema takes. */
const MAX_ENTRIES = 10_000;
/** Far more fields than any schema names. */
const MAX_FIELDS = 32;
/** A matrix of a thousand keys, each with three thousand models, which is what the schemas take at most. */
const MAX_TEXTS = 3_100_000;
/** Everything but texts: no schema takes even this many, and each wrong one costs the schema a report. */
const MAX_OTHERS = 50_000;
/** One level more than the deepest schema. */
const MAX_DEPTH = 6;
/** In UTF-16 units and over all texts. */
const MAX_LENGTH = 64_000_000;

interface Count {
  texts: number;
  others: number;
  length: number;
}

export function hasPlainShape(request: unknown): boolean {
  return isPlain(request, 0, { texts: 0, others: 0, length: 0 });
}

function isPlain(value: unknown, depth: number, count: Count): boolean {
  if (typeof value === 'string') {
    count.texts += 1;
    count.length += value.length;
    return count.texts <= MAX_TEXTS && count.length <= MAX_LENGTH;
  }
  count.others += 1;
  if (count.others > MAX_OTHERS) return false;
  switch (typeof value) {
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
