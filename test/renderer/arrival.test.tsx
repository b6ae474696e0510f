// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/base/settings';
import { type Arrival, caseLink } from '../../shared/ipc/arrival';
import { sayIn } from '../../shared/messages/say';
import { openApp, settle } from './support/open';
import type { ScriptedDoctor } from './support/scripted-doctor';

const say = sayIn('en');
const TEXT: Arrival = { id: 'arrival-1', kind: 'text', begins: 'Error code: 403', isWhole: false };
const button = (name: string) => screen.getByRole('button', { name });
const box = () => screen.getByLabelText<HTMLTextAreaElement>(say('app.diagnose.pasteLabel'));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

/** What waits until it is answered, as the main process has it. */
function waits(doctor: ScriptedDoctor, arrival: Arrival): void {
  let waiting: Arrival | null = arrival;
  const done = () => {
    waiting = null;
    doctor.tell({ kind: 'arrival' });
  };
  doctor.answers('app:arrival', () => waiting);
  doctor.answers('app:take_arrival', () => {
    done();
    return { text: 'Error code: 403 sk-proj-…[redacted]', hidden: [{ start: 16, end: 35 }] };
  });
  doctor.answers('app:dismiss_arrival', () => {
    done();
    return null;
  });
}

/** In a window that was open before. */
async function arrives(doctor: ScriptedDoctor, arrival: Arrival): Promise<void> {
  waits(doctor, arrival);
  doctor.tell({ kind: 'arrival' });
  await settle();
}

describe('a text from a link', () => {
  it('is offered without taking the keyboard, and changes nothing until it is answered', async () => {
    const { user, doctor } = await openApp();
    await user.type(box(), 'typing');
    await arrives(doctor, TEXT);
    await user.keyboard(' on');
    const notice = within(screen.getByTestId('arrival'));
    expect(notice.getByRole('status').textContent).toContain('Error code: 403…');
    expect([box().value, doctor.asked('app:take_arrival'), doctor.asked('cases:open')]).toEqual([
      'typing on',
      [],
      [],
    ]);
  });

  it('goes into the box when it is to be read, from any page, and what stood there comes back by undo', async () => {
    const { user, doctor } = await openApp();
    await user.type(box(), 'typed before');
    await user.click(button(say('app.navigation.history')));
    await arrives(doctor, TEXT);
    await user.click(button(say('arrival.read')));
    expect([box().value, document.activeElement, screen.queryByTestId('arrival')]).toEqual([
      'Error code: 403 sk-proj-…[redacted]',
      box(),
      null,
    ]);
    screen.getByText(say('app.diagnose.hidden', { count: 1 }));
    expect(doctor.asked('cases:open')).toEqual([]);
    await user.click(button(say('app.diagnose.undo')));
    expect(box().value).toBe('typed before');
  });

  it('is gone when it is not wanted', async () => {
    const { user, doctor } = await openApp();
    await arrives(doctor, TEXT);
    await user.click(button(say('arrival.no')));
    expect([doctor.asked('app:dismiss_arrival'), screen.queryByTestId('arrival'), box().value]).toEqual([
      [{ id: 'arrival-1' }],
      null,
      '',
    ]);
  });

  it('that is there no more says so, and leaves the box alone', async () => {
    const { user, doctor } = await openApp();
    await arrives(doctor, TEXT);
    doctor.refuses('app:take_arrival', 'not_found');
    await user.click(button(say('arrival.read')));
    within(screen.getByTestId('arrival')).getByText(say('errors.not_found'));
    expect(box().value).toBe('');
  });
});

