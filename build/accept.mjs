/**
 * `npm run accept`: takes what each state looks like and what a screen reader says of it now for right, in
 * `test/e2e/accepted`. What changed by it, git shows.
 */
import { runMain } from './process.mjs';
import { test } from './test.mjs';

await runMain(() => {
  process.env['MAD_ACCEPT'] = '1';
  return test(['test/e2e/looks.test.ts']);
});
