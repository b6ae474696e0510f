// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { MAX_PASTE } from '../../shared/base/limits';
import type { KeptBefore } from '../../shared/ipc/views';
import { sayIn } from '../../shared/messages/say';
import { inventedKey } from '../support/secrets';
import { ERROR_TEXT, MODEL } from './support/fake-world';
import { type OpenOptions, openApp, pass, settle } from './support/open';
import type { ScriptedDoctor } from './support/scripted-doctor';

const say = sayIn('en');
const HARMLESS = 'The meeting about our models is at ten.';

async function openPage(options: OpenOptions = {}) {
  const opened = await openApp(options);
  const box = () => screen.getByLabelText<HTMLTextAreaElement>(say('app.diagnose.pasteLabel'));
  const paste = async (text: string) => {
    await opened.user.click(box());
    await opened.user.paste(text);
  };
  const press = (name: string) =>
    opened.user.click(within(screen.getByRole('main')).getByRole('button', { name }));
  const submit = () => press(say('app.diagnose.submit'));
  const visit = (page: 'diagnose' | 'settings') =>
    opened.user.click(screen.getByText(say(`app.navigation.${page}`), { selector: 'nav *' }));
  return { ...opened, visit, box, paste, press, submit };
}

const alertText = () => screen.queryByRole('alert')?.textContent ?? null;
const modelInput = () =>
  screen.getByLabelText<HTMLInputElement>(say('app.question.model'), { selector: 'input' });
const liveReading = () => screen.queryByTestId('live-reading');

/** What comes with a drop or a paste: files, or a text. */
function transfer(files: readonly File[], text = '') {
  const types = files.length > 0 ? ['Files'] : ['text/plain'];
  return { files, types, getData: (type: string) => (type === 'text/plain' ? text : '') };
}

const textFile = (text: string, type = 'text/plain') => new File([text], 'app.log', { type });

