// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';
import { MODEL } from '../support/fake-world';
import { alertText, settle } from '../support/open';
import { type CaseOptions, id, openCase } from './open-case';

const say = sayIn('en');

describe('the key and model of a case', () => {
  it('are the chosen ones: a key at once, a model once it is applied', async () => {
    const { user, doctor, main, press } = await openCase();
    expect(main().queryByRole('combobox', { name: say('app.question.key') })).toBeNull();
    await press(say('app.case.change'));
    expect(document.activeElement).toBe(main().getByRole('combobox', { name: say('app.question.key') }));
    await user.click(main().getByRole('combobox', { name: say('app.question.key') }));
    await user.click(await screen.findByRole('option', { name: /Nightly batch/ }));
    const model = main().getByLabelText<HTMLInputElement>(say('app.question.model'), { selector: 'input' });
    await user.clear(model);
    await user.type(model, ' o3 ');
    expect(doctor.asked('cases:choose')).toEqual([{ id, keyId: 'key-2', model: MODEL }]);
    await press(say('app.case.apply'));
    expect(doctor.asked('cases:choose').at(-1)).toEqual({ id, keyId: 'key-2', model: 'o3' });
    expect(main().queryByRole('button', { name: say('app.case.apply') })).toBeNull();
  });

  it('that could not be kept are told, and what was typed stays', async () => {
    const { user, doctor, main, press } = await openCase();
    doctor.refuses('cases:choose', 'store_failed');
    await press(say('app.case.change'));
    const model = main().getByLabelText<HTMLInputElement>(say('app.question.model'), { selector: 'input' });
    await user.type(model, '-mini');
    await press(say('app.case.apply'));
    expect([alertText().includes(say('errors.store_failed')), model.value]).toEqual([true, `${MODEL}-mini`]);
  });
});

describe('testing a case', () => {
  it('needs a key, and leads to the field for it', async () => {
    const { user, doctor, main } = await openCase({ keyId: null });
    await user.keyboard('{Control>}r{/Control}');
    expect(doctor.asked('cases:check')).toEqual([]);
    const [lead] = main().getAllByRole('button', { name: say('app.case.obstacle.key.action') });
    await user.click(lead as HTMLElement);
    expect(document.activeElement).toBe(main().getByRole('combobox', { name: say('app.question.key') }));
  });

  it.each(['the button', 'Control and R'])(
    'is done once by %s, and can be stopped while it runs',
    async (how) => {
      let answer: () => void = () => undefined;
      const wait = () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        });
      const { user, doctor, press } = await openCase({ wait });
      if (how === 'the button') await press(say('app.case.testAgain'));
      await user.keyboard('{Control>}r{/Control}');
      expect(doctor.asked('cases:check')).toEqual([{ id, probe: 'all_free', consent: false }]);
      expect(screen.getByText(say('app.case.testing'))).toBeTruthy();
      await press(say('app.case.cancelTest'));
      expect(doctor.asked('cases:cancel')).toEqual([{ id }]);
      answer();
    },
  );

  it('that fails says so, and can be repeated', async () => {
    const { doctor, press } = await openCase();
    doctor.refuses('cases:check', 'vault_locked');
    await press(say('app.case.testAgain'));
    expect(alertText()).toContain(say('errors.vault_locked'));
    doctor.recovers('cases:check');
    await press(say('app.case.testAgain'));
    await settle();
    expect([alertText(), doctor.asked('cases:check').length]).toEqual(['', 2]);
  });
});

describe('a real request', () => {
  async function openConsent(options: CaseOptions = {}) {
    const opened = await openCase(options);
    await opened.press(say('app.case.realProbe'));
    const dialog = within(await screen.findByRole('dialog', { name: say('app.case.consent.title') }));
    const answer = (name: string) => opened.user.click(dialog.getByRole('button', { name }));
    return { ...opened, dialog, answer };
  }

  it('is not sent by whoever reads what it costs and calls it off', async () => {
    const { doctor, dialog, answer } = await openConsent();
    expect(dialog.getByText(say('app.case.consent.tokens', { count: 16, model: MODEL }))).toBeTruthy();
    await answer(say('app.common.cancel'));
    expect(doctor.asked('cases:check')).toEqual([]);
  });

  it('is sent with consent, and told in its dialog where it could not be', async () => {
    const { doctor, dialog, answer } = await openConsent();
    doctor.refuses('cases:check', 'vault_missing');
    await answer(say('app.case.consent.confirm'));
    expect(dialog.getByRole('alert').textContent).toContain(say('errors.vault_missing'));
    doctor.recovers('cases:check');
    await answer(say('app.case.consent.confirm'));
    const wish = { id, probe: 'real_probe', consent: true };
    expect(doctor.asked('cases:check')).toEqual([wish, wish]);
  });

  it('cannot be sent where its cost is not known', async () => {
    const { dialog } = await openConsent({
      before: (doctor) => doctor.refuses('cases:estimate', 'internal'),
    });
    const send = dialog.getByRole<HTMLButtonElement>('button', { name: say('app.case.consent.confirm') });
    expect([dialog.getByRole('alert').textContent?.includes(say('errors.internal')), send.disabled]).toEqual([
      true,
      true,
    ]);
  });
});
