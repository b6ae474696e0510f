import type { Language } from '../../../shared/base/settings';

export const LANGUAGES: readonly Language[] = ['en', 'ja'];
