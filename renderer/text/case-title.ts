import type { CaseTag } from '../../shared/case/views';
import type { Say } from '../../shared/messages/say';

/** The name that the person gave a case; its model where there is none. */
export function caseTitle(
  { name, model }: Pick<CaseTag, 'name'> & { readonly model: string | null },
  say: Say,
): string {
  return name ?? model ?? say('app.navigation.noModel');
}
