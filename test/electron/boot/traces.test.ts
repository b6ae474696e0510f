import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { leaveTraces } from '../../../electron/boot/traces';

const GONE = { type: 'Utility', name: 'Vault', reason: 'crashed', exitCode: 5 };

function watched() {
  const app = new EventEmitter();
  const log: string[] = [];
  leaveTraces(app as unknown as App, (text) => log.push(text));
  const contents = new EventEmitter();
  app.emit('web-contents-created', {}, contents);
  const says = (level: string, message: string) =>
    contents.emit('console-message', { level, message, sourceId: 'app://page.js', lineNumber: 7 });
  return { app, log, contents, says };
}

describe('what ends or fails outside of the main process', () => {
  it('leaves one line a process, and an error of a page its place', () => {
    const { app, log, says } = watched();
    app.emit('render-process-gone', {}, {}, { reason: 'oom', exitCode: 9 });
    app.emit('child-process-gone', {}, GONE);
    app.emit('child-process-gone', {}, { type: 'GPU', reason: 'killed', exitCode: 15 });
    says('error', 'Uncaught Error: x');
    expect(log).toEqual([
      "A window's process ended: oom, exit code 9",
      'A process of type Utility (Vault) ended: crashed, exit code 5',
      'A process of type GPU ended: killed, exit code 15',
      'Error in a window: Uncaught Error: x\nat app://page.js:7',
    ]);
  });

  it('leaves nothing where a process ended as it should, a page said less than an error, or the app quits', () => {
    const { app, log, says } = watched();
    app.emit('render-process-gone', {}, {}, { reason: 'clean-exit', exitCode: 0 });
    says('warning', 'x');
    app.emit('before-quit');
    app.emit('child-process-gone', {}, GONE);
    expect(log).toEqual([]);
  });

  it('takes no more than fifty errors of a page, until it is loaded again', () => {
    const { log, contents, says } = watched();
    for (let number = 0; number < 200; number += 1) says('error', `${number}`);
    expect(log).toHaveLength(50);
    contents.emit('did-finish-load');
    says('error', 'after');
    expect(log.at(-1)).toContain('after');
  });
});
