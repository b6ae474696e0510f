import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/ipc/views';
import type { MessageKey, MessageValues, Say } from './message-key';

export interface Text {
  readonly say: Say;
  readonly language: Language;
}

/** Sentences without values never change, and a screen full of cells says the same few hundreds of times. */
const spoken: Readonly<Record<Language, Map<MessageKey, string>>> = { en: new Map(), ja: new Map() };

/** Sentences in the window's language. */
export function useText(): Text {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'ja' ? 'ja' : 'en';
  const say = useCallback(
    (key: MessageKey, values?: MessageValues) => {
      if (values !== undefined) return t(key, { ...values });
      const known = spoken[language].get(key) ?? t(key);
      spoken[language].set(key, known);
      return known;
    },
    [t, language],
  );
  return { say, language };
}