describe('a link to a case', () => {
  it('opens it in a window that is there, and in one that starts with it', async () => {
    const { doctor } = await openApp();
    const opened = await doctor.api.cases.open({ text: 'Error code: 401', keyId: null, model: 'gpt-5.5' });
    if (!opened.ok) throw new Error('no case');
    const { id } = opened.value;
    await arrives(doctor, { id: 'arrival-1', kind: 'case', caseId: id });
    expect(heading()).toContain('gpt-5.5');
    expect(doctor.asked('app:dismiss_arrival')).toEqual([{ id: 'arrival-1' }]);
  });

  it('is copied from the case’s menu, which says so and stays', async () => {
    const { user, doctor } = await openApp();
    const opened = await doctor.api.cases.open({ text: 'Error code: 401', keyId: null, model: 'gpt-5.5' });
    if (!opened.ok) throw new Error('no case');
    await arrives(doctor, { id: 'arrival-1', kind: 'case', caseId: opened.value.id });
    await user.click(button(say('report.diagnosis.save')));
    await user.click(screen.getByRole('menuitem', { name: say('arrival.copyLink') }));
    expect(doctor.asked('app:copy_text')).toEqual([{ text: caseLink(opened.value.id) }]);
    screen.getByRole('menuitem', { name: say('app.common.copied') });
  });

  it.each([
    ['case_gone', 'real', 'caseGone'],
    ['case_gone', 'practice', 'caseGoneInPractice'],
    ['bad_link', 'practice', 'badLink'],
  ] as const)('says so in a sentence: %s, %s', async (kind, mode, sentence) => {
    const before = (doctor: ScriptedDoctor) => waits(doctor, { id: 'arrival-1', kind });
    const { user } = await openApp({ before, info: { mode } });
    const notice = within(screen.getByTestId('arrival'));
    notice.getByText(say(`arrival.${sentence}`));
    await user.click(notice.getByRole('button', { name: say('app.common.close') }));
    expect(screen.queryByTestId('arrival')).toBeNull();
  });
});

describe('an error on the clipboard', () => {
  const OFFER: Arrival = { id: 'arrival-1', kind: 'clipboard' };

  it('is offered without a word of it, and read when the person wants to', async () => {
    const { user, doctor } = await openApp();
    await arrives(doctor, OFFER);
    within(screen.getByTestId('arrival')).getByText(say('arrival.clipboard.title'));
    await user.click(button(say('arrival.read')));
    expect([box().value, doctor.asked('cases:open')]).toEqual(['Error code: 403 sk-proj-…[redacted]', []]);
  });

  it('is offered no longer once the person has pasted by themselves', async () => {
    const { user, doctor } = await openApp();
    await arrives(doctor, OFFER);
    await user.click(box());
    await user.paste('Error code: 403');
    expect([doctor.asked('app:dismiss_arrival'), screen.queryByTestId('arrival')]).toEqual([
      [{ id: 'arrival-1' }],
      null,
    ]);
  });

  it('says so when the clipboard holds something else by now', async () => {
    const { user, doctor } = await openApp();
    await arrives(doctor, OFFER);
    doctor.refuses('app:take_arrival', 'clipboard_changed');
    await user.click(button(say('arrival.read')));
    within(screen.getByTestId('arrival')).getByText(say('errors.clipboard_changed'));
  });

  const openCase = async (doctor: ScriptedDoctor) => {
    await doctor.api.cases.open({ text: 'Error code: 401', keyId: null, model: 'gpt-5.5' });
  };
  const hint = () => screen.queryByTestId('clipboard-hint');

  it.each([
    ['turnOn', true],
    ['notWanted', false],
  ] as const)(
    'is told of once, to somebody who has brought an error before: %s',
    async (answer, offerClipboard) => {
      const { user, doctor } = await openApp({ before: openCase });
      await user.click(button(say(`arrival.clipboard.${answer}`)));
      expect(doctor.asked('app:write_settings')).toEqual([{ ...DEFAULT_SETTINGS, offerClipboard }]);
      expect([hint(), document.activeElement]).toEqual([null, box()]);
    },
  );

  it.each([
    ['a newcomer', {}],
    ['somebody who practises', { before: openCase, info: { mode: 'practice' } }],
    ['somebody who has answered', { before: openCase, settings: { offerClipboard: false } }],
  ] as const)('is no matter for %s', async (_name, options) => {
    await openApp(options);
    expect(hint()).toBeNull();
  });

  it('is offered as the settings say', async () => {
    const { user, doctor } = await openApp();
    await user.keyboard('{Control>},{/Control}');
    const choice = () =>
      screen.getByRole<HTMLInputElement>('switch', { name: say('arrival.clipboard.offer') });
    expect(choice().checked).toBe(false);
    await user.click(choice());
    expect([choice().checked, doctor.asked('app:write_settings')]).toEqual([
      true,
      [{ ...DEFAULT_SETTINGS, offerClipboard: true }],
    ]);
  });
});
