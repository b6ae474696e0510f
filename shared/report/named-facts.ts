import type { Facts } from '../errors/reading';
import type { Say } from '../messages/speaker';

/** A fact for reading: its name in the person's language, and its value as the text has it. */
export interface NamedFact {
  readonly name: string;
  readonly value: string;
}

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
export function namedFacts(facts: Facts, say: Say): readonly NamedFact[] {
  return SHOWN.flatMap((name) => {
    const value = facts[name];
    const shown = Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);
    if (shown === '') return [];
    const label = name === 'model' && facts.modelTruncated ? 'modelTruncated' : name;
    return [{ name: say(`app.fact.${label}`), value: shown }];
  });
}
