/** Leaves a trace in the log of what ends or fails outside of the main process, which nobody else would write down. */
import type { App } from 'electron';

/** Of one page, in entries: a page that fails in a loop must not push everything else out of the log. */
const MOST_OF_PAGE = 50;

/** `log` cleans what it is given. What ends because the app quits leaves no trace. */
export function leaveTraces(app: App, log: (text: string) => void): void {
  let quits = false;
  app.on('before-quit', () => {
    quits = true;
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (!quits && reason !== 'clean-exit') log(`A window's process ended: ${reason}, exit code ${exitCode}`);
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (!quits && reason !== 'clean-exit')
      log(`A process of type ${type}${name ? ` (${name})` : ''} ended: ${reason}, exit code ${exitCode}`);
  });
  app.on('web-contents-created', (_event, contents) => {
    let entries = 0;
    contents.on('did-finish-load', () => {
      entries = 0;
    });
    // Uncaught errors, refused promises and what React's error boundary caught all arrive here, without a channel of their own.
    contents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
      entries += level === 'error' ? 1 : 0;
      if (level === 'error' && entries <= MOST_OF_PAGE)
        log(`Error in a window: ${message}${sourceId === '' ? '' : `\nat ${sourceId}:${lineNumber}`}`);
    });
  });
}
