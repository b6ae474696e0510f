/**
 * Sentinels: secrets that exist nowhere else go through every path on which the app takes one, damaged ones as well, and
 * servers repeat them in every form. Then any twelve characters in a row of them are looked for in everything that the
 * app leaves, prints, answers or holds in its window.
 */

import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { EVERY_CHECK } from '../../shared/history/views';
import type { DoctorApi } from '../../shared/ipc/contract';
import { ImportDialog } from '../e2e/support/import-dialog';
import { KeysPage } from '../e2e/support/keys-page';
import { launchApp, picture, type RunningApp } from '../e2e/support/launch';
import { DAMAGES, WRAPPINGS } from '../support/damaged-keys';
import { type HostileServer, startHostileServer } from '../support/hostile-server';
import { PrivateKeyring } from '../support/private-keyring';
import { findTraces, PLANTED_AS, type Place } from '../support/trace-search';
import { ANSWERED_WITH, ECHOED_AS, echoing } from './support/echoes';

/** Sixty letters and digits that no other run has. */
function sentinel(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const random = crypto.getRandomValues(new Uint8Array(60));
  return ['sk', 'proj', [...random].map((byte) => letters[byte % letters.length]).join('')].join('-');
}

const PATHS = [
  'added',
  'refused',
  'pasted',
  'in a file',
  'in the environment',
  'left out',
  'rotated in',
  'deleted',
  'in an error',
  'damaged',
] as const;
const secrets = new Map<string, string>(
  PATHS.map((path) => [path, path === 'left out' ? sentinel().replace('proj', 'admin') : sentinel()]),
);
const secretOf = (path: (typeof PATHS)[number]) => secrets.get(path) ?? '';

let server: HostileServer;
let keyring: PrivateKeyring;
let running: RunningApp;
let keys: KeysPage;
let imports: ImportDialog;
let folder: string;

