/** The page where access is granted or refused: Settings → Project → Limits. */
import { familyOf } from '../../../shared/models/families';
import type { PracticeModel } from '../catalogue';
import { isoDate, isSpreading, listableNames, type ModelPolicy, visibleModels } from '../world';
import { csrf, framed } from './frame';
import { type Html, html } from './html';
import { mayEdit, type View } from './view';

const NO_POLICY: ModelPolicy = { kind: 'none' };

interface ListCard {
  readonly kind: 'allow_list' | 'deny_list';
  readonly word: 'allowed' | 'blocked';
  readonly title: string;
  readonly meaning: string;
  readonly dialogHint: string;
  /** How a list of this kind is begun where none is set. */
  readonly begin: string;
}

const LISTS: readonly ListCard[] = [
  {
    kind: 'allow_list',
    word: 'allowed',
    title: 'Allowed models',
    meaning: 'Only these models answer in this project. Models released later are left out.',
    dialogHint:
      'Tick the models that this project may use; the newest come first. An alias and its dated snapshot are separate entries.',
    begin: 'Allow only some models',
  },
  {
    kind: 'deny_list',
    word: 'blocked',
    title: 'Blocked models',
    meaning: 'These models are refused; all others answer.',
    dialogHint:
      'Untick a model to let this project use it. An alias and its dated snapshot are separate entries.',
    begin: 'Block some models',
  },
];

/** What the pickers offer: all that the organization has, whatever the project's list says. */
export function offeredModels(view: View): readonly PracticeModel[] {
  return visibleModels(view.organization.tier.latest, NO_POLICY, isoDate(view.now));
}

export function limitsPage(view: View): Html {
  const { latest } = view.project.policy;
  return framed(
    'Project limits',
    view,
    html`<div class="heading"><h1>Limits</h1><p>${view.project.name} <code>${view.project.id}</code></p></div>
${modelUsage(view)}
${spendLimit(view)}
${rateLimits(view)}
${mayEdit(view) && [listsOf(latest).map((list) => picker(list, view)), removeDialog(view), spendDialog(view)]}`,
  );
}

/** A project has either the one list or the other, and the page shows the one that is set. Where none is, either can be begun. */
function listsOf(policy: ModelPolicy): readonly ListCard[] {
  return policy.kind === 'none' ? LISTS : LISTS.filter(({ kind }) => kind === policy.kind);
}

function modelUsage(view: View): Html {
  const policy = view.project.policy.latest;
  return html`<section class="card" aria-labelledby="model-usage">
<div class="card-head"><div><h2 id="model-usage">Model usage</h2>
<p>Choose which models this project can use. Applies to every API key of the project.</p></div></div>
${spreadNote(view)}
${policy.kind === 'none' ? noList(view) : listsOf(policy).map((list) => listRow(list, policy.models, view))}
${!mayEdit(view) && html`<div class="card-foot">${ownerNote(view)}</div>`}
</section>`;
}

function spreadNote(view: View): Html | null {
  if (!isSpreading(view.project.policy, view)) return null;
  return html`<p class="spread"><span class="pulse" aria-hidden="true"></span>The last change is still on its way to all servers. Until then, calls may answer the old or the new way.</p>`;
}

/** Both lists at once would leave open which one counts, so each replaces the other. */
function noList(view: View): Html {
  return html`<div class="row"><div class="row-text"><h3>No list is set</h3><p>Every model of the organization answers in this project.</p></div>
${mayEdit(view) && html`<div class="tools">${LISTS.map(({ word, begin }) => html`<button type="button" class="button" data-open="edit-${word}">${begin}</button>`)}</div>`}</div>`;
}

function listRow(list: ListCard, models: readonly string[], view: View): Html {
  const off = !mayEdit(view) && html`disabled`;
  return html`<div class="row" role="group" aria-label="${list.title}">
<div class="row-text"><div class="row-head"><h3>${list.title}</h3><button type="button" class="button danger small" data-open="remove-list" ${off}>Remove<span class="hidden"> the list of ${list.word} models</span></button></div>
<p>${list.meaning}</p>
<ul class="chips">${models.map((id) => html`<li>${id}</li>`)}</ul></div>
<button type="button" class="button" data-open="edit-${list.word}" ${off}>Edit<span class="hidden"> ${list.word} models</span></button>
</div>`;
}

function removeDialog(view: View): Html | null {
  const [list] = listsOf(view.project.policy.latest);
  if (view.project.policy.latest.kind === 'none' || list === undefined) return null;
  return html`<dialog id="remove-list" aria-labelledby="remove-list-title">
<form method="post" action="/settings/${view.project.id}/limits/model-usage">${csrf(view)}<input type="hidden" name="mode" value="none">
<div class="dialog-head"><h2 id="remove-list-title">Remove “${list.title}”?</h2>
<p>The project can then use every model that the organization has, also those that come later. The list is not kept.</p></div>
<div class="dialog-foot"><button type="button" class="button" data-close>Cancel</button>
<button class="button danger">Remove restriction</button></div>
</form></dialog>`;
}

