/** Reads the address that a person copies from the browser while in OpenAI's console. */

/** Only this form may ever be put into a URL; the length is not fixed on purpose (ids of 23 to 25 characters have been seen). */
const PROJECT_ID = /^proj_[A-Za-z0-9]{1,64}$/;

export function isProjectId(text: string): boolean {
  return PROJECT_ID.test(text);
}

export type AddressCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not_an_address' }
  | { readonly kind: 'other_site'; readonly host: string }
  | { readonly kind: 'organization_page' }
  | { readonly kind: 'no_project'; readonly path: string }
  | { readonly kind: 'wrong_project'; readonly found: string; readonly expected: string }
  | { readonly kind: 'other_page'; readonly project: string }
  | { readonly kind: 'right_project'; readonly project: string; readonly limits: boolean }
  | { readonly kind: 'nothing_to_compare'; readonly project: string; readonly limits: boolean };

interface AddressQuestion {
  readonly address: string;
  /** The project that the error or the key names; null where neither does. */
  readonly expectedProject: string | null;
  /** True in step 3, where the Limits page itself is wanted. */
  readonly wantLimits: boolean;
  /** Origins accepted as the console: OpenAI's, or the practice console's. */
  readonly consoleOrigins: readonly string[];
}

const ADDRESS = /^(https?):\/\/([^/?#\s@]+)(\/[^?#\s]*)?(?=[?#]|$)/i;

export function checkAddress(question: AddressQuestion): AddressCheck {
  const text = question.address.trim();
  if (text === '') return { kind: 'empty' };
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const match = ADDRESS.exec(withScheme);
  if (!match) return { kind: 'not_an_address' };
  const [, scheme = '', host = '', path = ''] = match;
  if (!text.includes('.') && !text.includes(':')) return { kind: 'not_an_address' };
  const origin = `${scheme.toLowerCase()}://${host.toLowerCase()}`;
  if (!question.consoleOrigins.includes(origin)) return { kind: 'other_site', host: host.toLowerCase() };
  return checkPath(path, question);
}

function checkPath(path: string, question: AddressQuestion): AddressCheck {
  const segments = path.split('/').filter((segment) => segment !== '');
  const found = segments.find((segment) => isProjectId(segment));
  if (found === undefined) {
    return segments.includes('organization') ? { kind: 'organization_page' } : { kind: 'no_project', path };
  }
  if (question.expectedProject !== null && found !== question.expectedProject) {
    return { kind: 'wrong_project', found, expected: question.expectedProject };
  }
  const limits = segments.at(-1) === 'limits';
  if (question.wantLimits && !limits) return { kind: 'other_page', project: found };
  return question.expectedProject === null
    ? { kind: 'nothing_to_compare', project: found, limits }
    : { kind: 'right_project', project: found, limits };
}
