import { type KeySummary, OPENAI_BASE_URL } from '../../shared/keys/key';
import { NO_HEADERS } from '../../shared/observations/sender';

/** A stored key that nothing is known of yet. */
export function keySummary(part: Partial<KeySummary> & Pick<KeySummary, 'id'>): KeySummary {
  return {
    label: part.id,
    note: '',
    colour: null,
    kind: 'project',
    lastFour: 'aaaa',
    baseUrl: OPENAI_BASE_URL,
    organization: null,
    project: null,
    learnedAt: null,
    hostSeen: null,
    sentFor: NO_HEADERS,
    addedAt: '2026-11-20T10:00:00.000Z',
    checkedAt: null,
    health: null,
    drift: null,
    ...part,
  };
}