function ownerNote(view: View): Html {
  return html`<p class="notice">Only an owner of ${view.organization.name} can change model usage. Your role: Reader.</p>`;
}

function picker(list: ListCard, view: View): Html {
  const policy = view.project.policy.latest;
  const chosen = policy.kind === list.kind ? policy.models : [];
  return html`<dialog id="edit-${list.word}" aria-labelledby="edit-${list.word}-title" class="picker">
<form method="post" action="/settings/${view.project.id}/limits/model-usage">
${csrf(view)}<input type="hidden" name="mode" value="${list.kind}">
<div class="dialog-head"><h2 id="edit-${list.word}-title">${list.title}</h2><p>${list.dialogHint}</p>
<input type="search" class="field" placeholder="Search models" aria-label="Search models" data-filter autocomplete="off"></div>
<ul class="options">${chosenFirst(view, chosen).map((id) => option(id, chosen.includes(id)))}</ul>
<p class="no-match" data-no-match hidden>No model of this organization fits the search.</p>
<div class="dialog-foot"><span data-count aria-live="polite">${chosen.length} selected</span>
<button type="button" class="button" data-close>Cancel</button>
<button class="button primary">Save<span class="hidden"> ${list.word} models</span></button></div>
</form></dialog>`;
}

/** What is on the list comes first, so that nobody saves it away unseen; then the newest, which are asked for most. */
function chosenFirst(view: View, chosen: readonly string[]): readonly string[] {
  const offered = offeredModels(view)
    .toSorted((one, other) => other.created - one.created || one.id.localeCompare(other.id))
    .map((model) => model.id);
  // What batches call a model is offered for those that are on the list, lest each stood here twice.
  const { tier } = view.organization;
  const batches = listableNames(tier.latest, isoDate(view.now)).filter(
    (id) => !offered.includes(id) && chosen.some((name) => name === id || `${name}-batch` === id),
  );
  const ids = [...offered, ...batches];
  return [...ids.filter((id) => chosen.includes(id)), ...ids.filter((id) => !chosen.includes(id))];
}

function option(id: string, checked: boolean): Html {
  return html`<li><label><input type="checkbox" name="model" value="${id}" ${checked && html`checked`}><span>${id}</span></label></li>`;
}

function spendLimit(view: View): Html {
  const { dollars, hard } = view.project.spendLimit;
  const amount = dollars === null ? 'No limit' : `$${dollars.toFixed(2)} a month`;
  return html`<section class="card" aria-labelledby="spend-limit">
<div class="card-head"><div><h2 id="spend-limit">Project spend limit</h2>
<p>A monthly amount for this project. It has nothing to do with which models answer.</p></div></div>
<div class="row"><div class="row-text"><h3>${amount}</h3><p>${hard ? 'Requests stop at the limit.' : 'You are told by mail when the limit is reached.'}</p></div>
<button type="button" class="button" data-open="edit-spend" ${!mayEdit(view) && html`disabled`}>Edit spend limit</button></div>
</section>`;
}

function spendDialog(view: View): Html {
  const { dollars, hard } = view.project.spendLimit;
  return html`<dialog id="edit-spend" aria-labelledby="edit-spend-title">
<form method="post" action="/settings/${view.project.id}/limits/spend">${csrf(view)}
<div class="dialog-head"><h2 id="edit-spend-title">Project spend limit</h2>
<label class="stack">Monthly limit in US dollars<input class="field" type="number" name="dollars" min="1" max="100000" step="1" value="${dollars === null ? '' : String(dollars)}"></label>
<label class="check"><input type="checkbox" name="hard" value="yes" ${hard && html`checked`}>Enforce a hard limit</label></div>
<div class="dialog-foot"><button type="button" class="button" data-close>Cancel</button>
<button class="button primary">Save<span class="hidden"> spend limit</span></button></div>
</form></dialog>`;
}

function rateLimits(view: View): Html {
  const models = visibleModels(view.organization.tier.latest, view.project.policy.latest, isoDate(view.now));
  return html`<section class="card" aria-labelledby="rate-limits">
<div class="card-head"><div><h2 id="rate-limits">Rate limits</h2><p>Per model, for the models that this project can use.</p></div></div>
${rateTable(models, view.organization.tier.latest)}
</section>`;
}

export function rateTable(models: readonly PracticeModel[], tier: number): Html {
  return html`<table><thead><tr><th scope="col">Model</th><th scope="col">Requests per minute</th><th scope="col">Tokens per minute</th></tr></thead>
<tbody>${models.map((model) => {
    const [requests, tokens] = rates(model, tier);
    return html`<tr><td><code>${model.id}</code></td><td>${requests}</td><td>${tokens}</td></tr>`;
  })}</tbody></table>`;
}

/** Invented figures that grow with the tier. */
function rates(model: PracticeModel, tier: number): readonly [string, string] {
  const step = tier === 0 ? 3 : 500 * 4 ** (tier - 1);
  const family = familyOf(model.id);
  const tokens = family === 'image' || family === 'speech' || family === 'transcription' ? null : step * 400;
  return [step.toLocaleString('en-US'), tokens === null ? '—' : tokens.toLocaleString('en-US')];
}
