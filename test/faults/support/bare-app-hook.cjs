/**
 * Runs inside the app's main process, loaded by `electron -r` before the app itself. It does what the test asks for over
 * the channel between parent and child, so that no debugger has to be attached: a debugger changes how Chromium treats
 * a page that hangs. A packed app loads no such file.
 */
const electron = require('electron');

const tell = (message) => {
  if (process.connected) process.send(message);
};
const happened = (event, detail = {}) => tell({ event, detail });

process.on('message', async ({ id, code, argument }) => {
  try {
    const work = new Function(`return (${code});`)();
    tell({ id, value: await work(electron, argument) });
  } catch (error) {
    tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/**
 * The clock that the app's own code reads, so many milliseconds off; Chromium's stays as it is. A preloaded library that moves
 * the clock of whole processes (libfaketime 0.9.10) made Electron start six times slower and its network process crash.
 */
const { MAD_CLOCK_OFF_MS } = process.env;
if (MAD_CLOCK_OFF_MS !== undefined) {
  const RealDate = Date;
  let off = Number(MAD_CLOCK_OFF_MS);
  globalThis.setClockOff = (milliseconds) => {
    off = milliseconds;
  };
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [RealDate.now() + off] : parts));
    }

    static now() {
      return RealDate.now() + off;
    }
  };
}

electron.app.on('web-contents-created', (_event, contents) => {
  contents.on('did-finish-load', () => happened('page-loaded', { url: contents.getURL() }));
  contents.on('render-process-gone', (_gone, { reason }) => happened('page-gone', { reason }));
});
electron.app.on('browser-window-created', (_event, window) => {
  happened('window-opened');
  window.on('unresponsive', () => happened('unresponsive'));
  window.on('responsive', () => happened('responsive'));
  window.on('closed', () => happened('window-closed'));
});
electron.app.on('child-process-gone', (_event, { type, reason }) =>
  happened('process-gone', { type, reason }),
);
