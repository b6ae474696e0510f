/** Where the app starts: switches and variables first, then one instance, then its parts. */
import { accessSync, constants, existsSync } from 'node:fs';
import { app, dialog } from 'electron';
import { sayIn } from '../shared/messages/say';
import { takeOpenAiVariables } from './boot/environment-variables';
import { errorLog } from './boot/error-log';
import { failureReport } from './boot/failure-report';
import { claimLinks, collectLinks, withoutLongLinks } from './boot/links';
import { startApplication } from './boot/start';
import {
  dropDangerousVariables,
  NO_SANDBOX,
  readLaunchOptions,
  refusedSwitches,
  refusedVariables,
} from './boot/switches';
import { gate, systemLanguage } from './boot/system';
import { declareAppScheme } from './window/app-protocol';

const hasSwitch = (name: string) => app.commandLine.hasSwitch(name);
const openAiVariables = takeOpenAiVariables(process.env);
dropDangerousVariables(process.env);

const TITLE = 'Model Access Doctor';

const log = (text: string) => {
  console.error(text);
  errorLog().add(text);
};
const outlets = { clean: (text: string) => gate.textForOthers(text), log };
const report = failureReport({
  ...outlets,
  show: async (text) => {
    if (!app.isReady()) dialog.showErrorBox(TITLE, text);
    else await dialog.showMessageBox({ type: 'error', title: TITLE, message: TITLE, detail: text });
  },
});
/** The same, but it returns only when the box is closed: what follows ends the app. */
const reportLast = failureReport({
  ...outlets,
  show: async (text) => dialog.showErrorBox(TITLE, text),
});
process.on('uncaughtException', report);
process.on('unhandledRejection', report);

const surroundings = {
  platform: process.platform,
  packaged: app.isPackaged,
  root: process.platform === 'linux' && process.getuid?.() === 0,
};
const args = process.argv.slice(1);
const switches = refusedSwitches(args, surroundings);
const variables = refusedVariables(process.env, surroundings);
const shortened = withoutLongLinks(args);

/** The status by which programs say that they were called in the wrong way (EX_USAGE). */
const WRONG_USE = 64;

function refuseToStart(): void {
  const names = [...switches.map((name) => `--${name}`), ...variables];
  console.error(`Refusing to start with: ${names.join(' ')}. This app takes no such switch or variable.`);
  // An AppImage may have added it unasked, and nobody reads its console.
  const sentence = switches.every((name) => name === NO_SANDBOX) ? sentenceOnScreen() : null;
  if (sentence === null) app.exit(WRONG_USE);
  else
    app.whenReady().then(() => {
      dialog.showErrorBox(TITLE, sentence);
      app.exit(WRONG_USE);
    }, report);
}

/** A switch may open a door as soon as the app is ready, so only these are told in a box. */
function sentenceOnScreen(): string {
  const say = sayIn(systemLanguage());
  return switches.length > 0
    ? say('app.noSandbox')
    : say('trouble.variables', { names: variables.join(', ') });
}

if (switches.length > 0 || variables.length > 0) {
  refuseToStart();
} else if (shortened !== null) {
  // An AppImage unpacks itself for each start, and what it unpacked goes with this one.
  const image = process.env['APPIMAGE'];
  app.relaunch({ args: [...shortened], ...(image === undefined ? {} : { execPath: image }) });
  app.exit(0);
} else if (!app.requestSingleInstanceLock() && canHoldLock(app.getPath('userData'))) {
  app.exit(0);
} else {
  declareAppScheme();
  const links = collectLinks(app, args);
  claimLinks(app, process.platform);
  app
    .whenReady()
    .then(() => startApplication(readLaunchOptions(hasSwitch), openAiVariables, links))
    .catch((error: unknown) => {
      reportLast(error);
      // Half a start leaves a process without a window, which nobody could end.
      app.exit(70);
    });
}

/** The lock is a file. Where none can be made, its absence says nothing of another instance. */
function canHoldLock(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return !existsSync(folder);
  }
}
