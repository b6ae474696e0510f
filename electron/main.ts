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

process.on('uncaughtException', (error) => {
  const text = redact(error.stack ?? error.message);
  console.error(text);
  dialog.showErrorBox('Model Access Doctor', text.slice(0, 2_000));
});

const refused = dangerousSwitches(hasSwitch, app.isPackaged);
if (refused.length > 0) {
  console.error(`Refusing to start with: ${refused.map((name) => `--${name}`).join(' ')}`);
  app.exit(64);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  declareAppScheme();
  void app.whenReady().then(() => startApplication(readLaunchOptions(hasSwitch), openAiVariables));
}
