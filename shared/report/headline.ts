import type { OtherKey, Proof, ReasonCode, Verdict } from '../diagnosis/verdict';
import type { Cause } from '../errors/reading';
import type { MessageKey, Say } from '../messages/say';

export interface Headline {
  readonly title: string;
  readonly explanation: string;
}

/** Reasons that are facts of their own, read with an admin key, and that a general sentence would water down. */
const FACTS = [
  'not_on_allow_list',
  'on_block_list',
  'no_rate_limit',
  'spend_limit_reached',
] as const satisfies readonly ReasonCode[];

/** The verdict in words: what is the case, and what that means. */
export function headlineOf(verdict: Verdict, say: Say): Headline {
  switch (verdict.outcome) {
    case 'open':
      return { title: say(`verdict.open.title.${verdict.confidence}`), explanation: howOpen(verdict, say) };
    case 'undecided':
      return undecided(verdict, say);
    case 'refused':
    case 'not_an_error': {
      const fact = FACTS.find((reason) => failedFor(verdict, reason));
      if (fact !== undefined)
        return { title: say(`admin.fact.${fact}.title`), explanation: say(`admin.fact.${fact}.explanation`) };
      if (failedFor(verdict, 'wrong_host'))
        return { title: say('verdict.wrongHost.title'), explanation: say('verdict.wrongHost.explanation') };
      if (verdict.otherKey !== null) return aboutTheKey(verdict.otherKey, say);
      if (verdict.cause !== null && isOfService(verdict.cause, verdict.host))
        return { title: say('verdict.gateway.title'), explanation: say('verdict.gateway.explanation') };
      const cause = verdict.cause ?? 'not_an_error';
      return {
        title: say(`verdict.cause.${cause}.title`),
        explanation: say(`verdict.cause.${cause}.explanation`),
      };
    }
  }
}

/** What is known of a case, in a line. Whose list refuses at another host is not known, so that no project is blamed for it. */
export function lineOf({ outcome, cause, host }: Pick<Verdict, 'outcome' | 'cause' | 'host'>): MessageKey {
  if (cause === null) return `verdict.outcome.${outcome}`;
  return isOfService(cause, host) ? 'verdict.gateway.title' : `verdict.cause.${cause}.title`;
}

function isOfService(cause: Cause, host: Verdict['host']): boolean {
  return host === 'other' && OF_OPENAI.includes(cause);
}

function howOpen({ proof, confidence }: Verdict, say: Say): string {
  return proof === null ? say(`verdict.open.${confidence}`) : proofSentence(proof, say);
}

/** What the proof consists of. */
export function proofSentence({ restsOn, successes, spanMs }: Proof, say: Say): string {
  return say(`verdict.proven.help.${restsOn}`, { successes, seconds: Math.round(spanMs / 1_000) });
}

/** What was found out is about a key, and the person asked about an error: both are said. */
function aboutTheKey({ why, textCause }: OtherKey, say: Say): Headline {
  const values = { cause: say(`verdict.cause.${textCause}.title`) };
  return {
    title: say(`verdict.otherKey.${why}.title`),
    explanation: say(`verdict.otherKey.${why}.explanation`, values),
  };
}

/** Causes whose sentences speak of OpenAI's own console; another host may have refused by a list of its own. */
const OF_OPENAI: readonly Cause[] = ['project_lacks_model', 'model_missing_or_no_access'];

function undecided(verdict: Verdict, say: Say): Headline {
  const title = say('verdict.undecided.title');
  if (verdict.ladder.some((finding) => finding.reason === 'policy_not_felt'))
    return { title, explanation: say('admin.fact.policy_not_felt') };
  if (isFlickering(verdict)) return { title, explanation: say('verdict.undecided.flickering') };
  if (verdict.cause === 'reason_not_shown')
    return {
      title: say('verdict.cause.reason_not_shown.title'),
      explanation: say('verdict.cause.reason_not_shown.explanation'),
    };
  const kind = kindOfUndecided(verdict);
  return kind === null
    ? { title, explanation: say('verdict.undecided.explanation') }
    : {
        title: say(`verdict.undecided.${kind}.title`),
        explanation: say(`verdict.undecided.${kind}.explanation`),
      };
}

function kindOfUndecided({
  unknown,
  state,
}: Verdict): 'notListed' | 'notUnderstood' | 'notAllowedToSee' | null {
  if (unknown === 'not_understood') return 'notUnderstood';
  if (unknown === 'not_allowed_to_see') return 'notAllowedToSee';
  return state === 'not_listed' ? 'notListed' : null;
}

function failedFor(verdict: Verdict, reason: ReasonCode): boolean {
  return verdict.ladder.some(
    (finding) => finding.layer === verdict.layer && finding.state === 'failed' && finding.reason === reason,
  );
}

function isFlickering(verdict: Verdict): boolean {
  return verdict.ladder.some((finding) => finding.reason === 'flickering');
}
