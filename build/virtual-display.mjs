/** A display that nobody sees, for the tour and the end-to-end tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Stop } from './process.mjs';

const SCREEN = '1400x1000x24';

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts an X server on a number that it picks itself.
 * @returns {Promise<{ env: { DISPLAY: string }, end: () => Promise<void> }>}
 */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const died = once(server, 'exit').then(() => {
    throw new Stop('The virtual display (Xvfb) ended as soon as it was started.');
  });
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb was started without a pipe');
  const [number] = await Promise.race([once(pipe, 'data'), died]);
  died.catch(() => undefined);
  return {
    env: { DISPLAY: `:${String(number).trim()}` },
    end: async () => {
      if (server.exitCode !== null) return;
      server.kill();
      await once(server, 'exit');
    },
  };
}
