import type { Verdict } from '../../shared/diagnosis/verdict';
import type { Say } from '../text/message-key';

export interface Headline {
  readonly title: string;
  readonly explanation: string;
}

/** The verdict in words: what is the case, and what that means. */
export function headlineOf(verdict: Verdict, say: Say): Headline {
  switch (verdict.outcome) {
    case 'open':
      return { title: say('verdict.open.title'), explanation: say(`verdict.open.${verdict.confidence}`) };
    case 'undecided':
      return {
        title: say('verdict.undecided.title'),
        explanation: say(
          isFlickering(verdict) ? 'verdict.undecided.flickering' : 'verdict.undecided.explanation',
        ),
      };
    case 'refused':
    case 'not_an_error': {
      const cause = verdict.cause ?? 'not_an_error';
      return {
        title: say(`verdict.cause.${cause}.title`),
        explanation: say(`verdict.cause.${cause}.explanation`),
      };
    }
  }
}

export function isFlickering(verdict: Verdict): boolean {
  return verdict.ladder.some((finding) => finding.reason === 'flickering');
}
