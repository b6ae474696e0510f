import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Described, disagreements } from '../support/api/agreement';
import { ANSWERS, REFUSAL } from '../support/api/answers';
import { REQUESTS, type RequestShape } from '../support/api/requests';
import { either, listOf, NULL, record, type Schema, TEXT, WHOLE, word } from '../support/api/schema';

/** The official description is not part of this project: ours is held against it where it lies beside the project. */
const DESCRIPTION = join(import.meta.dirname, '../../../shared/spec/openai-openapi-extract.json');
const isHere = existsSync(DESCRIPTION);

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Described }>>;
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Described }[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

function read(): Description {
  return JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
}

function resolverOf({ components }: Description) {
  return (ref: string): Described => {
    const found = components.schemas[ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`The description has no ${ref}`);
    return found;
  };
}

function operation(description: Description, name: string): Operation | undefined {
  const [method = '', path = ''] = name.split(' ');
  return description.paths[path]?.[method.toLowerCase()];
}

function nameOf({ method, path }: RequestShape): string {
  return `${method} ${path}`;
}

/** The query as an object, none of whose properties is required. */
function queryOf({ parameters = [] }: Operation): Described {
  const named = parameters.filter((each) => each.in === 'query');
  return { type: 'object', properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])) };
}

/** Endpoints that the description at hand leaves out. What we know of them comes from the types of the official SDK. */
const LEFT_OUT = ['POST /audio/transcriptions', 'POST /completions'];

describe.skipIf(!isHere)(
  isHere
    ? 'by the official API description'
    : 'by the official API description (skipped: it does not lie beside the project)',
  () => {
    const described = (name: string) => !LEFT_OUT.includes(name);

    it('every request and answer is known, but for those that it is known to leave out', () => {
      const description = read();
      const names = new Set([...REQUESTS.map(nameOf), ...Object.keys(ANSWERS)]);
      const unknown = [...names].filter((name) => operation(description, name) === undefined);
      expect(unknown.sort()).toEqual(LEFT_OUT);
    });

    it.each(
      REQUESTS.filter((shape) => described(nameOf(shape))).map((shape) => [nameOf(shape), shape] as const),
    )('the request %s is as we have it', (name, { query, body, sentAs, accept }) => {
      const description = read();
      const found = operation(description, name);
      const resolve = resolverOf(description);
      const taken = found?.requestBody?.content?.[sentAs]?.schema;
      expect(Object.keys(found?.responses['200']?.content ?? {})).toContain(accept);
      expect(disagreements(record({}, query), queryOf(found ?? { responses: {} }), resolve)).toEqual([]);
      expect(taken === undefined).toBe(body === null);
      if (body !== null) expect(disagreements(body, taken ?? {}, resolve)).toEqual([]);
    });

    it.each(Object.entries(ANSWERS).filter(([name]) => described(name)))(
      'the answer to %s is as we have it',
      (name, schema) => {
        const description = read();
        const sent = operation(description, name)?.responses['200']?.content?.['application/json']?.schema;
        expect(disagreements(schema, sent ?? {}, resolverOf(description))).toEqual([]);
      },
    );

    it('a refusal is as we have it', () => {
      const resolve = resolverOf(read());
      expect(disagreements(REFUSAL, resolve('ErrorResponse'), resolve)).toEqual([]);
    });
  },
);

describe('a comparison with a description', () => {
  const SCHEMAS: Readonly<Record<string, Described>> = {
    Pet: {
      allOf: [
        { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
        {
          properties: {
            age: { type: 'integer', minimum: 1, nullable: true },
            kind: { anyOf: [{ $ref: 'Kind' }, { type: 'null' }] },
            friends: { type: 'array', items: { $ref: 'Pet' } },
          },
          required: ['kind'],
        },
      ],
    },
    Kind: { type: 'string', enum: ['cat', 'dog'] },
  };
  const AGE: Schema = { type: 'integer', minimum: 1 };
  const KIND = word('cat');
  const parts = (own: Schema) => disagreements(own, { $ref: 'Pet' }, (ref) => SCHEMAS[ref] ?? {});

  it.each<readonly [string, Schema, readonly string[]]>([
    ['agrees with fewer properties and words', record({ name: TEXT, kind: KIND }), []],
    [
      'agrees with references, combinations and null',
      record(
        { name: TEXT, kind: either(word('cat', 'dog'), NULL) },
        { age: either(AGE, NULL), friends: listOf(record({ name: TEXT, kind: KIND })) },
      ),
      [],
    ],
    ['finds another type', record({ name: WHOLE, kind: KIND }), ['it.name is string, not integer']],
    ['finds a property that is required', record({ name: TEXT }, { kind: KIND }), ['it.kind is required']],
    [
      'finds a property that is not required',
      record({ name: TEXT, kind: KIND, age: AGE }),
      ['it.age is not required'],
    ],
    [
      'finds a property that is not described',
      record({ name: TEXT, kind: KIND }, { colour: TEXT }),
      ['it.colour is not described'],
    ],
    ['finds an unknown word', record({ name: TEXT, kind: word('cat', 'cow') }), ['it.kind has no words cow']],
    [
      'finds words that are not named',
      record({ name: TEXT, kind: TEXT }),
      ['it.kind takes only certain words: cat, dog'],
    ],
    [
      'finds another bound',
      record({ name: TEXT, kind: KIND }, { age: { type: 'integer', minimum: 2 } }),
      ['it.age has minimum 1, not 2'],
    ],
    [
      'finds a bound that is left out',
      record({ name: TEXT, kind: KIND }, { age: WHOLE }),
      ['it.age has minimum 1, not none'],
    ],
    [
      'finds what is wrong inside a list',
      record({ name: TEXT, kind: KIND }, { friends: listOf(record({ name: TEXT })) }),
      ['it.friends[].kind is required'],
    ],
  ])('%s', (_name, own, expected) => {
    expect(parts(own)).toEqual(expected);
  });
});
