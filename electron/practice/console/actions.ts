/** What the console's forms do to the world. */
import {
  addCredit,
  isoDate,
  listableNames,
  type ModelPolicy,
  type Moment,
  savePolicy,
  saveSpendLimit,
  verifyOrganization,
  type World,
} from '../world';
import { mayEdit, type View } from './view';

export const SAVED = 'Saved. Changes can take a few minutes to reach every server.';

export type Outcome =
  | { readonly kind: 'done'; readonly world: World; readonly back: string }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404; readonly text: string };

const PAID_DOLLARS = 10;
const MAX_SPEND_DOLLARS = 100_000;

export function act(view: View, form: URLSearchParams, moment: Moment): Outcome {
  if (form.get('csrf') !== view.session.csrf) {
    return refused(403, 'This form was not sent from the console. Load the page again.');
  }
  if (!mayEdit(view)) return refused(403, `Only an owner of ${view.organization.name} can change this.`);
  const limits = `/settings/${view.project.id}/limits`;
  switch (view.path) {
    case `${limits}/model-usage`:
      return saveModelUsage(view, form, moment, limits);
    case `${limits}/spend`:
      return saveSpend(view, form, limits);
    case '/settings/organization/general/verify': {
      const world = verifyOrganization(view.world, view.organization.id, moment);
      return { kind: 'done', world, back: '/settings/organization/general' };
    }
    case '/settings/organization/billing/credit': {
      const world = addCredit(view.world, view.organization.id, PAID_DOLLARS, moment);
      return { kind: 'done', world, back: '/settings/organization/billing/overview' };
    }
    default:
      return refused(404, 'No such form.');
  }
}

function refused(status: 400 | 403 | 404, text: string): Outcome {
  return { kind: 'refused', status, text };
}

function saveModelUsage(view: View, form: URLSearchParams, moment: Moment, back: string): Outcome {
  const policy = policyOf(form);
  if (policy === null) return refused(400, 'Unknown kind of list.');
  const models = policy.kind === 'none' ? [] : policy.models;
  const { latest } = view.organization.tier;
  const offered = listableNames(latest, isoDate(moment.now));
  if (!models.every((id) => offered.includes(id)))
    return refused(400, 'The organization lacks such a model.');
  return { kind: 'done', world: savePolicy(view.world, view.project.id, policy, moment), back };
}

function policyOf(form: URLSearchParams): ModelPolicy | null {
  const mode = form.get('mode');
  const models = [...new Set(form.getAll('model'))];
  if (mode === 'none') return { kind: 'none' };
  return mode === 'allow_list' || mode === 'deny_list' ? { kind: mode, models } : null;
}

function saveSpend(view: View, form: URLSearchParams, back: string): Outcome {
  const text = form.get('dollars') ?? '';
  const dollars = text === '' ? null : Number(text);
  if (dollars !== null && !(dollars >= 1 && dollars <= MAX_SPEND_DOLLARS)) {
    return refused(400, 'Not an amount.');
  }
  const world = saveSpendLimit(view.world, view.project.id, { dollars, hard: form.get('hard') === 'yes' });
  return { kind: 'done', world, back };
}
