import type { OtherKey, ReasonCode, Verdict } from '../diagnosis/verdict';
import type { Say } from '../messages/say';

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
      return {
        title: say(`verdict.open.title.${verdict.confidence}`),
        explanation: say(`verdict.open.${verdict.confidence}`),
      };
    case 'undecided':
      return { title: say('verdict.undecided.title'), explanation: undecided(verdict, say) };
    case 'refused':
    case 'not_an_error': {
      const fact = FACTS.find((reason) => failedFor(verdict, reason));
      if (fact !== undefined)
        return { title: say(`admin.fact.${fact}.title`), explanation: say(`admin.fact.${fact}.explanation`) };
      if (failedFor(verdict, 'wrong_host'))
        return { title: say('verdict.wrongHost.title'), explanation: say('verdict.wrongHost.explanation') };
      if (verdict.otherKey !== null) return aboutTheKey(verdict.otherKey, say);
      const cause = verdict.cause ?? 'not_an_error';
      return {
        title: say(`verdict.cause.${cause}.title`),
        explanation: say(`verdict.cause.${cause}.explanation`),
      };
    }
  }
}

/** What was found out is about a key, and the person asked about an error: both are said. */
function aboutTheKey({ why, textCause }: OtherKey, say: Say): Headline {
  const values = { cause: say(`verdict.cause.${textCause}.title`) };
  return {
    title: say(`verdict.otherKey.${why}.title`),
    explanation: say(`verdict.otherKey.${why}.explanation`, values),
  };
}

function undecided(verdict: Verdict, say: Say): string {
  if (verdict.ladder.some((finding) => finding.reason === 'policy_not_felt'))
    return say('admin.fact.policy_not_felt');
  return say(isFlickering(verdict) ? 'verdict.undecided.flickering' : 'verdict.undecided.explanation');
}

function failedFor(verdict: Verdict, reason: ReasonCode): boolean {
  return verdict.ladder.some(
    (finding) => finding.layer === verdict.layer && finding.state === 'failed' && finding.reason === reason,
  );
}

export function isFlickering(verdict: Verdict): boolean {
  return verdict.ladder.some((finding) => finding.reason === 'flickering');
}
