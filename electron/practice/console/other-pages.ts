/** The pages around Limits: enough of each to find the way, and to mend what a scenario needs mended. */
import { isProjectId } from '../../../shared/wizard/console-address';
import { isoDate, type PracticeKey, type Project, projectOf } from '../world';
import { csrf, document, framed } from './frame';
import { type Html, html } from './html';
import { offeredModels, rateTable } from './limits-page';
import { ACCOUNT, mayEdit, type View } from './view';

/** Where nobody is logged in. The button is at the top right, as on the real console's start page. */
export function loginPage(address: string, next: string): Html {
  return document(
    'Log in',
    address,
    html`<header class="top"><span class="brand"><span class="mark" aria-hidden="true"></span>Practice console</span>
<form method="post" action="/login"><input type="hidden" name="next" value="${next}">
<button class="button primary">Log in</button></form></header>
<main id="main" tabindex="-1" class="login"><div class="card">
<span class="mark large" aria-hidden="true"></span>
<h1>You are not logged in</h1>
<p>“Log in” is at the top right. You practise as an invented person: no password, no account, and nothing leaves this computer.</p>
<div class="person"><span class="avatar" aria-hidden="true">${ACCOUNT.initials}</span><div><strong>${ACCOUNT.name}</strong><span>${ACCOUNT.email}</span></div></div>
</div></main>`,
  );
}

function page(view: View, title: string, lead: string, body: Html): Html {
  return framed(title, view, html`<div class="heading"><h1>${title}</h1><p>${lead}</p></div>${body}`);
}

export function projectsPage(view: View): Html {
  const own = view.world.projects.filter((project) => project.organizationId === view.organization.id);
  return page(
    view,
    'Projects',
    view.organization.name,
    html`<section class="card"><table><thead><tr><th scope="col">Name</th><th scope="col">Project ID</th><th scope="col">Model usage</th></tr></thead>
<tbody>${own.map((project) => projectRow(project))}</tbody></table></section>
<p class="hint">Other organizations are in the switcher at the top left.</p>`,
  );
}

function projectRow(project: Project): Html {
  const { latest } = project.policy;
  const usage = { none: 'All models', allow_list: 'Allow list', deny_list: 'Block list' }[latest.kind];
  return html`<tr><td><a href="/settings/${project.id}/limits">${project.name}</a></td><td><code>${project.id}</code></td><td>${usage}</td></tr>`;
}

export function generalPage(view: View): Html {
  const { organization } = view;
  const verified = organization.verified.latest;
  return page(
    view,
    'General',
    organization.name,
    html`<section class="card" aria-labelledby="details"><div class="card-head"><h2 id="details">Organization</h2></div>
<dl><dt>Name</dt><dd>${organization.name}</dd><dt>Organization ID</dt><dd><code>${organization.id}</code></dd><dt>Your role</dt><dd>${organization.role === 'owner' ? 'Owner' : 'Reader'}</dd></dl></section>
<section class="card" aria-labelledby="verification"><div class="card-head"><div><h2 id="verification">Verifications</h2>
<p>Some models and features need a verified organization.</p></div>
${verified ? html`<span class="badge calm">Verified</span>` : html`<span class="badge">Not verified</span>`}</div>
${
  !verified &&
  html`<div class="card-foot"><form method="post" action="/settings/organization/general/verify">${csrf(view)}
<button class="button primary" ${!mayEdit(view) && html`disabled`}>Verify Organization</button></form>
<p>The real console asks for an identity document here. Practice does not.</p></div>`
}</section>`,
  );
}

export function organizationLimitsPage(view: View): Html {
  const tier = view.organization.tier.latest;
  return page(
    view,
    'Limits',
    view.organization.name,
    html`<section class="card" aria-labelledby="tier"><div class="card-head"><div><h2 id="tier">Usage tier</h2>
<p>Models missing from the table below are not available to this organization in any project.</p></div>
<span class="badge calm">${tier === 0 ? 'Free' : `Tier ${tier}`}</span></div>
${rateTable(offeredModels(view), tier)}</section>`,
  );
}

