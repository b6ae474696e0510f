/**
 * `npm run faults`: the fault tests at full length, which takes an hour or more, and those unit tests that are longer then
 * as well. `npm test` runs the same code briefly. `npm run faults -- test/faults/kill.test.ts` runs one file.
 */
import { runMain } from './process.mjs';
import { test } from './test.mjs';

const ALL = ['faults', 'test/electron/keys/recovery.test.ts', 'test/electron/store/upgrade-kill.test.ts'];
const paths = process.argv.slice(2);
process.env['MAD_FAULTS'] = 'long';
await runMain(() => test(paths.length > 0 ? paths : ALL));