beforeAll(async () => {
  server = await startHostileServer();
  server.behave(echoing((key) => key, 'refusal'));
  folder = mkdtempSync(join(tmpdir(), 'sentinels-'));
  keyring = await PrivateKeyring.start();
  running = await launchApp({
    env: {
      ...keyring.env,
      OPENAI_API_KEY: secretOf('in the environment'),
      OPENAI_BASE_URL: server.baseUrl,
    },
  });
  keys = new KeysPage(running.page);
  imports = new ImportDialog(running.page);
  await recordReplies();
  await keys.open();
});
afterAll(async () => {
  await running.close();
  await keyring.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps every reply to the window, and every message that is pushed to it, as main sent it. */
async function recordReplies(): Promise<void> {
  await running.app.evaluate(({ ipcMain, BrowserWindow }) => {
    const replies: string[] = [];
    Reflect.set(globalThis, 'recordedReplies', replies);
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    );
    for (const [channel, handler] of handlers)
      handlers.set(channel, async (...args) => {
        const reply = await handler(...args);
        replies.push(`${channel} ${JSON.stringify(reply)}`);
        return reply;
      });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const send = contents.send.bind(contents);
    contents.send = (channel: string, ...args: unknown[]) => {
      replies.push(`${channel} ${JSON.stringify(args)}`);
      send(channel, ...args);
    };
  });
}

const repliesToWindow = () =>
  running.app.evaluate(() => (Reflect.get(globalThis, 'recordedReplies') as string[]).join('\n'));

async function heapOfWindow(): Promise<Buffer> {
  const session = await running.page.context().newCDPSession(running.page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}

function filesBelow(root: string): readonly Place[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => lstatSync(path).isFile())
    .map((path) => ({ name: path.slice(root.length + 1), content: readFileSync(path) }));
}

const place = (name: string, content: string): Place => ({ name, content: Buffer.from(content) });

describe('the search itself', () => {
  it.each(Object.entries(PLANTED_AS))('finds twelve characters of a planted secret as %s', (_form, write) => {
    const [, body = ''] = /^sk-proj-(.*)$/.exec(secretOf('added')) ?? [];
    for (const from of [0, 7, body.length - 12]) {
      const bytes = write(body.slice(from, from + 12));
      const planted = Buffer.concat([
        Buffer.from('something (before) '),
        bytes,
        Buffer.from('\n and behind'),
      ]);
      expect(findTraces(secrets, [{ name: 'here', content: planted }])).not.toEqual([]);
    }
  });

  it('finds nothing in ordinary text', () => {
    const text = `sk-proj-your-project-key, ${'Incorrect API key provided. '.repeat(50)}`;
    expect(findTraces(secrets, [place('here', text)])).toEqual([]);
  });

  it('finds what stands in the window’s memory', async () => {
    await running.page.evaluate(
      (text) => {
        Reflect.set(globalThis, 'planted', { text });
      },
      `${secretOf('added').slice(20, 44)}!`,
    );
    expect(findTraces(secrets, [{ name: 'heap', content: await heapOfWindow() }])).toContain(
      'added as text in heap',
    );
    // The name of the control must be gone again before the real search.
    await running.page.evaluate(() => Reflect.deleteProperty(globalThis, 'planted'));
  });
});

describe('secrets that went through every path', () => {
  const where = () => server.baseUrl;

  it('are taken, used, answered with echoes, replaced and deleted', async () => {
    const { page } = running;
    await keys.add(secretOf('added'), 'Added', where());
    await keys.startAdding();
    await keys.fillAndStore(`${secretOf('refused')}é`, 'Refused', where());
    await keys.dialog.getByRole('alert').waitFor();
    await keys.dialog.getByRole('button', { name: 'Cancel' }).click();

    await imports.open();
    await imports.paste(
      [
        `# ${secretOf('left out')}`,
        `OPENAI_BASE_URL=${where()}`,
        `PASTED_OPENAI_API_KEY=${secretOf('pasted')} # not ${secretOf('left out')}`,
        `DELETED_OPENAI_API_KEY=${secretOf('deleted')}`,
      ].join('\n'),
    );
    await imports.store();
    await imports.done();

    const path = join(folder, 'keys.env');
    writeFileSync(path, `OPENAI_BASE_URL=${where()}\nFILED_OPENAI_API_KEY=${secretOf('in a file')}\n`);
    await running.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await imports.open();
    await imports.dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await imports.preview();
    await imports.store();
    await imports.done();

    await imports.open();
    await imports.dialog.getByRole('button', { name: 'From environment variables' }).click();
    await imports.preview();
    await imports.store();
    await imports.done();

    await page.getByLabel('Select all shown').check();
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Test' }).click();
    await expect.poll(() => page.getByTestId('untested').count()).toBe(0);
    await page.getByLabel('Select all shown').uncheck();
    await keys.choose('Added', 'Copy to clipboard');
    await keys.row('Added').getByRole('status').waitFor();
    await keys.choose('Added', 'Replace the secret');
    await keys.dialog.getByLabel('New API key').fill(secretOf('rotated in'));
    await keys.dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await keys.dialog.waitFor({ state: 'hidden' });
    await keys.delete('Deleted');
    expect(server.requests.length).toBeGreaterThan(4);
  });

  it('are taken out of an error that is pasted, and out of the answers to its tests', async () => {
    const doctor = new DoctorPage(running.page);
    await doctor.goToDiagnose();
    const text = `Error code: 401 - Incorrect API key provided: ${secretOf('in an error')}. model gpt-5.5`;
    await doctor.diagnose(`${text}\nOPENAI_API_KEY=${secretOf('in an error')}`);
    await doctor.chooseKey('Pasted');
    await doctor.testAgain();
    await keys.open();
  });

  it('are repeated by a server in every form, in every part of an answer', async () => {
    const ids = await running.page.evaluate(async () => {
      const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
      const listed = await doctor.keys.list({});
      return listed.ok ? listed.value.map(({ id }) => id) : [];
    });
    const asked = server.requests.length;
    for (const [index, form] of Object.values(ECHOED_AS).entries())
      for (const kind of ANSWERED_WITH) {
        server.behave(echoing(form, kind));
        await running.page.evaluate(
          async ({ id, whole }) => {
            const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
            const test = whole
              ? ({ model: null, probe: 'list' } as const)
              : ({ model: 'gpt-5.5', probe: 'retrieve' } as const);
            await doctor.matrix.retest({ ...test, keyId: id, consent: false });
          },
          { id: ids[index % ids.length] ?? '', whole: kind === 'models' || kind === 'redirect' },
        );
      }
    const forms = Object.keys(ECHOED_AS).length * ANSWERED_WITH.length;
    expect(server.requests.length - asked).toBeGreaterThanOrEqual(forms);
  });

  it('are taken out of a text in which they are damaged', async () => {
    const damaged = [...Object.values(DAMAGES), ...Object.values(WRAPPINGS)].map((harm) =>
      harm(secretOf('damaged')),
    );
    const opened = await running.page.evaluate(
      async (texts) => {
        const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
        const answers = [];
        for (const text of texts) answers.push(await doctor.cases.open({ text, keyId: null, model: null }));
        return answers.filter((answer) => answer.ok).length;
      },
      damaged.map((key) => `Error code: 401 - Incorrect API key provided: ${key}\nmodel gpt-5.5`),
    );
    expect(opened).toBe(damaged.length);
  });

  it('are hidden in the box as they are pasted', async () => {
    const doctor = new DoctorPage(running.page);
    await doctor.goToDiagnose();
    await running.app.evaluate(
      ({ clipboard }, text) => clipboard.writeText(text),
      `key ${secretOf('damaged')} refused`,
    );
    await doctor.pasteBox.focus();
    await running.page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => doctor.pasteBox.inputValue()).toBe('key sk-proj-…[redacted] refused');
    await picture(running.page, 'pasted-key-hidden');
    await doctor.pasteBox.fill('');
    await running.app.evaluate(({ clipboard }) => clipboard.clear());
    await keys.open();
  });

  it('stand in nothing that is exported', async () => {
    await running.app.evaluate(({ dialog }, target) => {
      let number = 0;
      dialog.showSaveDialog = async () => {
        number += 1;
        return { canceled: false, filePath: `${target}/export-${number}` };
      };
    }, folder);
    const saved = await running.page.evaluate(async (filter) => {
      const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
      const cases = await doctor.cases.list({});
      const id = cases.ok ? (cases.value[0]?.id ?? '') : '';
      const answers = [];
      for (const format of ['csv', 'json', 'markdown'] as const) {
        for (const what of [{ kind: 'all' }, { kind: 'model', model: 'gpt-5.5' }] as const)
          answers.push(await doctor.matrix.export({ format, what, language: 'en' }));
        answers.push(await doctor.history.export({ filter, format }));
      }
      for (const format of ['markdown', 'json', 'html'] as const)
        answers.push(await doctor.report.save({ id, language: 'en', format }));
      answers.push(await doctor.report.save_message({ id, language: 'ja', form: 'email' }));
      answers.push(await doctor.report.save_guide({ id, language: 'ja' }));
      answers.push(await doctor.report.save_misreading({ id, meant: null, note: '' }));
      return answers.map((answer) => answer.ok && answer.value.saved);
    }, EVERY_CHECK);
    expect(saved).toEqual(Array(15).fill(true));
    const exported = filesBelow(folder).filter(({ name }) => name.startsWith('export-'));
    expect(exported).toHaveLength(15);
    expect(findTraces(secrets, exported)).toEqual([]);
  });

  it('stand in no reply, in nothing printed and nowhere in the window', async () => {
    const replies = await repliesToWindow();
    expect(replies).toContain('keys:add');
    const places: readonly Place[] = [
      place('replies', replies),
      place('output', running.output()),
      place('document', await running.page.content()),
      place('accessible names', await running.page.locator('body').ariaSnapshot()),
      { name: 'heap', content: await heapOfWindow() },
    ];
    expect(findTraces(secrets, places)).toEqual([]);
  });

  it('stand in no file of the app and not on the clipboard once it has quit', async () => {
    await keys.choose('Added', 'Copy to clipboard');
    await keys.row('Added').getByRole('status').waitFor();
    const clipboard = await running.app.evaluate(({ clipboard: board }) => board.readText());
    expect(clipboard).toBe(secretOf('rotated in'));
    await running.quit();
    expect(findTraces(secrets, filesBelow(running.profile))).toEqual([]);
    running = await launchApp({ env: keyring.env, profile: running.profile });
    const after = await running.app.evaluate(({ clipboard: board }) => board.readText());
    expect(findTraces(secrets, [place('clipboard', after)])).toEqual([]);
  });

  it('are in no dump of a window that crashed and came back', async () => {
    await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await expect
      .poll(() =>
        running.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.isCrashed(),
        ),
      )
      .toBe(false);
    expect(findTraces(secrets, filesBelow(running.profile))).toEqual([]);
  });

  it('stand in the keychain, but for those that were refused, replaced or deleted', async () => {
    const found = (await keyring.secretTool(['search', '--all', 'service', 'Model Access Doctor'])).output;
    const kept = PATHS.filter((path) => found.includes(secretOf(path)));
    expect(kept).toEqual(['pasted', 'in a file', 'in the environment', 'rotated in']);
  });
});
