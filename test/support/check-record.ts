import { type CheckRecord, NO_ANSWER_FACTS } from '../../shared/history/check';
import { NO_HEADERS } from '../../shared/observations/sender';
import { AT, KEY } from './evidence';

/** A list that was answered, unless told. */
export function checkRecord(part: Partial<CheckRecord> & Pick<CheckRecord, 'id'>): CheckRecord {
  return {
    at: AT,
    runId: null,
    keyId: KEY,
    keyLabel: 'Work',
    keyLastFour: 'aaaa',
    organization: null,
    project: null,
    model: null,
    probe: 'list',
    sent: NO_HEADERS,
    control: false,
    endpoint: '/v1/models',
    durationMs: 5,
    modelsListed: null,
    outcome: 'listed',
    strength: null,
    layer: null,
    cause: null,
    status: 200,
    code: null,
    requestId: null,
    excerpt: null,
    answer: NO_ANSWER_FACTS,
    ...part,
  };
}
