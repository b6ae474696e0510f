/** Where the app starts: switches and variables first, then one instance, then its parts. */
import { accessSync, constants, existsSync } from 'node:fs';
import { app, dialog } from 'electron';
import { sayIn } from '../shared/messages/say';
import { takeOpenAiVariables } from './boot/environment-variables';
import { failureReport } from './boot/failure-report';
import { startApplication } from './boot/start';
import { dangerousSwitches, dropDangerousVariables, readLaunchOptions } from './boot/switches';
import { systemLanguage } from './boot/system';
import { declareAppScheme } from './window/app-protocol';

const hasSwitch = (name: string) => app.commandLine.hasSwitch(name);
const openAiVariables = takeOpenAiVariables(process.env);
dropDangerousVariables(process.env);

const TITLE = 'Model Access Doctor';

const report = failureReport({
  log: (text) => console.error(text),
  show: async (text) => {
    if (!app.isReady()) dialog.showErrorBox(TITLE, text);
    else await dialog.showMessageBox({ type: 'error', title: TITLE, message: TITLE, detail: text });
  },
});
/** The same, but it returns only when the box is closed: what follows ends the app. */
const reportLast = failureReport({
  log: (text) => console.error(text),
  show: async (text) => dialog.showErrorBox(TITLE, text),
});
process.on('uncaughtException', report);
process.on('unhandledRejection', report);

const refused = dangerousSwitches(hasSwitch, {
  packaged: app.isPackaged,
  root: process.platform === 'linux' && process.getuid?.() === 0,
});
if (refused.length > 0) {
  console.error(`Refusing to start with: ${refused.map((name) => `--${name}`).join(' ')}`);
  if (refused.every((name) => name === 'no-sandbox')) {
    // An AppImage may have added it unasked, and nobody reads its console.
    app.whenReady().then(() => {
      dialog.showErrorBox(TITLE, sayIn(systemLanguage())('app.noSandbox'));
      app.exit(64);
    }, report);
  } else app.exit(64);
} else if (!app.requestSingleInstanceLock() && canHoldLock(app.getPath('userData'))) {
  app.exit(0);
} else {
  declareAppScheme();
  app
    .whenReady()
    .then(() => startApplication(readLaunchOptions(hasSwitch), openAiVariables))
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
