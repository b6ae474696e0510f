import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/ipc/views';
import type { MessageKey, MessageValues, Say } from './message-key';

export interface Text {
  readonly say: Say;
  readonly language: Language;
}

/** Sentences in the window's language. */
export function useText(): Text {
  const { t, i18n } = useTranslation();
  const say = useCallback((key: MessageKey, values?: MessageValues) => t(key, { ...values }), [t]);
  return { say, language: i18n.language === 'ja' ? 'ja' : 'en' };
}
