import { app } from 'electron';
import { ErrorLog } from '../support/error-log';
import { gate } from './system';

let log: ErrorLog | null = null;

/** One for the whole app, in the folder of its data. */
export function errorLog(): ErrorLog {
  const clean = (text: string) => gate.textForOthers(text);
  log ??= new ErrorLog(app.getPath('userData'), app.getPath('home'), () => new Date(), clean);
  return log;
}
