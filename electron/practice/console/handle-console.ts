/** Serves the practice console: pages behind a log-in, forms with a token, and the two files they are drawn with. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { headerOf, readBody } from '../http';
import { type Moment, organizationOfProject, projectOf, type World } from '../world';
import { act, SAVED } from './actions';
import type { Html } from './html';
import { limitsPage } from './limits-page';
import * as pages from './other-pages';
import { SCRIPT } from './script';
import { cookieOf, type Session, type Sessions } from './session';
import { STYLE } from './style';
import type { View } from './view';

interface ConsoleSetting {
  readonly sessions: Sessions;
  readonly moment: () => Moment;
  readonly world: () => World;
  readonly replace: (world: World) => void;
}

/** Nothing from elsewhere, nothing inline, nobody may frame it. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const SAFETY: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};
const START = '/settings/organization/projects';
const SHORTCUTS: ReadonlyMap<string, string> = new Map([
  ['/', START],
  ['/settings', '/settings/organization/general'],
  ['/settings/organization', '/settings/organization/general'],
  ['/settings/organization/billing', '/settings/organization/billing/overview'],
]);

export async function handleConsole(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  setting: ConsoleSetting,
): Promise<void> {
  for (const [name, value] of Object.entries(SAFETY)) response.setHeader(name, value);
  if (url.pathname === '/practice-assets/console.css') return sendText(response, 200, 'text/css', STYLE);
  if (url.pathname === '/practice-assets/console.js')
    return sendText(response, 200, 'text/javascript', SCRIPT);
  const session = setting.sessions.find(headerOf(request, 'cookie') ?? '');
  if (request.method === 'POST') return handlePost(request, response, url, session, setting);
  if (request.method !== 'GET') return sendText(response, 405, 'text/plain', 'Method not allowed');
  if (url.pathname === '/login') {
    return sendHtml(response, 200, pages.loginPage(url.href, safeNext(url.searchParams.get('next'))));
  }
  if (session === null) return redirect(response, loginAddress(url));
  showPage(response, url, session, setting);
}

function loginAddress(url: URL): string {
  const wanted = safeNext(url.pathname);
  return wanted === START && url.pathname !== START
    ? '/login'
    : `/login?next=${encodeURIComponent(wanted + url.search)}`;
}

/** Only a page of this console may follow a log-in: anything else would be an open redirect. */
function safeNext(next: string | null): string {
  return next !== null && /^\/settings(?:\/[\w/?=&-]*)?$/.test(next) ? next : START;
}

async function handlePost(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: Session | null,
  setting: ConsoleSetting,
): Promise<void> {
  const origin = headerOf(request, 'origin');
  if (origin !== null && origin !== url.origin) {
    return sendText(response, 403, 'text/plain', 'Sent from another page');
  }
  const form = new URLSearchParams((await readBody(request)) ?? '');
  if (url.pathname === '/login') return logIn(response, form, setting);
  if (session === null) return redirect(response, '/login');
  if (url.pathname === '/logout' && form.get('csrf') === session.csrf) {
    setting.sessions.end(session);
    return redirect(response, '/login');
  }
  const outcome = act(viewOf(url, session, setting), form, setting.moment());
  if (outcome.kind === 'refused') return sendText(response, outcome.status, 'text/plain', outcome.text);
  setting.replace(outcome.world);
  session.toast = SAVED;
  redirect(response, outcome.back);
}

function logIn(response: ServerResponse, form: URLSearchParams, setting: ConsoleSetting): void {
  const session = setting.sessions.open(setting.world().projects[0]?.id ?? '');
  response.setHeader('set-cookie', cookieOf(session));
  redirect(response, safeNext(form.get('next')));
}

function showPage(response: ServerResponse, url: URL, session: Session, setting: ConsoleSetting): void {
  const named = projectIn(url.pathname, setting.world());
  if (named !== null) session.projectId = named;
  const elsewhere = shortcut(url.pathname, session.projectId);
  if (elsewhere !== null) {
    redirect(response, elsewhere);
    return;
  }
  const view = viewOf(url, session, setting);
  session.toast = null;
  const page = pageOf(view);
  sendHtml(response, page === null ? 404 : 200, page ?? pages.missingPage(view));
}

/** Addresses that stand for another one: the start, the settings, and pages of "the current project". */
function shortcut(path: string, projectId: string): string | null {
  const known = SHORTCUTS.get(path);
  if (known !== undefined) return known;
  const page = /^\/settings\/project\/([\w/-]+)$/.exec(path)?.[1];
  return page === undefined ? null : `/settings/${projectId}/${page}`;
}

function projectIn(path: string, world: World): string | null {
  const id = /^\/settings\/(proj_\w+)\//.exec(path)?.[1];
  return id !== undefined && projectOf(world, id) !== null ? id : null;
}

function viewOf(url: URL, session: Session, setting: ConsoleSetting): View {
  const world = setting.world();
  const project = projectOf(world, projectIn(url.pathname, world) ?? session.projectId) ?? world.projects[0];
  if (project === undefined) throw new Error('The practice has no project');
  const { now, elapsed, propagationMs } = setting.moment();
  return {
    world,
    session,
    project,
    organization: organizationOfProject(world, project),
    address: url.href,
    path: url.pathname,
    toast: session.toast,
    now,
    elapsed,
    propagationMs,
  };
}

function pageOf(view: View): Html | null {
  const { keys, projects } = view.world;
  const own = `/settings/${view.project.id}`;
  switch (view.path) {
    case `${own}/limits`:
      return limitsPage(view);
    case `${own}/api-keys`:
      return pages.keysPage(
        view,
        keys.filter((key) => key.projectId === view.project.id),
      );
    case `${own}/people/members`:
      return pages.peoplePage(view, 'Members');
    case START:
      return pages.projectsPage(view);
    case '/settings/organization/general':
      return pages.generalPage(view);
    case '/settings/organization/limits':
      return pages.organizationLimitsPage(view);
    case '/settings/organization/billing/overview':
      return pages.billingPage(view);
    case '/settings/organization/people':
      return pages.peoplePage(view, 'People');
    case '/settings/organization/usage':
      return pages.emptyPage(view, 'Usage');
    case '/settings/organization/security/ip-allowlist':
      return pages.emptyPage(view, 'IP allowlist');
    case '/settings/organization/api-keys': {
      const siblings = projects.filter((project) => project.organizationId === view.organization.id);
      const ids = siblings.map((project) => project.id);
      return pages.keysPage(
        view,
        keys.filter((key) => ids.includes(key.projectId)),
      );
    }
    default:
      return null;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

function sendHtml(response: ServerResponse, status: number, page: Html): void {
  sendText(response, status, 'text/html', page.text);
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text);
}
