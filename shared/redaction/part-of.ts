/** Whether a short value from outside holds part of a secret, in any of the forms in which it may have been repeated. */
import { encodingsOf } from './encodings';

/** So many characters in a row are no accident, and fewer give nothing away. */
const SHORTEST_PART = 12;

export function holdsPartOf(secret: string, value: string): boolean {
  const forms = [...encodingsOf(secret), hexOf(secret)].map(withoutPrefix);
  const folded = value.toLowerCase();
  for (let start = 0; start + SHORTEST_PART <= value.length; start += 1) {
    const part = value.slice(start, start + SHORTEST_PART);
    if (forms.some((form) => form.includes(part))) return true;
    if (forms.at(-1)?.includes(folded.slice(start, start + SHORTEST_PART))) return true;
  }
  return false;
}

/** Every key of its kind begins like this, which says nothing of the key. */
function withoutPrefix(form: string): string {
  return form.replace(/^sk-(?:proj|svcacct|service|admin)-/, '');
}

function hexOf(text: string): string {
  return [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
