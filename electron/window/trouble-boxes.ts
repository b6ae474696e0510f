/** Boxes of the system's about a page that hangs or goes on crashing: such a page cannot say it itself. */
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Language } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';
import type { CrashChoice, HangChoice, TroubleBoxes } from './revive';

/** Closing a box is the choice that loses nothing. */
const HANG_CHOICES = ['wait', 'reload'] as const satisfies readonly HangChoice[];
const CRASH_CHOICES = ['again', 'without_text', 'quit'] as const satisfies readonly CrashChoice[];

export function troubleBoxes(window: BrowserWindow, language: () => Language): TroubleBoxes {
  return {
    hangs: async (signal) => {
      const say = sayIn(language());
      const options: MessageBoxOptions = {
        ...base(language()),
        message: say('trouble.hang.message'),
        detail: say('trouble.hang.detail'),
        buttons: HANG_CHOICES.map((choice) => say(`trouble.hang.${choice}`)),
        signal,
      };
      return HANG_CHOICES[(await dialog.showMessageBox(window, options)).response] ?? 'wait';
    },
    crashes: async () => {
      const say = sayIn(language());
      const options: MessageBoxOptions = {
        ...base(language()),
        message: say('trouble.crash.message'),
        detail: say('trouble.crash.detail'),
        buttons: CRASH_CHOICES.map((choice) => say(`trouble.crash.${choice}`)),
      };
      return CRASH_CHOICES[(await dialog.showMessageBox(window, options)).response] ?? 'again';
    },
  };
}

function base(language: Language) {
  const title = sayIn(language)('app.name');
  return { type: 'warning', title, defaultId: 0, cancelId: 0, noLink: true } as const;
}
