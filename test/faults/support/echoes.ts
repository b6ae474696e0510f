/** How a server may repeat the key that it was sent: as a whole, in part, encoded, and in every place of an answer. */
import type { Behaviour } from '../../support/hostile-server';

type Form = (key: string) => string;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const bodyOf = (key: string) => key.replace(/^sk-\w+-/, '');

export const ECHOED_AS: Readonly<Record<string, Form>> = {
  whole: (key) => key,
  'without its prefix': bodyOf,
  'first half of the rest': (key) => bodyOf(key).slice(0, 30),
  'second half': (key) => key.slice(key.length / 2),
  'twelve characters': (key) => bodyOf(key).slice(17, 29),
  'in capitals': (key) => bodyOf(key).toUpperCase(),
  'escaped for addresses': (key) =>
    [...key].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  'in base64': base64,
  'a part in base64': (key) => base64(`token=${bodyOf(key).slice(9, 40)}`),
  'a part in base64 for addresses': (key) =>
    Buffer.from(`ab${bodyOf(key).slice(5, 33)}`).toString('base64url'),
  'in hexadecimal': (key) => Buffer.from(bodyOf(key)).toString('hex'),
  'broken over lines': (key) => bodyOf(key).replace(/(.{16})/g, '$1\n    '),
  'with other dashes': (key) => key.replaceAll('-', '\u2011'),
  'cut into strings': (key) => `${key.slice(0, 25)}" + "${key.slice(25)}`,
};

/** A value that a header can carry. */
const plain = (text: string) => text.replace(/[^!-~]/g, '');

export type Answered = 'refusal' | 'page' | 'models' | 'redirect';
export const ANSWERED_WITH: readonly Answered[] = ['refusal', 'page', 'models', 'redirect'];

export function echoing(form: Form, kind: Answered): Behaviour {
  return (request, response) => {
    const echo = form((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    const headers = {
      'x-request-id': plain(echo),
      'openai-project': `proj_${plain(echo)}`,
      'openai-organization': plain(echo).slice(0, 60),
    };
    if (kind === 'redirect') {
      response.writeHead(307, { ...headers, location: `https://elsewhere.test/${encodeURIComponent(echo)}` });
      response.end();
    } else if (kind === 'page') {
      response.writeHead(502, plain(echo).slice(0, 80), { ...headers, 'content-type': 'text/html' });
      response.end(
        `<html><title>${echo}</title><p>No token <b>${echo.slice(0, 14)}</b>${echo.slice(14)}</p></html>`,
      );
    } else if (kind === 'models') {
      response.writeHead(200, { ...headers, 'content-type': 'application/json' });
      const ids = ['gpt-5.5', `ft:gpt-4.1:${plain(echo)}:x`, plain(echo)];
      response.end(JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, object: 'model' })) }));
    } else {
      response.writeHead(401, { ...headers, 'content-type': 'application/json' });
      const message = `Incorrect API key provided: ${echo}. Unknown token ${echo}`;
      response.end(JSON.stringify({ error: { message, type: echo, code: 'invalid_api_key', param: echo } }));
    }
  };
}
