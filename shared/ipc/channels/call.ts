/** What one channel takes and answers. */
import type { z } from 'zod';

export interface Call<Request extends z.ZodType = z.ZodType, Reply = unknown> {
  readonly request: Request;
  /** Never there at run time: it carries the type of the reply. */
  readonly reply?: Reply;
}

export type RequestOfCall<C extends Call> = z.infer<C['request']>;

export function call<Reply>() {
  return <Request extends z.ZodType>(request: Request): Call<Request, Reply> => ({ request });
}

/** Channels of these areas and of no other, so that no two files can define the same one. */
export type Channels<Area extends string> = Readonly<Record<`${Area}:${string}`, Call>>;
