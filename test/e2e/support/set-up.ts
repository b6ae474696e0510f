import { basename } from 'node:path';
import { beforeEach, expect } from 'vitest';
import { followJourneys } from '../../support/journey';
import { keepEvidence, writeEvidence } from './evidence';
import { endAllApps, stepBegins, stepEnds, whenSetUpBreaks } from './launch';

beforeEach(({ onTestFinished }) => {
  stepBegins();
  onTestFinished(stepEnds);
});

whenSetUpBreaks(async () => {
  const file = basename(expect.getState().testPath ?? '', '.test.ts');
  const evidence = await writeEvidence(file, ['set-up'], []);
  process.stderr.write(`The set-up of ${file} failed. What was seen: ${evidence}\n`);
});

// The slowest file takes about a minute on two idle cores.
followJourneys({ fileLimitMs: 300_000, keepEvidence, endAll: endAllApps });
