/** The sentences of one language. The other language's are not even loaded, so that a command starts fast. */
import type { Language } from '../../shared/base/settings';
import { speaker } from '../../shared/messages/speaker';
import type { Talk } from './io';

export async function talkIn(language: Language): Promise<Talk> {
  const messages =
    language === 'ja'
      ? (await import('../../shared/messages/ja')).ja
      : (await import('../../shared/messages/en')).en;
  return { language, say: speaker(language, messages) };
}
