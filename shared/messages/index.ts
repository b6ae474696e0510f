/**
 * Every sentence of the app in both languages. Placeholders are `{{name}}`; a sentence that differs by number has forms for its value `count`.
 * Console labels stay English in both, with a gloss in Japanese, because the console is English (facts of 2026-11-22).
 */
import { admin as enAdmin } from './en/admin';
import { app as enApp } from './en/app';
import { arrival as enArrival } from './en/arrival';
import { cases as enCases } from './en/cases';
import { errors as enErrors } from './en/errors';
import { history as enHistory } from './en/history';
import { imports as enImports } from './en/imports';
import { keyring as enKeyring } from './en/keyring';
import { keys as enKeys } from './en/keys';
import { matrix as enMatrix } from './en/matrix';
import { menu as enMenu } from './en/menu';
import { notification as enNotification } from './en/notification';
import { palette as enPalette } from './en/palette';
import { practice as enPractice } from './en/practice';
import { remedies as enRemedies } from './en/remedies';
import { report as enReport } from './en/report';
import { trouble as enTrouble } from './en/trouble';
import { verdict as enVerdict } from './en/verdict';
import { wizard as enWizard } from './en/wizard';
import { admin as jaAdmin } from './ja/admin';
import { app as jaApp } from './ja/app';
import { arrival as jaArrival } from './ja/arrival';
import { cases as jaCases } from './ja/cases';
import { errors as jaErrors } from './ja/errors';
import { history as jaHistory } from './ja/history';
import { imports as jaImports } from './ja/imports';
import { keyring as jaKeyring } from './ja/keyring';
import { keys as jaKeys } from './ja/keys';
import { matrix as jaMatrix } from './ja/matrix';
import { menu as jaMenu } from './ja/menu';
import { notification as jaNotification } from './ja/notification';
import { palette as jaPalette } from './ja/palette';
import { practice as jaPractice } from './ja/practice';
import { remedies as jaRemedies } from './ja/remedies';
import { report as jaReport } from './ja/report';
import { trouble as jaTrouble } from './ja/trouble';
import { verdict as jaVerdict } from './ja/verdict';
import { wizard as jaWizard } from './ja/wizard';
import type { Messages } from './shape';

const en = {
  admin: enAdmin,
  app: enApp,
  arrival: enArrival,
  errors: enErrors,
  history: enHistory,
  imports: enImports,
  cases: enCases,
  keyring: enKeyring,
  keys: enKeys,
  matrix: enMatrix,
  menu: enMenu,
  notification: enNotification,
  palette: enPalette,
  practice: enPractice,
  remedies: enRemedies,
  report: enReport,
  trouble: enTrouble,
  verdict: enVerdict,
  wizard: enWizard,
} as const;

const ja: Messages<typeof en> = {
  admin: jaAdmin,
  app: jaApp,
  arrival: jaArrival,
  errors: jaErrors,
  history: jaHistory,
  imports: jaImports,
  cases: jaCases,
  keyring: jaKeyring,
  keys: jaKeys,
  matrix: jaMatrix,
  menu: jaMenu,
  notification: jaNotification,
  palette: jaPalette,
  practice: jaPractice,
  remedies: jaRemedies,
  report: jaReport,
  trouble: jaTrouble,
  verdict: jaVerdict,
  wizard: jaWizard,
};

export const MESSAGES = { en, ja } as const;
