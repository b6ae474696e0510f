/** The practice itself. */
import { z } from 'zod';
import { PRACTICE_CONDITIONS } from '../../shared/practice/views';
import { byId, nothing, type SchemasOf } from './fields';

export const practiceSchemas = {
  'practice:scenarios': nothing,
  'practice:prepare': byId,
  'practice:inventory': nothing,
  'practice:unfinished': nothing,
  'practice:state': nothing,
  'practice:set_condition': z.strictObject({ condition: z.enum(PRACTICE_CONDITIONS) }),
  'practice:enlarge': nothing,
} as const satisfies SchemasOf<'practice'>;
