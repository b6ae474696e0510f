/**
 * The table of worlds: kinds of trouble, each in several forms. Expectations follow from the facts of the API, before looking
 * at what the app makes of them: a cause may be certain only where the answer excludes its rivals.
 */
import type { World } from './world';
import { oddTimes, turnWorlds } from './worlds/changes';
import { doorWorlds, moneyWorlds, scopeWorlds } from './worlds/keys';
import { nameWorlds, policyWorlds, unprovableWorlds, usableWorlds } from './worlds/models';
import { oddLists, oddRefusals, oddSuccesses } from './worlds/odd-answers';
import { oddHomes } from './worlds/odd-homes';
import { oddNames } from './worlds/odd-names';
import { gatewayWorlds, projectWorlds, senderWorlds } from './worlds/senders';
import { passingWorlds, unknownWorlds } from './worlds/words';

export const WORLDS: readonly World[] = [
  ...policyWorlds(),
  ...nameWorlds(),
  ...moneyWorlds(),
  ...doorWorlds(),
  ...scopeWorlds(),
  ...usableWorlds(),
  ...unprovableWorlds(),
  ...unknownWorlds(),
  ...senderWorlds(),
  ...projectWorlds(),
  ...gatewayWorlds(),
  ...passingWorlds(),
  ...turnWorlds(),
  ...oddRefusals(),
  ...oddSuccesses(),
  ...oddLists(),
  ...oddNames(),
  ...oddHomes(),
  ...oddTimes(),
];
