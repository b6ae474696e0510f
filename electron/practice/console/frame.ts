/** The parts around every console page: ribbon, address, switcher, navigation. */
import { organizationOfProject, type Project } from '../world';
import { type Html, html } from './html';
import { ACCOUNT, type View } from './view';

const RIBBON = 'Practice console — simulated, nothing here is OpenAI';

const ORGANIZATION_PAGES = [
  ['General', '/settings/organization/general'],
  ['Projects', '/settings/organization/projects'],
  ['People', '/settings/organization/people'],
  ['API keys', '/settings/organization/api-keys'],
  ['Limits', '/settings/organization/limits'],
  ['Billing', '/settings/organization/billing/overview'],
  ['Usage', '/settings/organization/usage'],
] as const;

const PROJECT_PAGES = [
  ['Limits', 'limits'],
  ['API keys', 'api-keys'],
  ['Members', 'people/members'],
] as const;

/** The way into the settings that the console has at its top right. */
const GEAR = html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8.7" stroke-width="2.8" stroke-dasharray="3.42 3.42" stroke-linecap="butt"/><circle cx="12" cy="12" r="6.7"/><circle cx="12" cy="12" r="2.5"/></svg>`;

/** The bare page, with the ribbon and the address that every page has. */
export function document(title: string, address: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Practice console</title>
<link rel="stylesheet" href="/practice-assets/console.css">
<script src="/practice-assets/console.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<aside aria-label="Practice">
<p class="ribbon"><span class="ribbon-dot" aria-hidden="true"></span>${RIBBON}</p>
<div class="address" role="group" aria-label="Page address">
<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.9 8h12.2M8 1.5c2 2 2.7 4 2.7 6.5S10 12.5 8 14.5M8 1.5C6 3.5 5.3 5.5 5.3 8s.7 4.5 2.7 6.5"/></svg>
<input id="address" type="text" readonly aria-label="Address of this page" value="${address}">
<button type="button" class="button small" data-copy="address">Copy<span class="hidden"> address</span></button>
</div>
</aside>
${body}
</body>
</html>`;
}

export function framed(title: string, view: View, main: Html): Html {
  return document(
    title,
    view.address,
    html`<header class="top">
${switcher(view)}
<div class="account"><a class="gear" href="/settings" title="Settings" aria-label="Settings">${GEAR}</a><span class="avatar" aria-hidden="true">${ACCOUNT.initials}</span><span class="account-name">${ACCOUNT.name}</span>
<form method="post" action="/logout">${csrf(view)}<button class="button quiet small">Log out</button></form></div>
</header>
<div class="columns">
${navigation(view)}
<main id="main" tabindex="-1">${toast(view.toast)}${main}</main>
</div>`,
  );
}

export function csrf(view: View): Html {
  return html`<input type="hidden" name="csrf" value="${view.session.csrf}">`;
}

function toast(text: string | null): Html | null {
  if (text === null) return null;
  return html`<div class="toast" role="status"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 8.5 3 3 6-7"/></svg><span>${text}</span>
<button type="button" class="close" data-dismiss aria-label="Dismiss">×</button></div>`;
}

function switcher(view: View): Html {
  const { organization, project, world } = view;
  return html`<details class="switcher">
<summary aria-label="Switch organization or project: ${organization.name}, ${project.name}">
<span class="mark" aria-hidden="true"></span>
<span class="crumb">${organization.name}</span><span class="slash" aria-hidden="true">/</span><span class="crumb strong">${project.name}</span>
<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m5 6.5 3-3 3 3m-6 3 3 3 3-3"/></svg>
</summary>
<div class="menu">
${world.organizations.map(
  (each) => html`<section aria-label="${each.name}"><h2>${each.name}</h2>
<ul>${world.projects
    .filter((one) => organizationOfProject(world, one).id === each.id)
    .map((one) => switchTo(one, view))}</ul></section>`,
)}
</div>
</details>`;
}

function switchTo(project: Project, view: View): Html {
  const current = project.id === view.project.id;
  return html`<li><a href="${samePage(project.id, view.path)}" ${current && html`aria-current="true"`}>
<span>${project.name}</span><code>${project.id}</code></a></li>`;
}

/** Switching keeps the page where it belongs to a project, as the address shows it. */
function samePage(projectId: string, path: string): string {
  const page = /^\/settings\/proj_\w+\/(limits|api-keys|people\/members)$/.exec(path)?.[1];
  return `/settings/${projectId}/${page ?? 'limits'}`;
}

function navigation(view: View): Html {
  return html`<nav class="side" aria-label="Settings">
<h2>Organization</h2>
<ul>${ORGANIZATION_PAGES.map(([label, href]) => item(label, href, view.path))}</ul>
<h2>Project</h2>
<ul>${PROJECT_PAGES.map(([label, page]) => item(label, `/settings/${view.project.id}/${page}`, view.path))}</ul>
</nav>`;
}

function item(label: string, href: string, path: string): Html {
  return html`<li><a href="${href}" ${href === path && html`aria-current="page"`}>${label}</a></li>`;
}
