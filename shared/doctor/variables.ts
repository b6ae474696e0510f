/** Which variables and properties say something of a call, and what. Names as the SDKs of OpenAI read them (their sources, 2026). */
import { isOfFamily } from '../errors/names';
import { isOpenAiKeyName } from '../keys/import/found';
import type { Subject } from './setting';

const NAMED: Readonly<Record<string, Subject>> = {
  OPENAI_ORG_ID: 'organization',
  OPENAI_ORGANIZATION: 'organization',
  OPENAI_PROJECT_ID: 'project',
  OPENAI_PROJECT: 'project',
  OPENAI_BASE_URL: 'base_url',
  OPENAI_API_BASE: 'base_url',
};

/** What a variable says; null where it is not about calls to this API. Its value decides only where it can mean nothing else. */
export function subjectOf(name: string, value: string): Subject | null {
  const known = NAMED[name.replace(/^(?:VITE|NEXT_PUBLIC|REACT_APP|PUBLIC)_/, '')];
  if (known !== undefined) return known;
  if (isOpenAiKeyName(name) || /^sk-(?:proj|svcacct|service|admin)-/.test(value)) return 'key';
  return /model/i.test(name) && isOfFamily(value) ? 'model' : null;
}

/** The one that a client of the SDKs reads if its code passes nothing. */
export const DEFAULT_KEY = 'OPENAI_API_KEY';
