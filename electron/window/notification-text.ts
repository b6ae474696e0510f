/** What a desktop notification says. Its words are few: the desktop shows two lines of them at most. */
import type { CaseView, Language } from '../../shared/ipc/views';
import type { RunView } from '../../shared/matrix/views';
import { sayIn } from '../../shared/messages/say';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** How a watch ended. */
export function watchText({ watch, model }: CaseView, language: Language): NotificationText {
  const say = sayIn(language);
  const proven = watch?.state === 'proven';
  return {
    title: say(`notification.${proven ? 'provenTitle' : 'gaveUpTitle'}`),
    body: say(`notification.${proven ? 'provenBody' : 'gaveUpBody'}`, { model: model ?? '' }),
  };
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