describe('a pasted error', () => {
  it('becomes a case, and leaves the box empty for the next', async () => {
    const { doctor, box, paste, visit, submit } = await openPage();
    await paste(ERROR_TEXT);
    await submit();
    expect(doctor.asked('cases:open')).toEqual([{ text: ERROR_TEXT, keyId: null, model: null }]);
    expect(await screen.findByText(say('verdict.cause.project_lacks_model.title'), { selector: 'h2' }));
    await visit('diagnose');
    expect(box().value).toBe('');
  });

  it('is sent by Enter as it was pasted, and once it is written on by Control and Enter alone', async () => {
    const { user, doctor, box, paste } = await openPage();
    const hint = (keys: string) => screen.queryByText(say('app.diagnose.shortcut', { keys }));
    await paste(ERROR_TEXT);
    expect(hint('Enter')).not.toBeNull();
    await user.keyboard('!');
    expect([hint('Enter'), hint('Ctrl+Enter') === null]).toEqual([null, false]);
    await user.keyboard('{Enter}');
    expect([box().value, doctor.asked('cases:open')]).toEqual([`${ERROR_TEXT}!\n`, []]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(doctor.asked('cases:open')).toHaveLength(1);
    await user.keyboard('{Control>}1{/Control}');
    await paste(ERROR_TEXT);
    await user.keyboard('{Enter}');
    expect(doctor.asked('cases:open').at(-1)).toEqual({ text: ERROR_TEXT, keyId: null, model: null });
  });

  it('that reports no refused call gets a new line by Enter', async () => {
    const { user, doctor, box, paste } = await openPage();
    await paste(HARMLESS);
    await user.keyboard('{Enter}');
    expect([box().value, doctor.asked('cases:open')]).toEqual([`${HARMLESS}\n`, []]);
  });

  it('stays in the box where no case could be opened, and can be sent again', async () => {
    const { doctor, box, paste, submit } = await openPage();
    doctor.refuses('cases:open', 'store_failed');
    await paste(ERROR_TEXT);
    await submit();
    expect(alertText()).toContain(say('errors.store_failed'));
    expect([alertText()?.includes(say('app.diagnose.failedKept')), box().value]).toEqual([true, ERROR_TEXT]);
    doctor.recovers('cases:open');
    await submit();
    expect(alertText()).toBeNull();
    expect(doctor.asked('cases:open')).toHaveLength(2);
  });

  it('is no longer said to have failed once the text is another', async () => {
    const { user, doctor, box, paste, submit } = await openPage();
    doctor.refuses('cases:open', 'store_failed');
    await paste(ERROR_TEXT);
    await submit();
    expect(alertText()).not.toBeNull();
    await user.type(box(), 'x');
    expect(alertText()).toBeNull();
  });

  it('asks for a text where there is none', async () => {
    const { doctor, submit } = await openPage();
    await submit();
    expect(alertText()).toContain(say('app.diagnose.emptyTitle'));
    expect(doctor.asked('cases:open')).toEqual([]);
  });

  it('opens a case of a text without a failure only on purpose', async () => {
    const { doctor, paste, press, submit } = await openPage();
    await paste(HARMLESS);
    await submit();
    expect(alertText()).toContain(say('app.diagnose.noErrorTitle'));
    expect(doctor.asked('cases:open')).toEqual([]);
    await press(say('app.diagnose.openAnyway'));
    expect(doctor.asked('cases:open')).toEqual([{ text: HARMLESS, keyId: null, model: null }]);
  });

  it('is too large as a whole: what was typed before stays as it was', async () => {
    const { box, paste } = await openPage();
    await paste('before');
    fireEvent.paste(box(), { clipboardData: transfer([], 'x'.repeat(MAX_PASTE)) });
    expect(alertText()).toContain(say('app.diagnose.tooLargeTitle'));
    expect(box().value).toBe('before');
  });

  it('is put where the cursor was, however long it is', async () => {
    const { box, paste } = await openPage();
    await paste('first last');
    box().setSelectionRange(6, 6);
    const long = `${'log line\r\n'.repeat(3_000)}`;
    fireEvent.paste(box(), { clipboardData: transfer([], long) });
    expect(box().value).toBe(`first ${'log line\n'.repeat(3_000)}last`);
  });

  it('is asked for as text where a picture was pasted', async () => {
    const { box } = await openPage();
    fireEvent.paste(box(), { clipboardData: transfer([textFile('', 'image/png')]) });
    expect(alertText()).toContain(say('app.diagnose.picture'));
  });

  it('is cleared by “Clear”, which is there only with a text', async () => {
    const { box, paste, press } = await openPage();
    expect(screen.queryByText(say('app.diagnose.clear'))).toBeNull();
    await paste(ERROR_TEXT);
    await press(say('app.diagnose.clear'));
    expect(box().value).toBe('');
    expect(screen.queryByText(say('app.diagnose.clear'))).toBeNull();
  });
});

describe('a text that is not pasted into the box', () => {
  const dropped = () => screen.queryByText(say('app.diagnose.dropHere'));
  const page = () => document.querySelector('main h1')?.textContent;

  it('but anywhere in the window is read all the same', async () => {
    const { user, box, visit } = await openPage();
    await visit('settings');
    await user.paste(ERROR_TEXT);
    expect([page(), box().value]).toEqual([say('app.diagnose.title'), ERROR_TEXT]);
    expect(document.activeElement).toBe(box());
    expect(liveReading()?.dataset['cause']).toBe('project_lacks_model');
  });

  it('but into another field stays there', async () => {
    const { user, box } = await openPage();
    await user.click(modelInput());
    await user.paste(MODEL);
    expect([modelInput().value, box().value]).toEqual([MODEL, '']);
  });

  it('but into a dialog changes nothing behind it', async () => {
    const { user, box } = await openPage();
    await user.keyboard('{Control>}/{/Control}');
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.paste(ERROR_TEXT);
    expect(box().value).toBe('');
  });

  it('takes the place of what was there, which can be brought back', async () => {
    const { user, box, paste, press, visit } = await openPage();
    await paste('half a thought');
    await visit('settings');
    await user.paste(ERROR_TEXT);
    expect(box().value).toBe(ERROR_TEXT);
    await press(say('app.diagnose.undo'));
    expect(box().value).toBe('half a thought');
    expect(screen.queryByText(say('app.diagnose.undo'))).toBeNull();
  });

  it('is dropped as a file on any page', async () => {
    const { box, visit } = await openPage();
    await visit('settings');
    const main = screen.getByRole('main');
    fireEvent.dragOver(main, { dataTransfer: transfer([textFile('')]) });
    expect(dropped()).not.toBeNull();
    fireEvent.drop(main, { dataTransfer: transfer([textFile(`${ERROR_TEXT}\r\nend`)]) });
    await vi.waitFor(() => expect(box().value).toBe(`${ERROR_TEXT}\nend`));
    expect(dropped()).toBeNull();
  });

  it('is chosen as a file, the same one twice over', async () => {
    const { user, box, press } = await openPage();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('Nothing to choose a file with');
    const asked = vi.spyOn(input, 'click');
    await press(say('app.diagnose.openFile'));
    await user.keyboard('{Control>}o{/Control}');
    expect(asked).toHaveBeenCalledTimes(2);
    for (let time = 0; time < 2; time += 1) {
      fireEvent.change(input, { target: { files: [textFile(ERROR_TEXT)] } });
      await vi.waitFor(() => expect(box().value).toBe(ERROR_TEXT));
      await press(say('app.diagnose.clear'));
    }
  });
});

describe('a text that was cleared', () => {
  it('comes back by Undo and by Control and Z, until something else is written', async () => {
    const { user, box, paste, press } = await openPage();
    await paste(ERROR_TEXT);
    await press(say('app.diagnose.clear'));
    await press(say('app.diagnose.undo'));
    expect(box().value).toBe(ERROR_TEXT);
    await press(say('app.diagnose.clear'));
    await user.keyboard('{Control>}z{/Control}');
    expect(box().value).toBe(ERROR_TEXT);
    await press(say('app.diagnose.clear'));
    await user.keyboard('x');
    expect(screen.queryByText(say('app.diagnose.undo'))).toBeNull();
  });
});

describe('a text whose cause cannot be told', () => {
  it.each([
    ['body', 'Request failed with status code 403'],
    ['failure', 'Nothing works since Monday.'],
  ] as const)('is told which line it would have needed: the %s', async (needed, text) => {
    const { paste } = await openPage();
    await paste(text);
    expect((await screen.findByTestId('needed')).textContent).toBe(say(`verdict.needed.${needed}`));
  });

  it('is asked for no more where its cause is told', async () => {
    const { paste } = await openPage();
    await paste(ERROR_TEXT);
    expect(await screen.findByTestId('live-reading')).toBeTruthy();
    expect(screen.queryByTestId('needed')).toBeNull();
  });
});

describe('a file that is dropped on the box', () => {
  it('is read, and shown as what was read in it', async () => {
    const { box } = await openPage();
    fireEvent.drop(box(), { dataTransfer: transfer([textFile(ERROR_TEXT)]) });
    await vi.waitFor(() => expect(box().value).toBe(ERROR_TEXT));
    expect(await screen.findByTestId('live-reading')).toBeTruthy();
  });

  const oversized = Object.defineProperty(textFile(''), 'size', { value: MAX_PASTE + 1 });
  it.each([
    ['of more than can be read', oversized, say('app.diagnose.tooLargeTitle')],
    ['that is a picture', textFile('', 'image/png'), say('app.diagnose.picture')],
    ['that is no text', textFile('PK\u0000'), say('app.diagnose.fileUnreadable')],
  ])('%s is declined, and what was typed stays', async (_what, file, objection) => {
    const { box, paste } = await openPage();
    await paste('before');
    fireEvent.drop(box(), { dataTransfer: transfer([file]) });
    await vi.waitFor(() => expect(alertText()).toContain(objection));
    expect(box().value).toBe('before');
  });

  it('is left to the box where it is a short text, and added where it is a long one', async () => {
    const { box, paste } = await openPage();
    await paste('before ');
    const taken = (text: string) => !fireEvent.drop(box(), { dataTransfer: transfer([], text) });
    const long = 'log line '.repeat(3_000);
    expect([taken('short'), taken(long), taken('x'.repeat(MAX_PASTE))]).toEqual([false, true, true]);
    expect(box().value).toBe(`before ${long}`);
    expect(alertText()).toContain(say('app.diagnose.tooLargeTitle'));
  });
});

describe('what the box says while it is typed into', () => {
  it('comes after a pause, holds no key, and goes with the text', async () => {
    vi.useFakeTimers();
    const { user, box, paste, press } = await openPage();
    const secret = inventedKey('LIVE0123456789abcdef');
    await paste(`OPENAI_API_KEY=${secret}\n${ERROR_TEXT}`);
    await pass(1);
    expect(liveReading()?.dataset['cause']).toBe('project_lacks_model');
    await press(say('app.diagnose.clear'));
    await pass(1);
    await user.type(box(), ERROR_TEXT.replace(/[{[]/g, '$&$&'));
    await pass(219);
    expect(liveReading()).toBeNull();
    await pass(2);
    expect(liveReading()?.dataset['cause']).toBe('project_lacks_model');
    expect(liveReading()?.textContent).not.toContain(secret);
    await press(say('app.diagnose.clear'));
    expect(liveReading()).toBeNull();
  });
});

describe('a draft', () => {
  const kept: KeptBefore = {
    draft: { text: ERROR_TEXT, pasted: true, keyId: 'key-2', model: MODEL },
    page: { kind: 'diagnose' },
    fromLastStart: false,
  };
  const keeping = (part: Partial<KeptBefore> = {}) => ({
    before: (doctor: ScriptedDoctor) => doctor.answers('app:kept_draft', () => ({ ...kept, ...part })),
  });
  const fromLastTime = () => screen.queryByText(say('app.diagnose.fromLastStart'));

  it('is there again after the page crashed, with the question beside it', async () => {
    const { box } = await openPage(keeping());
    expect(box().value).toBe(ERROR_TEXT);
    expect(modelInput().value).toBe(MODEL);
    expect(fromLastTime()).toBeNull();
  });

  it('of an earlier start says what it is until it is changed, and is not kept once more as it is', async () => {
    vi.useFakeTimers();
    const { user, doctor, box } = await openPage(keeping({ fromLastStart: true }));
    await pass(2_500);
    expect([fromLastTime() !== null, doctor.asked('app:keep_draft')]).toEqual([true, []]);
    await user.type(box(), '!');
    expect(fromLastTime()).toBeNull();
  });

  it('comes with the page that was open, unless the person went elsewhere meanwhile', async () => {
    const title = () => document.querySelector('main h1')?.textContent;
    await openApp(keeping({ page: { kind: 'settings' } }));
    expect(title()).toBe(say('app.navigation.settings'));
    cleanup();
    let release: () => void = () => undefined;
    const { user } = await openApp({
      before: (doctor) => {
        keeping({ page: { kind: 'settings' } }).before(doctor);
        release = doctor.holds('app:kept_draft').release;
      },
    });
    await user.click(screen.getByText(say('app.navigation.history'), { selector: 'nav *' }));
    release();
    await settle();
    expect(title()).toBe(say('app.navigation.history'));
  });

  it('that comes late does not replace what was typed meanwhile', async () => {
    let release: () => void = () => undefined;
    const { user, box } = await openPage({
      before: (doctor) => {
        keeping().before(doctor);
        release = doctor.holds('app:kept_draft').release;
      },
    });
    await user.type(box(), 'new');
    release();
    await settle();
    expect(box().value).toBe('new');
  });

  it('starts empty where there is none to be had', async () => {
    const { box } = await openPage({ before: (doctor) => doctor.refuses('app:kept_draft', 'internal') });
    expect(box().value).toBe('');
  });

  it('survives a look at another page', async () => {
    const { box, paste, visit } = await openPage();
    await paste('half an error');
    await visit('settings');
    await visit('diagnose');
    expect(box().value).toBe('half an error');
  });

  it('is kept after a pause, as it is then, with the page', async () => {
    vi.useFakeTimers();
    const { user, doctor, paste, visit } = await openPage();
    await paste('one');
    await pass(299);
    await user.keyboard('x');
    await pass(299);
    expect(doctor.asked('app:keep_draft')).toEqual([]);
    await pass(2);
    const draft = { text: 'onex', pasted: false, keyId: null, model: '' };
    expect(doctor.asked('app:keep_draft')).toEqual([{ draft, page: { kind: 'diagnose' } }]);
    await visit('settings');
    await pass(301);
    expect(doctor.asked('app:keep_draft')[1]).toEqual({ draft, page: { kind: 'settings' } });
  });

  it('is kept every two seconds while somebody types without a pause', async () => {
    vi.useFakeTimers();
    const { user, doctor, box } = await openPage();
    await user.click(box());
    for (let letter = 0; letter < 21; letter += 1) {
      await user.keyboard('x');
      await pass(100);
    }
    expect(doctor.asked('app:keep_draft').map(({ draft }) => draft.text.length)).toEqual([20]);
  });

  it('is kept no more once it is cleared or has become a case', async () => {
    vi.useFakeTimers();
    const { doctor, paste, press, submit } = await openPage();
    await paste('one');
    await pass(301);
    await press(say('app.diagnose.clear'));
    await pass(2);
    expect(doctor.asked('app:keep_draft').map(({ draft }) => draft.text)).toEqual(['one', '']);
    await paste(ERROR_TEXT);
    await pass(301);
    await submit();
    await pass(2);
    const last = doctor.asked('app:keep_draft').at(-1);
    expect([last?.draft.text, last?.page.kind]).toEqual(['', 'case']);
  });

  it('of more than can be diagnosed is not kept, and one that cannot be kept troubles nobody', async () => {
    vi.useFakeTimers();
    const { user, doctor, box } = await openPage();
    fireEvent.change(box(), { target: { value: 'x'.repeat(MAX_PASTE + 1) } });
    await pass(400);
    expect(doctor.asked('app:keep_draft')).toEqual([]);
    doctor.refuses('app:keep_draft', 'internal');
    fireEvent.change(box(), { target: { value: 'x' } });
    await pass(400);
    expect([doctor.asked('app:keep_draft').length, alertText()]).toEqual([1, null]);
    await user.type(box(), 'y');
    expect(box().value).toBe('xy');
  });
});

describe('a question without an error', () => {
  it('needs a key and a model, and opens a case of both', async () => {
    const { user, doctor } = await openPage();
    const ask = screen.getByRole('button', { name: say('app.question.ask') });
    await user.click(ask);
    expect(doctor.asked('cases:open')).toEqual([]);
    await user.click(screen.getByRole('combobox', { name: say('app.question.key') }));
    await user.click(await screen.findByRole('option', { name: /Nightly batch/ }));
    await user.type(modelInput(), ` ${MODEL} `);
    await user.click(ask);
    expect(doctor.asked('cases:open')).toEqual([{ text: null, keyId: 'key-2', model: MODEL }]);
  });
});

describe('the cases of practice', () => {
  const folded = () => screen.getByTestId<HTMLDetailsElement>('more-cases');

  it('begin with one, which has the only filled button until there is a text', async () => {
    const { paste, press, doctor } = await openPage({ info: { mode: 'practice' } });
    const filled = () =>
      within(screen.getByRole('main'))
        .getAllByRole<HTMLButtonElement>('button')
        .filter(({ dataset, disabled }) => !disabled && dataset['variant'] === 'filled')
        .map(({ textContent }) => textContent);
    expect(filled()).toEqual([say('practice.scenarios.open')]);
    await paste(ERROR_TEXT);
    expect(filled()).toContain(say('app.diagnose.submit'));
    await press(say('practice.scenarios.open'));
    expect(doctor.asked('practice:prepare')).toEqual([{ id: 'allow_list' }]);
  });

  it('keep the others folded, and open once they were opened', async () => {
    const { user, visit } = await openPage({ info: { mode: 'practice' } });
    expect(folded().open).toBe(false);
    await user.click(within(folded()).getByText(say('practice.scenarios.more', { count: 15 })));
    expect(folded().open).toBe(true);
    await visit('settings');
    await visit('diagnose');
    expect(folded().open).toBe(true);
  });
});
