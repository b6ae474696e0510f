/** Every sentence in Japanese. */
import type { en } from '../en';
import type { Messages } from '../shape';
import { about } from './about';
import { admin } from './admin';
import { app } from './app';
import { arrival } from './arrival';
import { cases } from './cases';
import { cli } from './cli';
import { doctor } from './doctor';
import { errors } from './errors';
import { history } from './history';
import { imports } from './imports';
import { keyring } from './keyring';
import { keys } from './keys';
import { matrix } from './matrix';
import { menu } from './menu';
import { notification } from './notification';
import { palette } from './palette';
import { practice } from './practice';
import { remedies } from './remedies';
import { report } from './report';
import { trouble } from './trouble';
import { verdict } from './verdict';
import { wizard } from './wizard';

export const ja: Messages<typeof en> = {
  about,
  admin,
  app,
  arrival,
  cases,
  cli,
  doctor,
  errors,
  history,
  imports,
  keyring,
  keys,
  matrix,
  menu,
  notification,
  palette,
  practice,
  remedies,
  report,
  trouble,
  verdict,
  wizard,
};
