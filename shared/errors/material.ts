/** What one text is found to hold, and what is made of it. */
import type { Clean } from './clean';
import type { Field } from './fields';
import type { Hit } from './match';
import type { Cause } from './reading';
import type { Squeezed } from './squeeze';
import type { StatusMention } from './statuses';

/** What was found in one text, before the facts are taken. */
export interface Material {
  readonly clean: Clean;
  readonly squeezed: Squeezed;
  readonly fields: readonly Field[];
  readonly statuses: readonly StatusMention[];
  /** True where an AI service's answer is read, so that no sign of the service is needed. */
  readonly known: boolean;
}

export interface Decision {
  readonly hit: Hit;
  readonly cause: Cause;
  readonly vendor: string | null;
  /** All rows of the same cause around it: together they name the facts. */
  readonly company: readonly Hit[];
  /** True where the same answer tells of another cause as well, by its code or its status. */
  readonly contradicted: boolean;
  /** True where the text ends inside the error object, and what it shows is not OpenAI's alone. */
  readonly breaksOff: boolean;
  /** True where this service alone says so, in a report, with nothing against it. */
  readonly isSure: boolean;
}
