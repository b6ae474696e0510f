/**
 * Links of the app's own scheme. Any web page and any program can open one, so each is taken for hostile: two forms are
 * known, and whatever differs from both is no link at all.
 */
import { z } from 'zod';
import { LINK_SCHEME } from '../../shared/ipc/arrival';
import { id } from './fields';

/**
 * Longest link, in bytes. A second start hands its arguments to the first in one message, and on Linux Chromium takes no
 * more than 32 kB of it: what is longer is cut without a word, or ends the first app (both measured with Electron 42.0.0).
 */
export const MAX_LINK = 16_000;

const START = `${LINK_SCHEME}://`;

export type Link =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'explain'; readonly text: string };

const caseIdSchema = id.regex(/^[A-Za-z0-9_-]+$/);
// A NUL does not occur in text.
const textSchema = z.string().refine((text) => text.trim() !== '' && !text.includes('\u0000'));

/** An address as the system hands it over, and the link that it is. */
export const link = z
  .string()
  .refine((address) => !isTooLong(address), { abort: true })
  .transform((address, context): Link => {
    const read = readLink(address);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'not a link of this app' });
    return z.NEVER;
  });

/** Whether it is meant for this app, however wrong the rest of it may be. */
export function hasOurScheme(address: string): boolean {
  return address.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;
}

export function isTooLong(address: string): boolean {
  return address.length > MAX_LINK || Buffer.byteLength(address) > MAX_LINK;
}

function readLink(address: string): Link | null {
  if (address.slice(0, START.length).toLowerCase() !== START) return null;
  const rest = address.slice(START.length);
  // Browsers may close a name with a slash of their own.
  const [, caseId] = /^case\/([^/?#]+)\/?$/.exec(rest) ?? [];
  if (caseId !== undefined) return caseIdSchema.safeParse(caseId).success ? { kind: 'case', caseId } : null;
  const [, written] = /^explain\/?\?text=([^&#]*)$/.exec(rest) ?? [];
  const text = written === undefined ? null : decoded(written);
  return text !== null && textSchema.safeParse(text).success ? { kind: 'explain', text } : null;
}

/** As forms write it, with a plus for a blank. Null where it is no such writing. */
function decoded(written: string): string | null {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
