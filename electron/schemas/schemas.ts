/** What the window may ask: of each channel exactly the request that the contract names, with a bound for every length. */
import type { z } from 'zod';
import type { Channel, RequestOf } from '../../shared/ipc/contract';
import { adminSchemas } from './admin';
import { appSchemas } from './app';
import { caseSchemas } from './cases';
import type { SchemasOf } from './fields';
import { keySchemas } from './keys';
import { practiceSchemas } from './practice';
import { probingSchemas } from './probing';

const all = {
  ...appSchemas,
  ...keySchemas,
  ...caseSchemas,
  ...probingSchemas,
  ...adminSchemas,
  ...practiceSchemas,
};

type Writable<T> = T extends object ? { -readonly [Field in keyof T]: Writable<T[Field]> } : T;

/** Channels whose schema asks for more than the contract names. A schema that asks for less is no `SchemasOf`. */
export type Stricter<Schemas extends Partial<SchemasOf<string>>> = {
  readonly [C in Channel & keyof Schemas]: Writable<RequestOf<C>> extends z.infer<Schemas[C]> ? never : C;
}[Channel & keyof Schemas];

export const SCHEMAS: [Stricter<typeof all>] extends [never] ? SchemasOf<string> : Stricter<typeof all> = all;
