import { followJourneys } from '../../support/journey';
import { endSampleApps } from './app';

// Far longer than the sample that does not hang takes on a slow machine.
followJourneys({
  fileLimitMs: 3_000,
  keepEvidence: (step) => Promise.resolve(`kept of ${step.name}`),
  endAll: endSampleApps,
});
