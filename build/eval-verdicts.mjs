/**
 * Measures the verdicts on invented servers, over real HTTP: `npm run eval:verdicts`. What each may say is written down in
 * `test/verdicts/worlds`, from the facts of the API.
 */
import { runFigures } from './figures.mjs';
import { runMain } from './process.mjs';

await runMain(() => runFigures('test/verdicts/figures.ts', 'eval/verdicts'));
