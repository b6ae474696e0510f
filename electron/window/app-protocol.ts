/** Serves the window's own files, and nothing else, from a scheme of our own instead of file://. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Protocol, protocol } from 'electron';

const APP_SCHEME = 'doctor';
export const APP_ORIGIN = `${APP_SCHEME}://window`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** To be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

export function serveApp(target: Protocol, folder: string): void {
  target.handle(APP_SCHEME, async (request) => {
    const path = pathOf(request.url);
    if (request.method !== 'GET' || path === null) return refuse();
    try {
      return path === '/index.html'
        ? page(await readFile(join(folder, path), 'utf8'))
        : file(path, await readFile(join(folder, path)));
    } catch {
      return refuse();
    }
  });
}

/** A path of plain names below the folder; anything that could climb out of it, or name another host, is refused. */
function pathOf(url: string): string | null {
  const match = /^doctor:\/\/window(\/[^?#]*)?(?:[?#].*)?$/.exec(url);
  if (!match) return null;
  const path = match[1] === undefined || match[1] === '/' ? '/index.html' : match[1];
  return /^(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/.test(path) && extname(path) in TYPES ? path : null;
}

function page(html: string): Response {
  const nonce = randomBytes(18).toString('base64');
  return new Response(html.replaceAll('__CSP_NONCE__', nonce), {
    headers: { 'content-type': TYPES['.html'] ?? '', 'content-security-policy': policy(nonce), ...HARDENING },
  });
}

function file(path: string, body: Buffer): Response {
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': TYPES[extname(path)] ?? '',
      'content-security-policy': "default-src 'none'",
      ...HARDENING,
    },
  });
}

function refuse(): Response {
  return new Response(null, { status: 404 });
}

const HARDENING = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Styles need a nonce because the component library adds style elements; scripts come from files alone. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
