import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BareApp } from './support/bare-app';

it('starts the app without a debugger, does in it what is asked, and leaves nothing behind', async () => {
  const app = await BareApp.start({ args: ['--practice'] });
  try {
    const seen = await app.main(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.debugger.isAttached()),
    );
    expect([seen, await app.page((n: number) => document.title.length > n, 3)]).toEqual([[false], true]);
    expect(app.processes().some(({ command }) => /--inspect|remote-debugging/.test(command))).toBe(false);
    const info = await app.verb('app', 'info', {});
    expect(info.ok && info.value.mode).toBe('practice');
    await expect(app.main(() => Promise.reject(new Error('meant')))).rejects.toThrow('meant');
    await expect(app.main(() => new Promise(() => undefined), null, 200)).rejects.toThrow('in vain');
    expect(await app.kill()).toEqual([]);
    expect(await app.ended).toEqual({ code: null, signal: 'SIGKILL' });
  } finally {
    await app.stop();
  }
  expect(existsSync(app.profile)).toBe(false);
});
