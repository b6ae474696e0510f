import { followJourneys } from '../../support/journey';
import { endSampleApps } from './app';

followJourneys({
  fileLimitMs: 1_000,
  keepEvidence: (step) => Promise.resolve(`kept of ${step.name}`),
  endAll: endSampleApps,
});
