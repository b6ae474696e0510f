/** The few things that the API and the console of the practice share on the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY = 1_024 * 1_024;

/** The whole body as text; null where it is longer than a megabyte or breaks off. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > MAX_BODY) return null;
      pieces.push(piece);
    }
  } catch {
    return null;
  }
  return Buffer.concat(pieces).toString('utf8');
}

export function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** Waits, but not for a caller that has gone: false where the connection closed meanwhile. */
export function waitFor(milliseconds: number, response: ServerResponse): Promise<boolean> {
  if (milliseconds <= 0) return Promise.resolve(!response.destroyed);
  return new Promise((resolve) => {
    const gone = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve(true);
    }, milliseconds);
    response.once('close', gone);
  });
}
