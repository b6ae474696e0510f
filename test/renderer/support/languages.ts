import type { Language } from '../../../shared/ipc/views';

export const LANGUAGES: readonly Language[] = ['en', 'ja'];
