/**
 * The table of worlds: kinds of trouble, each in several forms. Expectations follow from the facts of the API, before looking
 * at what the app makes of them: a cause may be certain only where the answer excludes its rivals.
 */
import type { World } from './world';
import { differingCalls, mixedTexts } from './worlds/calls';
import { oddTimes, turnWorlds } from './worlds/changes';
import { bodyWorlds, endpointWorlds } from './worlds/endpoints';
import { doorWorlds, moneyWorlds, scopeWorlds } from './worlds/keys';
import { languageWorlds, newCodes } from './worlds/languages';
import { rateWorlds, spendWorlds } from './worlds/limits';
import { listWorlds } from './worlds/lists';
import { nameWorlds, policyWorlds, unprovableWorlds, usableWorlds } from './worlds/models';
import { oddLists, oddRefusals, oddSuccesses } from './worlds/odd-answers';
import { oddHomes } from './worlds/odd-homes';
import { oddNames } from './worlds/odd-names';
import { belongingWorlds, livesOfKeys, permissionWorlds } from './worlds/permissions';
import { placeWorlds } from './worlds/places';
import { gatewayWorlds, projectWorlds, senderWorlds } from './worlds/senders';
import { likenessWorlds } from './worlds/services';
import { retiredWorlds, spellingWorlds } from './worlds/spellings';
import { turningWorlds } from './worlds/turns';
import { contradictingWorlds, doubledWorlds } from './worlds/two-causes';
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
  ...doubledWorlds(),
  ...contradictingWorlds(),
  ...permissionWorlds(),
  ...livesOfKeys(),
  ...belongingWorlds(),
  ...endpointWorlds(),
  ...bodyWorlds(),
  ...differingCalls(),
  ...mixedTexts(),
  ...rateWorlds(),
  ...spendWorlds(),
  ...listWorlds(),
  ...spellingWorlds(),
  ...retiredWorlds(),
  ...placeWorlds(),
  ...likenessWorlds(),
  ...languageWorlds(),
  ...newCodes(),
  ...turningWorlds(),
];
