import { createI18n } from '../../../renderer/text/i18n';
import type { MessageValues, Say } from '../../../renderer/text/message-key';
import type { Language } from '../../../shared/ipc/views';

/** The window's sentences without a window. */
export function sayIn(language: Language): Say {
  const i18n = createI18n(language);
  return (key, values?: MessageValues) => i18n.t(key, { ...values });
}

export const LANGUAGES: readonly Language[] = ['en', 'ja'];
