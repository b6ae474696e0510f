/**
 * How much the app adds to the requests it sends, how close a run comes to the best possible schedule, and whether
 * memory stays where it is. Run: `node build/bench/probing.bench.mjs`; takes about a minute.
 */
import { runFigures } from '../figures.mjs';
import { runMain } from '../process.mjs';

// Memory is compared after a full collection.
await runMain(() => runFigures('test/bench/probing-figures.ts', 'bench/probing', ['--expose-gc']));
