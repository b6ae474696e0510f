import { followJourneys } from '../../support/journey';
import { keepEvidence } from './evidence';
import { endAllApps } from './launch';

// The slowest file takes about a minute on two idle cores.
followJourneys({ fileLimitMs: 300_000, keepEvidence, endAll: endAllApps });
