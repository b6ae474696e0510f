// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';
import { alertText } from '../support/open';
import { id, openCase } from './open-case';

const say = sayIn('en');

async function openDialog() {
  const opened = await openCase();
  await opened.press(say('report.diagnosis.save'));
  await opened.user.click(await screen.findByRole('menuitem', { name: say('report.misreading.open') }));
  const dialog = within(await screen.findByRole('dialog', { name: say('report.misreading.title') }));
  const shown = () => dialog.getByRole('region', { name: say('report.misreading.preview') }).textContent;
  return { ...opened, dialog, shown };
}

describe('a text that was read wrongly', () => {
  it('is shown as it would be sent, with what it really was', async () => {
    const { user, dialog, shown } = await openDialog();
    expect(shown()).toContain('was: not said');
    await user.click(dialog.getByRole('combobox', { name: say('report.misreading.meant') }));
    await user.click(await screen.findByRole('option', { name: say('verdict.cause.rate_limited.title') }));
    await user.type(dialog.getByLabelText(say('report.misreading.note')), 'our own limit');
    expect(shown()).toContain('was: rate_limited');
    expect(shown()).toContain('our own limit');
  });

  it('is saved with the same words, and a file that could not be written is told', async () => {
    const { user, doctor, dialog } = await openDialog();
    await user.type(dialog.getByLabelText(say('report.misreading.note')), 'a note');
    doctor.refuses('report:save_misreading', 'file_not_written');
    await user.click(dialog.getByRole('button', { name: say('report.misreading.save') }));
    expect(doctor.asked('report:save_misreading')).toEqual([{ id, meant: null, note: 'a note' }]);
    expect(alertText()).toContain(say('errors.file_not_written'));
  });

  it('is copied as it is shown', async () => {
    const { user, doctor, dialog, shown } = await openDialog();
    await user.click(dialog.getByRole('button', { name: say('report.misreading.copy') }));
    expect(doctor.asked('app:copy_text')).toEqual([{ text: shown() }]);
  });
});
