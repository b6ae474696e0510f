/** Where the app starts: switches and variables first, then one instance, then its parts. */
import { app, dialog } from 'electron';
import { redact } from '../shared/redaction/redact';
import { takeOpenAiVariables } from './boot/environment-variables';
import { startApplication } from './boot/start';
import { dangerousSwitches, dropDangerousVariables, readLaunchOptions } from './boot/switches';
import { declareAppScheme } from './window/app-protocol';

const hasSwitch = (name: string) => app.commandLine.hasSwitch(name);
const openAiVariables = takeOpenAiVariables(process.env);
dropDangerousVariables(process.env);

/** A bug: said without secrets, where it can be seen. */
function report(error: unknown): void {
  const text = redact(error instanceof Error ? (error.stack ?? error.message) : 'Unknown failure');
  console.error(text);
  dialog.showErrorBox('Model Access Doctor', text.slice(0, 2_000));
}
process.on('uncaughtException', report);
process.on('unhandledRejection', report);

const refused = dangerousSwitches(hasSwitch, app.isPackaged);
if (refused.length > 0) {
  console.error(`Refusing to start with: ${refused.map((name) => `--${name}`).join(' ')}`);
  app.exit(64);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  declareAppScheme();
  app
    .whenReady()
    .then(() => startApplication(readLaunchOptions(hasSwitch), openAiVariables))
    .catch((error: unknown) => {
      report(error);
      // Half a start leaves a process without a window, which nobody could end.
      app.exit(70);
    });
}
