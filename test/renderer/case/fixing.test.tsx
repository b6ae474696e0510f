// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AdminOffer } from '../../../shared/ipc/views';
import { sayIn } from '../../../shared/messages/say';
import { inventedKey } from '../../support/secrets';
import { MODEL, PROJECT } from '../support/fake-world';
import { alertText, pass, settle } from '../support/open';
import type { ScriptedDoctor } from '../support/scripted-doctor';
import { type CaseOptions, id, openCase } from './open-case';

const say = sayIn('en');

async function openWizard(options: CaseOptions = {}) {
  const opened = await openCase(options);
  await opened.press(say(options.steps === undefined ? 'app.case.fixIt' : 'app.case.continueFix'));
  return opened;
}

const STARTED = { kind: 'started' } as const;
const DONE = { kind: 'step_done' } as const;
const AT_PROJECT = [STARTED, DONE];
const AT_LIST = [STARTED, DONE, DONE, DONE];
const AT_PROOF = [...AT_LIST, { kind: 'branch_chosen', branch: 'allowed' } as const, DONE];

const step = () => screen.getByTestId('wizard-step').dataset['step'];
const events = (doctor: ScriptedDoctor) => doctor.asked('cases:wizard').map(({ event }) => event);

/** By the clock that the test has. */
const wait = (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms);
  return promise;
};

describe('the steps of the fix', () => {
  it('go on, back, and from the beginning', async () => {
    const { doctor, press } = await openWizard();
    expect(step()).toBe('log_in');
    await press(say('wizard.next'));
    await press(say('wizard.skip'));
    expect(step()).toBe('open_limits');
    await press(say('wizard.back'));
    expect(step()).toBe('choose_project');
    await press(say('wizard.restart'));
    expect(step()).toBe('log_in');
    const kinds = events(doctor).map(({ kind }) => kind);
    expect(kinds).toEqual(['started', 'step_done', 'step_skipped', 'went_back', 'restarted']);
  });

  it('lead straight to the list by one link, and back to any that was skipped', async () => {
    const { doctor, press } = await openWizard();
    await press(say('wizard.straight'));
    expect(doctor.asked('app:open_link')).toEqual([{ link: 'project_limits', caseId: id }]);
    expect(step()).toBe('edit_list');
    await press(/Choose project/);
    expect(step()).toBe('choose_project');
    expect(events(doctor).at(-1)).toEqual({ kind: 'returned', step: 'choose_project' });
  });

  it('stay where they are where the link does not open, with the reason', async () => {
    const { doctor, press } = await openWizard();
    doctor.refuses('app:open_link', 'internal');
    await press(say('wizard.straight'));
    expect([step(), alertText().includes(say('errors.internal'))]).toEqual(['log_in', true]);
  });

  it('stay where they are where a step could not be kept, with the reason, and can be gone on with', async () => {
    const { doctor, press } = await openWizard({ steps: AT_PROJECT });
    doctor.refuses('cases:wizard', 'store_failed');
    await press(say('wizard.next'));
    expect([step(), alertText().includes(say('errors.store_failed'))]).toEqual(['choose_project', true]);
    doctor.recovers('cases:wizard');
    await press(say('wizard.next'));
    expect([step(), alertText()]).toEqual(['open_limits', '']);
  });

  const offer: AdminOffer = {
    project: PROJECT,
    key: {
      id: 'admin-1',
      label: 'Maple',
      lastFour: 'wxyz',
      baseUrl: '',
      addedAt: '',
      checkedAt: null,
      health: null,
    },
    keysStored: 1,
  };

  it('are left out where an admin key can change the list', async () => {
    const { doctor, press } = await openWizard({
      steps: [STARTED],
      before: (doctor) => doctor.answers('admin:offer', () => offer),
    });
    await press(say('wizard.branch.admin.title'));
    expect(events(doctor)).toEqual([{ kind: 'list_reached' }, { kind: 'branch_chosen', branch: 'admin' }]);
    expect([step(), screen.queryByTestId('admin-fix') !== null]).toEqual(['edit_list', true]);
  });

  it('are left out no further than they could be kept', async () => {
    const { doctor, press } = await openWizard({
      steps: [STARTED],
      before: (doctor) => doctor.answers('admin:offer', () => offer),
    });
    doctor.refuses('cases:wizard', 'store_failed');
    await press(say('wizard.branch.admin.title'));
    expect([events(doctor).length, alertText().includes(say('errors.store_failed'))]).toEqual([1, true]);
  });
});

