/**
 * Measures the error reader on what real clients print: `npm run eval:clients`, or `npm run eval:clients -- curl axios` for
 * some. Each is refused by the practice service. npm packages go into `out/clients`; programs of Debian are used where they
 * are installed, and `--install` installs them all.
 */
import { runFigures } from './figures.mjs';
import { runMain } from './process.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

await runMain(async () => {
  const wishes = process.argv.slice(2);
  if (wishes.includes('--install')) await installSystemLibraries('clients');
  process.env['EVAL_CLIENTS'] = wishes.filter((wish) => wish !== '--install').join(',');
  return runFigures('test/clients/figures.ts', 'eval/clients');
});
