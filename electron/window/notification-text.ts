/** What a desktop notification says. Its words are few: the desktop shows two lines of them at most. */

import type { Language } from '../../shared/base/settings';
import type { CaseView, WatchView } from '../../shared/case/views';
import type { RunView } from '../../shared/matrix/views';
import { sayIn } from '../../shared/messages/say';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** How a watch ended. */
export function watchText({ watch, model }: CaseView, language: Language): NotificationText {
  const say = sayIn(language);
  const { title, body } = wordsOf(watch);
  return { title: say(`notification.${title}`), body: say(`notification.${body}`, { model: model ?? '' }) };
}

function wordsOf(watch: WatchView | null) {
  switch (watch?.state) {
    case 'proven':
      return { title: 'provenTitle', body: 'provenBody' } as const;
    case 'unproven':
      return { title: 'unprovenTitle', body: 'unprovenBody' } as const;
    case 'listed':
      return { title: 'listedTitle', body: 'listedBody' } as const;
    case 'proves_nothing':
      return { title: 'provesNothingTitle', body: 'provesNothingBody' } as const;
    default:
      return { title: wasRefused(watch) ? 'gaveUpTitle' : 'unclearTitle', body: 'gaveUpBody' } as const;
  }
}

function wasRefused(watch: WatchView | null): boolean {
  const outcomes = watch?.attempts.map(({ outcome }) => outcome) ?? [];
  return outcomes.includes('refused') && !outcomes.includes('success');
}

/** How a run ended. */
export function runText(run: RunView, language: Language): NotificationText {
  const say = sayIn(language);
  const { done, total, counts, failure } = run;
  return failure === null
    ? {
        title: say('notification.runDoneTitle'),
        body: say('notification.runDoneBody', {
          done,
          total,
          denied: counts.denied,
          unknown: counts.unknown,
        }),
      }
    : {
        title: say('notification.runFailedTitle'),
        body: say('notification.runFailedBody', { done, total }),
      };
}