describe('the address of the console', () => {
  const RIGHT = `https://platform.openai.com/settings/${PROJECT}/general`;
  const OTHER = 'https://platform.openai.com/settings/proj_Other1/general';
  const result = () => screen.queryByTestId('address-check')?.dataset['kind'] ?? null;

  async function openStep() {
    const opened = await openWizard({ steps: AT_PROJECT });
    await opened.press(say('wizard.address.open'));
    const field = opened.main().getByLabelText<HTMLInputElement>(say('wizard.address.label'));
    const check = async (address: string) => {
      await opened.user.clear(field);
      await opened.user.click(field);
      await opened.user.paste(address);
      await opened.press(say('wizard.address.submit'));
    };
    return { ...opened, field, check };
  }

  it('is judged when asked, and the judgement goes with the address', async () => {
    const { user, doctor, field, check } = await openStep();
    await check(RIGHT);
    expect(result()).toBe('right_project');
    await user.type(field, 'x');
    expect(result()).toBeNull();
    await check(OTHER);
    expect([result(), events(doctor).length]).toEqual(['wrong_project', 2]);
  });

  it('is not said to be what another was, where it could not be judged', async () => {
    const { doctor, field, check } = await openStep();
    await check(RIGHT);
    doctor.refuses('cases:wizard', 'store_failed');
    await check(OTHER);
    expect([result(), alertText().includes(say('errors.store_failed')), field.value]).toEqual([
      null,
      true,
      OTHER,
    ]);
  });

  it('is not said to be what another was, where it was typed while that one was judged', async () => {
    const { user, doctor, field, check } = await openStep();
    const judging = doctor.holds('cases:wizard');
    await check(RIGHT);
    await user.type(field, 'x');
    judging.release();
    await settle();
    expect(result()).toBeNull();
  });
});

describe('the question what the page shows', () => {
  const card = (name: string) => screen.queryByTestId(`branch-${name}`);
  const answer = async (user: { click: (element: Element) => Promise<void> }, name: string) => {
    const found = card(name);
    if (found === null) throw new Error(`${name} is not asked`);
    await user.click(found);
  };

  it('is answered by one click, which shows what to click in the console', async () => {
    const { user, doctor, main } = await openWizard({ steps: AT_LIST });
    expect(main().queryByRole('button', { name: say('wizard.done.saved') })).toBeNull();
    await answer(user, 'allowed');
    expect(events(doctor)).toEqual([{ kind: 'branch_chosen', branch: 'allowed' }]);
    expect(main().getByText(say('wizard.branch.allowed.step2', { model: MODEL }))).toBeTruthy();
    expect(card('blocked')).toBeNull();
  });

  it('is asked again where the page shows something else, and by an owner where there is no “Edit”', async () => {
    const { user, press } = await openWizard({ steps: AT_LIST });
    await answer(user, 'allowed');
    await press(say('wizard.step.edit_list.other'));
    await answer(user, 'cannot_edit');
    expect(screen.getByTestId('owner-message')).toBeTruthy();
    await press(say('wizard.done.sent'));
    expect([step(), screen.queryByTestId('watch')]).toEqual(['re_verify', null]);
  });

  it('is left open where the answer could not be kept, and can be answered again', async () => {
    const { user, doctor } = await openWizard({ steps: AT_LIST });
    doctor.refuses('cases:wizard', 'store_failed');
    await answer(user, 'blocked');
    expect([card('blocked') !== null, alertText().includes(say('errors.store_failed'))]).toEqual([
      true,
      true,
    ]);
    doctor.recovers('cases:wizard');
    await answer(user, 'blocked');
    expect([card('blocked'), alertText()]).toEqual([null, '']);
  });

  it('goes on to removing the list, and to the watch by the same click as to the last step', async () => {
    const { user, doctor, press } = await openWizard({
      steps: AT_LIST,
      wait: () => Promise.withResolvers<void>().promise,
    });
    await answer(user, 'blocked');
    await answer(user, 'remove');
    await press(say('wizard.done.saved'));
    expect([step(), doctor.asked('cases:watch')]).toEqual(['re_verify', [{ id }]]);
    expect(events(doctor).at(-1)).toEqual(DONE);
  });

  it('says in the last step what kept the watch from starting', async () => {
    const { user, doctor, press } = await openWizard({ steps: AT_LIST });
    doctor.refuses('cases:watch', 'free_tests_prove_nothing');
    await answer(user, 'allowed');
    await press(say('wizard.done.saved'));
    expect([step(), alertText().includes(say('errors.free_tests_prove_nothing'))]).toEqual([
      're_verify',
      true,
    ]);
  });
});

