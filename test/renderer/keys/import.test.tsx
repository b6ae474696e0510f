// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportPreview, ImportState } from '../../../shared/keys/import/preview';
import { sayIn } from '../../../shared/messages/say';
import { inventedKey } from '../../support/secrets';
import { alertText, settle } from '../support/open';
import { openPage } from './open-page';

const say = sayIn('en');
const SECRET = inventedKey('Nw5x');
const dialogs = () => screen.queryAllByRole('dialog').length;

const PREVIEW: ImportPreview = {
  id: 'import-1',
  source: { kind: 'text' },
  format: 'lines',
  rows: [
    {
      row: 0,
      line: 1,
      label: 'Staging',
      lastFour: 'h4Tq',
      repairs: [],
      state: { kind: 'new', keyKind: 'project' },
    },
    {
      row: 1,
      line: 4,
      label: 'Batch',
      lastFour: 'Zk0p',
      repairs: [],
      state: { kind: 'new', keyKind: 'project' },
    },
    {
      row: 2,
      line: 9,
      label: 'Old',
      lastFour: '9wEe',
      repairs: [],
      state: { kind: 'known', label: 'Gateway' },
    },
  ],
  truncated: false,
  baseUrl: null,
  vaultProblem: null,
};

describe('importing keys', () => {
  async function openImport(state: ImportState = { kind: 'none' }) {
    let now = state;
    const opened = await openPage({ before: (doctor) => doctor.answers('imports:state', () => now) });
    await opened.press(say('imports.open'));
    const dialog = await opened.dialog();
    const press = (name: string) => opened.user.click(dialog.getByRole('button', { name }));
    const text = () => dialog.getByLabelText<HTMLTextAreaElement>(say('imports.text'));
    const becomes = (next: ImportState) => {
      now = next;
      opened.doctor.tell({ kind: 'keys' });
    };
    return { ...opened, dialog, press, text, becomes };
  }

  it('hands a pasted text over and empties the box at once', async () => {
    const { user, doctor, text, press } = await openImport();
    doctor.holds('imports:text');
    await user.type(text(), SECRET);
    await press(say('imports.read'));
    expect([text().value, doctor.asked('imports:text')]).toEqual(['', [{ text: SECRET }]]);
  });

  it('asks nothing of an empty box', async () => {
    const { user, doctor, text, press } = await openImport();
    await user.type(text(), '  ');
    await press(say('imports.read'));
    expect(doctor.asked('imports:text')).toEqual([]);
  });

  it('gives a text back that could not be read', async () => {
    const { user, doctor, dialog, text, press } = await openImport();
    doctor.refuses('imports:text', 'internal');
    await user.type(text(), SECRET);
    await press(say('imports.read'));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.internal'));
    expect(text().value).toBe(SECRET);
  });

  it('stores the rows that were not taken out, under the labels they were given', async () => {
    const { user, doctor, dialog, press } = await openImport({ kind: 'preview', preview: PREVIEW });
    await user.click(dialog.getByLabelText(say('imports.take', { line: 1 })));
    const label = dialog.getByLabelText(say('imports.labelOf', { line: 4 }));
    await user.clear(label);
    await user.type(label, 'Night');
    doctor.refuses('imports:commit', 'internal');
    await press(say('imports.store', { count: 1 }));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.internal'));
    expect((label as HTMLInputElement).value).toBe('Night');
    await press(say('imports.store', { count: 1 }));
    const wish = { id: 'import-1', rows: [{ row: 1, label: 'Night' }], baseUrl: null };
    expect(doctor.asked('imports:commit')).toEqual([wish, wish]);
  });

  it('can store nothing where every row was taken out', async () => {
    const { user, dialog } = await openImport({ kind: 'preview', preview: PREVIEW });
    for (const line of [1, 4]) await user.click(dialog.getByLabelText(say('imports.take', { line })));
    const store = dialog.getByRole<HTMLButtonElement>('button', { name: say('imports.store', { count: 0 }) });
    expect(store.disabled).toBe(true);
  });

  it('drops a preview when its dialog is closed, and lets a running import go on', async () => {
    const { user, doctor, becomes, dialog } = await openImport({
      kind: 'running',
      total: 4,
      done: 1,
      stopping: false,
    });
    becomes({ kind: 'running', total: 4, done: 2, stopping: false });
    await settle();
    expect(dialog.getByRole('status').textContent).toBe(say('imports.running', { done: 2, total: 4 }));
    await user.keyboard('{Escape}');
    expect(dialogs()).toBe(0);
    expect(doctor.asked('imports:cancel')).toEqual([]);
    becomes({ kind: 'preview', preview: PREVIEW });
    await user.click(screen.getByRole('button', { name: say('imports.open') }));
    await screen.findByTestId('import-preview');
    await user.keyboard('{Escape}');
    expect(doctor.asked('imports:cancel')).toHaveLength(1);
  });
});

describe('a file that is dropped on the page', () => {
  const file = new File([''], '.env');
  const dropped = { dataTransfer: { files: [file], types: ['Files'] } };
  const hint = () => screen.queryByText(say('imports.dropHere'));

  it('is shown where it would fall, and read as an import', async () => {
    const { doctor } = await openPage();
    const list = screen.getByRole('list', { name: say('keys.list') });
    fireEvent.dragOver(list, dropped);
    expect(hint()).not.toBeNull();
    fireEvent.drop(list, dropped);
    await settle();
    expect([hint(), doctor.asked('imports:dropped')]).toEqual([null, [{ file }]]);
    expect(await screen.findByRole('dialog', { name: say('imports.title') })).toBeTruthy();
  });

  it('opens nothing where it cannot be read, and says why', async () => {
    const { doctor, press } = await openPage();
    doctor.refuses('imports:dropped', 'internal');
    fireEvent.drop(screen.getByRole('list', { name: say('keys.list') }), dropped);
    await settle();
    expect([alertText().includes(say('errors.internal')), screen.queryByRole('dialog')]).toEqual([
      true,
      null,
    ]);
    await press(say('app.common.close'));
    expect(alertText()).toBe('');
  });

  it.each([
    ['a text', {}, ['text/plain'], false],
    // The window reads it as an error instead.
    ['anything in practice, where keys are invented', { info: { mode: 'practice' } }, ['Files'], true],
  ] as const)('is no import where it is %s', async (_what, options, types, isTaken) => {
    const { doctor } = await openPage(options);
    const list = screen.getByRole('list', { name: say('keys.list') });
    const data = { dataTransfer: { files: types[0] === 'Files' ? [file] : [], types } };
    expect(fireEvent.dragOver(list, data)).toBe(!isTaken);
    fireEvent.drop(list, data);
    await settle();
    expect([hint(), doctor.asked('imports:dropped')]).toEqual([null, []]);
  });

  it('is no longer shown once it is taken away again', async () => {
    await openPage();
    const list = screen.getByRole('list', { name: say('keys.list') });
    fireEvent.dragOver(list, dropped);
    fireEvent.dragLeave(list, { relatedTarget: document.body });
    expect(hint()).toBeNull();
  });
});
