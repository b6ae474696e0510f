import { execFile, spawn } from 'node:child_process';

/** An X display that nobody looks at; `name` goes into the variable DISPLAY. */
export interface VirtualDisplay {
  readonly name: string;
  /** Titles and classes of all windows, as text. */
  readonly windows: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Needs the programs Xvfb and xwininfo. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // The server picks a free number itself and writes it to the descriptor that it is given.
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const name = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb did not start.')));
    let text = '';
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(`:${text.trim()}`);
    });
  });
  return {
    name,
    windows: () => listWindows(name),
    stop: async () => {
      server.kill();
      await gone;
    },
  };
}

function listWindows(display: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('xwininfo', ['-root', '-tree', '-display', display], (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}
