/** Listens to what a part of the app sends, and says what the API would have against it. */
import type { Fetch } from '../../../electron/probes/guarded-fetch';
import { REQUESTS, type RequestShape } from './requests';
import { complaints, record, type Schema } from './schema';

export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** What the body holds, whatever it was sent as; a file is the name of its media type. Null without a body. */
  readonly body: unknown;
  readonly isForm: boolean;
}

/** A request as it was given to `fetch`. */
export function sentBy(...[url, init]: Parameters<Fetch>): Sent {
  const { method = 'GET', headers, body } = init;
  const isForm = body instanceof FormData;
  const read = () => (body === null || body === undefined ? null : JSON.parse(String(body)));
  return {
    method,
    url: new URL(url),
    headers: new Headers(headers),
    body: isForm ? fieldsOf(body) : read(),
    isForm,
  };
}

function fieldsOf(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.type]),
  );
}

/** The shape of a request to this place below `base`, or null where the app has no business there. */
export function shapeOf({ method, url }: Sent, base: string): RequestShape | null {
  const path = url.pathname.slice(new URL(base).pathname.replace(/\/$/, '').length);
  const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return REQUESTS.find((shape) => shape.method === method && fits(shape.path)) ?? null;
}

/** What the API would have against everything of this request but the body. */
export function complaintsAboutHead(sent: Sent, shape: RequestShape): readonly string[] {
  const accept = sent.headers.get('accept');
  return [
    ...complaints(record({}, shape.query), queryOf(sent.url, shape.query)),
    ...(accept === shape.accept ? [] : [`asks for ${accept}, where ${shape.accept} can be had`]),
    ...(sent.isForm === (shape.sentAs === 'multipart/form-data') ? [] : [`is not sent as ${shape.sentAs}`]),
  ];
}

/** The query with its values as the types that their schemas name. */
function queryOf(url: URL, schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, unknown>> {
  const typed = (name: string, value: string) =>
    schemas[name]?.type === 'string' ? value : (JSON.parse(value) as unknown);
  return Object.fromEntries([...url.searchParams].map(([name, value]) => [name, typed(name, value)]));
}
