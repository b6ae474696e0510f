import { app } from 'electron';
import { ErrorLog } from '../support/error-log';

let log: ErrorLog | null = null;

/** One for the whole app, in the folder of its data. */
export function errorLog(): ErrorLog {
  log ??= new ErrorLog(app.getPath('userData'), app.getPath('home'), () => new Date());
  return log;
}