describe('a new error after the proof', () => {
  it('becomes a case of its own, without the secret in it', async () => {
    vi.useFakeTimers();
    const opened = await openWizard({
      steps: AT_PROOF,
      wait,
    });
    await opened.press(say('wizard.watch.start'));
    await pass(30_000);
    await opened.press(say('wizard.after.error.title'));
    const field = opened
      .main()
      .getByRole<HTMLTextAreaElement>('textbox', { name: say('wizard.after.error.label') });
    const secret = inventedKey('AfterTheProof');
    await opened.user.click(field);
    await opened.user.paste(`401 Incorrect API key provided: ${secret}`);
    expect(field.value).not.toContain(secret);
    await opened.press(say('wizard.after.error.submit'));
    const asked = opened.doctor.asked('cases:open').at(-1);
    expect([asked?.keyId, asked?.text?.includes('Incorrect API key'), asked?.text?.includes(secret)]).toEqual(
      [null, true, false],
    );
  });
});

describe('a watch', () => {
  const panel = () => screen.getByTestId('watch');
  it('counts the seconds to each test and the successes, and empties them at a refusal', async () => {
    vi.useFakeTimers();
    const { press } = await openWizard({ steps: AT_PROOF, wait });
    await press(say('wizard.watch.start'));
    expect(panel().textContent).toContain(say('wizard.watch.testing'));
    await pass(4_100);
    expect([
      panel().dataset['consecutive'],
      panel().textContent?.includes(say('wizard.watch.next', { seconds: 4 })),
    ]).toEqual(['0', true]);
    await pass(2_000);
    expect(panel().textContent).toContain(say('wizard.watch.next', { seconds: 2 }));
    await pass(2_000);
    expect(panel().dataset['consecutive']).toBe('1');
    await pass(4_000);
    expect(panel().dataset['consecutive']).toBe('0');
    expect(panel().textContent).toContain(say('wizard.watch.flicker'));
    await pass(12_100);
    expect([panel().dataset['state'], screen.queryByTestId('proven') !== null]).toEqual(['proven', true]);
    await press(say('wizard.watch.attempts'));
    const outcomes = within(panel())
      .getAllByRole('listitem')
      .map(({ dataset }) => dataset['outcome']);
    expect(outcomes).toEqual(['refused', 'success', 'refused', 'success', 'success', 'success']);
  });

  it('is stopped when asked, says what kept it from stopping, and can be begun again', async () => {
    vi.useFakeTimers();
    const { doctor, press, main } = await openWizard({ steps: AT_PROOF, wait });
    await press(say('wizard.watch.start'));
    expect(main().queryByRole('button', { name: say('wizard.watch.start') })).toBeNull();
    doctor.refuses('cases:stop_watch', 'internal');
    await press(say('wizard.watch.stop'));
    expect(alertText()).toContain(say('errors.internal'));
    doctor.recovers('cases:stop_watch');
    await press(say('wizard.watch.stop'));
    expect([panel().dataset['state'], alertText()]).toEqual(['stopped', '']);
    await press(say('wizard.watch.again'));
    expect([panel().dataset['state'], doctor.asked('cases:watch').length]).toEqual(['running', 2]);
  });

  it('needs a key, and takes the one that is chosen beside it', async () => {
    const { user, doctor, main } = await openWizard({ steps: AT_PROOF, keyId: null });
    const start = () => main().getByRole<HTMLButtonElement>('button', { name: say('wizard.watch.start') });
    expect(start().disabled).toBe(true);
    await user.click(main().getByRole('combobox', { name: say('app.question.key') }));
    await user.click(await screen.findByRole('option', { name: /Nightly batch/ }));
    expect([doctor.asked('cases:choose'), start().disabled]).toEqual([
      [{ id, keyId: 'key-2', model: MODEL }],
      false,
    ]);
  });
});
