import i18next, { type i18n } from 'i18next';
import type { Language } from '../../shared/ipc/views';
import { MESSAGES } from '../../shared/messages';

/** A translator of its own per window or test, so that none changes another's language. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: MESSAGES.en }, ja: { translation: MESSAGES.ja } },
    // React escapes by itself; escaping twice would show entities.
    interpolation: { escapeValue: false },
    // Sentences hold colons and dots in values only; keys are separated by dots.
    nsSeparator: false,
    initAsync: false,
  });
  return instance;
}