export function billingPage(view: View): Html {
  const credit = view.organization.creditDollars.latest;
  return page(
    view,
    'Billing',
    view.organization.name,
    html`<section class="card" aria-labelledby="credit"><div class="card-head"><div><h2 id="credit">Credit balance</h2>
<p>Calls are refused when it reaches zero.</p></div></div>
<p class="amount">$${credit.toFixed(2)}</p>
<div class="card-foot"><form method="post" action="/settings/organization/billing/credit">${csrf(view)}
<button class="button primary" ${!mayEdit(view) && html`disabled`}>Add $10 of practice credit</button></form><p>No money is involved.</p></div></section>
${paymentMethods(view)}`,
  );
}

/** An organization that never paid has none; the card of any other is good for two more years. */
function paymentMethods(view: View): Html {
  const { creditDollars, tier } = view.organization;
  const paid = creditDollars.latest > 0 || tier.latest > 0;
  const expires = `${isoDate(view.now).slice(5, 7)}/${Number(isoDate(view.now).slice(0, 4)) + 2}`;
  return html`<section class="card" aria-labelledby="payment"><div class="card-head"><div><h2 id="payment">Payment methods</h2>
<p>A card past its expiry date stops the recharge.</p></div></div>
${
  paid
    ? html`<table><thead><tr><th scope="col">Card</th><th scope="col">Expires</th></tr></thead><tbody><tr><td>Practice card, ending in 0000</td><td>${expires}</td></tr></tbody></table>`
    : html`<div class="row"><p>No payment method yet.</p></div>`
}</section>`;
}

export function keysPage(view: View, keys: readonly PracticeKey[]): Html {
  return page(
    view,
    'API keys',
    `A key belongs to one project; the project's limits apply to it.`,
    html`<section class="card"><table><thead><tr><th scope="col">Name</th><th scope="col">Secret key</th><th scope="col">Permissions</th><th scope="col">Status</th></tr></thead>
<tbody>${keys.map(keyRow)}</tbody></table></section>`,
  );
}

function keyRow(key: PracticeKey): Html {
  const permissions = key.mayRequest && key.mayList ? 'All' : 'Restricted';
  return html`<tr><td>${key.label}</td><td><code>sk-…${key.secret.slice(-4)}</code></td><td>${permissions}</td><td>${key.revoked ? 'Revoked' : 'Active'}</td></tr>`;
}

export function peoplePage(view: View, title: string): Html {
  const owner = view.organization.role === 'owner';
  const people = [
    [ACCOUNT.name, ACCOUNT.email, owner ? 'Owner' : 'Reader'],
    ['Mina Okafor', 'mina@harbor.example', owner ? 'Member' : 'Owner'],
  ] as const;
  return page(
    view,
    title,
    view.organization.name,
    html`<section class="card"><table><thead><tr><th scope="col">Name</th><th scope="col">Mail</th><th scope="col">Role</th></tr></thead>
<tbody>${people.map(([name, mail, role]) => html`<tr><td>${name}</td><td>${mail}</td><td>${role}</td></tr>`)}</tbody></table></section>`,
  );
}

export function emptyPage(view: View, title: string): Html {
  return page(
    view,
    title,
    view.organization.name,
    html`<section class="card empty"><p>The practice leaves this page empty. Nothing on it is needed for the five steps.</p></section>`,
  );
}

export function missingPage(view: View): Html {
  return page(
    view,
    'Page not found',
    `Nothing here as of ${isoDate(view.now)}.`,
    html`<section class="card empty"><p>${absence(view)}</p>
<p><a href="/settings/organization/projects">All projects</a></p></section>`,
  );
}

function absence({ path, world }: View): Html {
  const project = path.split('/').find(isProjectId);
  return project === undefined || projectOf(world, project) !== null
    ? html`The practice console has no page at <code>${path}</code>.`
    : html`The project <code>${project}</code> is not part of practice. If a real error names it, leave practice first.`;
}
