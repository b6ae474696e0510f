import type { CaseView } from '../../shared/case/views';
import type { Say } from '../../shared/messages/say';
import type { NamedFact } from '../../shared/report/named-facts';

/** What people need to hand on: which model and project, and where OpenAI can find the call. */
export function caseFacts(view: CaseView, say: Say): readonly NamedFact[] {
  const { verdict } = view;
  // Once the model answers, the refusal's status, code and request are history.
  const answers = verdict.outcome === 'open';
  const facts = answers ? null : (view.reading?.facts ?? null);
  const status = facts?.httpStatus ?? null;
  const pairs = [
    [facts?.modelTruncated === true ? 'modelTruncated' : 'model', verdict.model],
    ['project', verdict.project],
    ['organization', answers ? null : verdict.organization],
    ['requestId', answers ? null : verdict.requestId],
    ['httpStatus', status === null ? null : String(status)],
    ['code', facts?.code ?? null],
  ] as const;
  return pairs.flatMap(([name, value]) => (value === null ? [] : [{ name: say(`app.fact.${name}`), value }]));
}
