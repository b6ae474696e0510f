import type { Facts } from '../../shared/errors/reading';
import type { Say } from '../../shared/messages/say';
import type { ChipFact } from './chip';

const SHOWN = [
  'model',
  'project',
  'organization',
  'requestId',
  'httpStatus',
  'code',
  'type',
  'param',
  'missingScopes',
  'retryAfterSeconds',
  'limit',
  'host',
  'endpoint',
  'furtherModels',
  'furtherProjects',
] as const satisfies readonly (keyof Facts)[];

/** The facts that a text holds, named for reading, in the order in which people ask for them. */
export function chipFacts(facts: Facts, say: Say): readonly ChipFact[] {
  return SHOWN.flatMap((name) => {
    const value = facts[name];
    const shown = Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);
    if (shown === '') return [];
    const label = name === 'model' && facts.modelTruncated ? 'modelTruncated' : name;
    return [{ name: say(`app.fact.${label}`), value: shown }];
  });
}
