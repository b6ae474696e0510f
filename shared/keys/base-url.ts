/** Checks the base URL that a key is bound to: a key must never be sent to a host that its owner did not confirm. */
import { err, ok, type Result } from '../base/result';

export type BaseUrlError = 'base_url_invalid' | 'base_url_insecure' | 'base_url_credentials';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const PORT = /:\d{1,5}$/;

/** `host`: in lower case, with or without its port. */
export function isOnThisMachine(host: string): boolean {
  return LOOPBACK.test(host.replace(PORT, ''));
}

/** Takes `https://host[:port]/path`, and plain http for loopback alone; returns it without a trailing slash. */
export function readBaseUrl(input: string): Result<string, BaseUrlError> {
  const match = /^(https?):\/\/([^/?#\s]+)(\/[^?#\s]*)?$/i.exec(input.trim());
  if (!match) return err('base_url_invalid');
  const [, scheme = '', authority = '', path = ''] = match;
  if (authority.includes('@')) return err('base_url_credentials');
  const host = authority.replace(PORT, '').toLowerCase();
  if (!isHost(host)) return err('base_url_invalid');
  if (scheme.toLowerCase() === 'http' && !LOOPBACK.test(host)) return err('base_url_insecure');
  return ok(`${scheme.toLowerCase()}://${authority.toLowerCase()}${path.replace(/\/+$/, '')}`);
}

/** Host names of letters, digits, dots and hyphens; a trailing dot or an international name is refused, since both can mislead. */
function isHost(host: string): boolean {
  if (LOOPBACK.test(host)) return true;
  return (
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(host) &&
    !host.includes('xn--') &&
    !/^[\d.]+$/.test(host)
  );
}

/** OpenAI's own hosts, regional ones included (documentation of 2026). */
const OPENAI = /^(?:[a-z]{2,12}\.)?api\.openai\.com$/;

/** The host that a key would go to beyond this machine and OpenAI, port included; null where it goes to no such host. Takes what `readBaseUrl` returned. */
export function foreignHost(baseUrl: string): string | null {
  const authority = /^https?:\/\/([^/]+)/.exec(baseUrl)?.[1] ?? '';
  return isOnThisMachine(authority) || OPENAI.test(authority) ? null : authority;
}
