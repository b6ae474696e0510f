/** What a request that its schema refused is answered with. */
import type { z } from 'zod';
import type { ErrorCode } from '../../shared/base/error-codes';
import { LOOKS_LIKE_SECRET } from '../schemas/fields';

const { refusal } = LOOKS_LIKE_SECRET.params;

/** A key in a field for something else is the person's mistake, and said; anything else is none that our window makes. */
export function refusalOf(error: z.ZodError): Extract<ErrorCode, 'looks_like_secret' | 'bad_request'> {
  const mistaken = error.issues.every(
    (issue) => issue.code === 'custom' && issue.params?.['refusal'] === refusal,
  );
  return mistaken ? refusal : 'bad_request';
}
