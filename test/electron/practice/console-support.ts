import type { Simulator } from '../../../electron/practice/simulator';

/** A person at the console: keeps the cookie, follows nothing by itself. */
export interface Visitor {
  readonly get: (path: string) => Promise<Response>;
  readonly page: (path: string) => Promise<string>;
  readonly send: (
    path: string,
    fields: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** The token of the form on a page. */
  readonly token: (path: string) => Promise<string>;
  readonly save: (project: string, mode: string, models: readonly string[]) => Promise<Response>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

type Console = Pick<Simulator, 'origin'>;

export async function visit(simulator: Console): Promise<Visitor> {
  const stranger = visitor(simulator, '');
  const login = await stranger.send('/login', { next: '' });
  return visitor(simulator, (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

export function visitor(simulator: Console, cookie: string): Visitor {
  const get = (path: string) => fetch(simulator.origin + path, { redirect: 'manual', headers: { cookie } });
  const page = async (path: string) => (await get(path)).text();
  const send: Visitor['send'] = (path, fields, headers = {}) =>
    fetch(simulator.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, ...headers },
      body: encode(fields),
    });
  const token = async (path: string) => /name="csrf" value="([0-9a-f]+)"/.exec(await page(path))?.[1] ?? '';
  const save: Visitor['save'] = async (project, mode, model) => {
    const csrf = await token(`/settings/${project}/limits`);
    return send(`/settings/${project}/limits/model-usage`, { csrf, mode, model });
  };
  return { get, page, send, token, save };
}

function encode(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of typeof value === 'string' ? [value] : value) form.append(name, each);
  }
  return form;
}
