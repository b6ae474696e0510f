/** Keys in JSON of any shape: lists, maps of name to key, records with a name beside the key, nested settings. */
import { type FoundKey, isOpenAiKeyName, isToken } from './found';

interface Place {
  readonly value: unknown;
  /** Names on the way here, the nearest first. */
  readonly names: readonly string[];
}

const NAMES_KEPT = 4;
const NAMING = /^(?:label|name|title|display_?name|description|environment|env|project|service|app)$/i;

/** null where the text is no JSON: then it is read another way. */
export function findInJson(clean: string): readonly FoundKey[] | null {
  if (!/^\s*[[{]/.test(clean)) return null;
  const parsed = parse(clean);
  if (parsed === null) return null;
  const locate = locator(clean);
  const found: FoundKey[] = [];
  // A list of its own instead of calls: the depth of a foreign file must not exhaust the stack.
  const open: Place[] = [{ value: parsed.value, names: [] }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const text = keyIn(place);
    if (text !== null) found.push({ line: locate(text), text, hints: place.names });
    open.push(...within(place).reverse());
  }
  return found;
}

function parse(clean: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(clean) };
  } catch {
    return null;
  }
}

function keyIn({ value, names }: Place): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim().replace(/^bearer\s+/i, '');
  return isToken(text) || (text !== '' && isOpenAiKeyName(names[0] ?? '')) ? text : null;
}

function within({ value, names }: Place): Place[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ value: item, names }));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const said = entries.flatMap(([name, each]) =>
    NAMING.test(name) && typeof each === 'string' && !isToken(each) ? [each] : [],
  );
  return entries.flatMap(([name, each]): Place[] => {
    // A map from the key to its name.
    if (isToken(name)) return [{ value: name, names: typeof each === 'string' ? [each] : names }];
    return [{ value: each, names: [name, ...said, ...names].slice(0, NAMES_KEPT) }];
  });
}

/** Finds the line of each text in turn; the same text twice is found twice. */
function locator(clean: string): (text: string) => number {
  const seen = new Map<string, number>();
  return (text) => {
    const at = clean.indexOf(text, (seen.get(text) ?? -1) + 1);
    if (at < 0) return 1;
    seen.set(text, at);
    return countLines(clean, at);
  };
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
