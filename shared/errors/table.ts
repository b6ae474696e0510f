/** The whole recognition table. Of rows that share a code the later one counts, so services' own codes come last. */
import type { Row } from './row';
import { ACCESS_ROWS } from './rules/access';
import { BELONGING_ROWS } from './rules/belonging';
import { BLOCKED_ROWS } from './rules/blocked';
import { FALLBACK_ROWS } from './rules/fallback';
import { FEATURE_ROWS } from './rules/features';
import { GATEWAY_ROWS } from './rules/gateways';
import { HIDDEN_ROWS } from './rules/hidden';
import { KEY_ROWS } from './rules/keys';
import { MONEY_ROWS } from './rules/money';
import { NETWORK_ROWS } from './rules/network';
import { PAGE_ROWS } from './rules/pages';
import { REQUEST_ROWS } from './rules/request';
import { SAFETY_ROWS } from './rules/safety';
import { SERVER_ROWS } from './rules/servers';
import { VENDOR_ROWS } from './rules/vendors';

export const TABLE: readonly Row[] = [
  ...FALLBACK_ROWS,
  ...HIDDEN_ROWS,
  ...ACCESS_ROWS,
  ...KEY_ROWS,
  ...BELONGING_ROWS,
  ...MONEY_ROWS,
  ...BLOCKED_ROWS,
  ...SERVER_ROWS,
  ...PAGE_ROWS,
  ...NETWORK_ROWS,
  ...REQUEST_ROWS,
  ...FEATURE_ROWS,
  ...SAFETY_ROWS,
  ...VENDOR_ROWS,
  ...GATEWAY_ROWS,
];

/** Codes and types of more than one word: wherever such a word stands, it is no word of prose. */
export const KNOWN_CODES: ReadonlySet<string> = new Set(
  TABLE.flatMap((row) => row.codes ?? []).filter((code) => code.includes('_')),
);
