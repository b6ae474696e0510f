/** Compares our small schemas with a full description of the API. */
import type { Schema } from './schema';

/** A schema as descriptions write it: with references, combinations and marks for null. */
export interface Described extends Omit<Schema, 'properties' | 'items' | 'anyOf' | 'additionalProperties'> {
  readonly $ref?: string;
  readonly allOf?: readonly Described[];
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

export type Resolve = (ref: string) => Described;

const BOUNDS = ['minimum', 'maximum', 'minItems', 'maxItems', 'maxLength'] as const;

/**
 * Where our schema and the description part, as sentences; none where they agree. Ours may know fewer properties,
 * words and alternatives, because it names only what this app uses. It may demand neither more nor less of a value
 * than the alternative of the description that is nearest to it.
 */
export function disagreements(
  own: Schema,
  described: Described,
  resolve: Resolve,
  place = 'it',
): readonly string[] {
  const theirs = alternatives(described, resolve);
  return alternatives(own, resolve).flatMap((mine) => {
    const [nearest = [`${place} is not described`]] = theirs
      .map((each) => differences(mine, each, resolve, place))
      .sort((a, b) => a.length - b.length);
    return nearest;
  });
}

/** Everything that a value may be, without references and combinations. */
function alternatives(schema: Described, resolve: Resolve): readonly Described[] {
  const { $ref, allOf, anyOf, oneOf, nullable, ...rest } = schema;
  if (rest.not !== undefined) return [];
  if ($ref !== undefined) return alternatives(resolve($ref), resolve);
  const choices = anyOf ?? oneOf;
  const chosen =
    choices === undefined ? [rest] : choices.flatMap((each) => alternatives({ ...rest, ...each }, resolve));
  const merged = (allOf ?? []).reduce<readonly Described[]>(
    (made, part) => made.flatMap((one) => alternatives(part, resolve).map((other) => merge(one, other))),
    chosen,
  );
  return nullable === true ? [...merged, { type: 'null' }] : merged;
}

function merge(one: Described, other: Described): Described {
  return {
    ...one,
    ...other,
    properties: { ...one.properties, ...other.properties },
    required: [...(one.required ?? []), ...(other.required ?? [])],
  };
}

function differences(mine: Described, theirs: Described, resolve: Resolve, place: string): readonly string[] {
  if (!isOfType(mine, theirs)) return [`${place} is ${typeOf(theirs)}, not ${typeOf(mine)}`];
  return [
    ...wordsApart(mine, theirs, place),
    ...BOUNDS.filter((bound) => mine[bound] !== theirs[bound]).map(
      (bound) => `${place} has ${bound} ${theirs[bound] ?? 'none'}, not ${mine[bound] ?? 'none'}`,
    ),
    ...propertiesApart(mine, theirs, resolve, place),
    ...(mine.items === undefined
      ? []
      : disagreements(mine.items as Schema, theirs.items ?? {}, resolve, `${place}[]`)),
  ];
}

function typeOf({ type, properties }: Described): string {
  return type ?? (properties === undefined ? 'anything' : 'object');
}

function isOfType(mine: Described, theirs: Described): boolean {
  const [own, described] = [typeOf(mine), typeOf(theirs)];
  return own === described || (own === 'integer' && described === 'number');
}

function wordsApart(mine: Described, theirs: Described, place: string): readonly string[] {
  if (mine.enum === undefined)
    return theirs.enum === undefined ? [] : [`${place} takes only certain words: ${theirs.enum.join(', ')}`];
  const unknown = mine.enum.filter((each) => theirs.enum?.includes(each) !== true);
  return unknown.length === 0 ? [] : [`${place} has no words ${unknown.join(', ')}`];
}

function propertiesApart(
  mine: Described,
  theirs: Described,
  resolve: Resolve,
  place: string,
): readonly string[] {
  const [expected, demanded] = [mine.required ?? [], theirs.required ?? []];
  const missing = demanded.filter((name) => !expected.includes(name));
  const extra = expected.filter((name) => !demanded.includes(name));
  return [
    ...missing.map((name) => `${place}.${name} is required`),
    ...extra.map((name) => `${place}.${name} is not required`),
    ...Object.entries(mine.properties ?? {}).flatMap(([name, schema]) => {
      const other = theirs.properties?.[name];
      if (other === undefined) return [`${place}.${name} is not described`];
      return disagreements(schema as Schema, other, resolve, `${place}.${name}`);
    }),
  ];
}
