/** The whole recognition table. Of rows that share a code the later one counts, so services' own codes come last. */
import type { Row } from './row';
import { ACCESS_ROWS } from './rules/access';
import { FALLBACK_ROWS } from './rules/fallback';
import { IDENTITY_ROWS } from './rules/identity';
import { MONEY_ROWS } from './rules/money';
import { REACH_ROWS } from './rules/reach';
import { REQUEST_ROWS } from './rules/request';
import { VENDOR_ROWS } from './rules/vendors';

export const TABLE: readonly Row[] = [
  ...FALLBACK_ROWS,
  ...ACCESS_ROWS,
  ...IDENTITY_ROWS,
  ...MONEY_ROWS,
  ...REACH_ROWS,
  ...REQUEST_ROWS,
  ...VENDOR_ROWS,
];
