/** Small JSON schemas, and what a value has against one. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020';

/** A JSON schema, made of the few words below. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

export const TEXT: Schema = { type: 'string' };
export const WHOLE: Schema = { type: 'integer' };
export const NUMBER: Schema = { type: 'number' };
export const YES_NO: Schema = { type: 'boolean' };
export const NULL: Schema = { type: 'null' };
/** No value at all: what a list holds that is always empty. */
export const NOTHING: Schema = { not: {} };

export function word(...words: readonly string[]): Schema {
  return { type: 'string', enum: words };
}

export function listOf(items: Schema, bounds: Pick<Schema, 'minItems' | 'maxItems'> = {}): Schema {
  return { type: 'array', items, ...bounds };
}

export function either(...schemas: readonly Schema[]): Schema {
  return { anyOf: schemas };
}

/** An object of these properties and no others. */
export function record(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  const properties = { ...required, ...optional };
  return { type: 'object', properties, required: Object.keys(required), additionalProperties: false };
}

/** What a value has against a schema, as sentences; none where it fits. */
export function complaints(schema: Schema, value: unknown): readonly string[] {
  return errorsOf(schema, value).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

/** The outermost properties that are missing, too many, or hold something that does not fit. */
export function faultyProperties(schema: Schema, value: unknown): readonly string[] {
  const names = errorsOf(schema, value).map(
    ({ instancePath, params }) =>
      instancePath.split('/')[1] ?? params['missingProperty'] ?? params['additionalProperty'] ?? 'the whole',
  );
  return [...new Set(names.map(String))];
}

function errorsOf(schema: Schema, value: unknown): readonly ErrorObject[] {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  validate(value);
  return validate.errors ?? [];
}
