/** What requests of more than one area are made of, each with its bound. */

import { z } from 'zod';
import { MAX_MODEL_ID } from '../../shared/admin/policy';
import type { ErrorCode } from '../../shared/base/error-codes';
import { MAX_BASE_URL, MAX_SECRET } from '../../shared/base/limits';
import { LANGUAGES } from '../../shared/base/settings';
import type { Channel, RequestOf } from '../../shared/ipc/contract';
import { MAX_LABEL } from '../../shared/keys/key';
import { holdsSecret } from '../../shared/redaction/holds-secret';

/** What a person types is kept and shown as it stands, and a model goes into an address: none of it may be a key. */
export const LOOKS_LIKE_SECRET = { params: { refusal: 'looks_like_secret' } } as const;
export const isPlain = (text: string) => !holdsSecret(text);
/** A text that is too long is not searched for keys as well: of megabytes, that takes seconds. */
const ENDS = { abort: true } as const;
export function plain(longest: number) {
  return z.string().max(longest, ENDS).refine(isPlain, LOOKS_LIKE_SECRET);
}

export const nothing = z.strictObject({});
export const id = z.string().min(1).max(64);
export const byId = z.strictObject({ id });
export const modelName = z.string().min(1).max(MAX_MODEL_ID, ENDS);
export const model = modelName.refine(isPlain, LOOKS_LIKE_SECRET);
export const language = z.enum(LANGUAGES);
export const secret = z.string().max(MAX_SECRET);
export const baseUrl = z.string().max(MAX_BASE_URL).nullable();
/** A key of either kind. */
export const newKey = z.strictObject({ secret, label: plain(MAX_LABEL), baseUrl });

/** One schema for each request of these areas and of no other, so that no two files can define the same one. */
export type SchemasOf<Area extends string> = {
  readonly [C in Extract<Channel, `${Area}:${string}`>]: z.ZodType<RequestOf<C>>;
};

/**
 * What a request that its schema refused is answered with. A key in a field for something else is a mistake of the
 * person and is reported as such. Any other failure cannot come from our window.
 */
export function refusalOf(error: z.ZodError): Extract<ErrorCode, 'looks_like_secret' | 'bad_request'> {
  const { refusal } = LOOKS_LIKE_SECRET.params;
  const mistaken = error.issues.every(
    (issue) => issue.code === 'custom' && issue.params?.['refusal'] === refusal,
  );
  return mistaken ? refusal : 'bad_request';
}
