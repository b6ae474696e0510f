// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../shared/messages/say';
import { alertText, openApp } from './support/open';

const say = sayIn('en');

describe('the settings', () => {
  async function openSettings() {
    const opened = await openApp();
    await opened.user.keyboard('{Control>},{/Control}');
    const days = () => screen.getByLabelText<HTMLInputElement>(say('matrix.settings.keepDays'));
    const type = async (text: string) => {
      await opened.user.clear(days());
      await opened.user.type(days(), text);
    };
    return { ...opened, days, type };
  }

  it('keep what is chosen, and say what could not be kept', async () => {
    const { user, doctor } = await openSettings();
    await user.click(screen.getByLabelText(say('app.settings.dark')));
    expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
    doctor.refuses('app:write_settings', 'store_failed');
    await user.click(screen.getByLabelText(say('app.settings.light')));
    expect(alertText()).toContain(say('errors.store_failed'));
    expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark');
  });

  it.each(['', '4000'])('write nothing of “%s”, which is no number of days that there is', async (text) => {
    const { user, doctor, days } = await openSettings();
    await user.clear(days());
    if (text !== '') await user.type(days(), text);
    await user.tab();
    expect([
      days().value,
      doctor.asked('probing:write_settings'),
      doctor.asked('history:forgotten_by'),
    ]).toEqual(['365', [], []]);
  });

  it('write a number of days once it is typed to its end', async () => {
    const { user, doctor, type } = await openSettings();
    await type('30');
    expect(doctor.asked('history:forgotten_by')).toEqual([]);
    await user.keyboard('{Enter}');
    await user.tab();
    expect(doctor.asked('history:forgotten_by')).toEqual([{ keepDays: 30 }]);
    expect(doctor.asked('probing:write_settings').map(({ keepDays }) => keepDays)).toEqual([30]);
  });

  it('ask before anything is deleted, and show again what holds where that was thought better of', async () => {
    const { user, doctor, days, type } = await openSettings();
    doctor.answers('history:forgotten_by', () => 12);
    await type('30{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: say('matrix.settings.forget.title') }));
    await user.click(dialog.getByRole('button', { name: say('app.common.cancel') }));
    expect([days().value, doctor.asked('probing:write_settings')]).toEqual(['365', []]);
  });

  it('say what could not be counted, until that is closed', async () => {
    const { user, doctor, type } = await openSettings();
    doctor.refuses('history:forgotten_by', 'store_failed');
    await type('30{Enter}');
    expect(alertText()).toContain(say('errors.store_failed'));
    await user.click(within(screen.getByRole('alert')).getByRole('button'));
    expect(alertText()).toBe('');
  });

  const log = (name: 'open' | 'copy' | 'showInFolder') => ({ name: say(`app.settings.log.${name}`) });

  it('show what is in the log, copy it, and show its file', async () => {
    const { user, doctor } = await openSettings();
    const entries = [
      { at: '2026-11-30T12:00:00.000Z', text: 'Error: newer\n    at main' },
      { at: '2026-11-29T12:00:00.000Z', text: 'Error: older' },
    ];
    doctor.answers('app:read_log', () => ({ entries, isWhole: false }));
    await user.click(screen.getByRole('button', log('open')));
    const dialog = within(await screen.findByRole('dialog', { name: say('app.settings.log.dialogTitle') }));
    const shown = dialog.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(shown.map((text) => text?.includes('newer'))).toEqual([true, false]);
    dialog.getByText(say('app.settings.log.dialogLeadCut'));
    await user.click(dialog.getByRole('button', log('copy')));
    await user.click(dialog.getByRole('button', log('showInFolder')));
    expect([doctor.asked('app:copy_text'), doctor.asked('app:show_log')]).toEqual([
      [{ text: entries.map(({ at, text }) => `${at} ${text}`).join('\n') }],
      [{}],
    ]);
  });

  it('say that nothing is in an empty log, and offer neither copying nor its file', async () => {
    const { user } = await openSettings();
    await user.click(screen.getByRole('button', log('open')));
    const dialog = within(await screen.findByRole('dialog', { name: say('app.settings.log.dialogTitle') }));
    dialog.getByText(say('app.settings.log.empty'));
    expect([
      dialog.queryByRole('button', log('copy')),
      dialog.queryByRole('button', log('showInFolder')),
    ]).toEqual([null, null]);
  });

  it('say what is stored where, and show the files that there are', async () => {
    const { user, doctor } = await openSettings();
    const section = within(screen.getByRole('region', { name: say('about.storage.title') }));
    const text = section.getByText('/home/robin/doctor.sqlite').closest('dl')?.textContent ?? '';
    for (const place of ['keys', 'database', 'settings', 'log'] as const)
      for (const part of ['holds', 'never'] as const)
        expect(text).toContain(say(`about.storage.${place}.${part}`));
    expect(text).toContain(say('about.storage.backend.secret_service'));
    expect(text).toContain(say('about.storage.log.none'));
    await user.click(section.getByRole('button', log('showInFolder')));
    expect([doctor.asked('app:show_data'), doctor.asked('app:show_log')]).toEqual([[{}], []]);
  });

  it('list the packages of others with version, licence and its text', async () => {
    const { user, doctor } = await openSettings();
    const text = 'Permission is hereby granted, as invented for this test';
    doctor.answers('app:licences', () => [{ name: 'some-part', version: '1.2.3', licence: 'MIT', text }]);
    await user.click(screen.getByRole('button', { name: say('about.licences.open') }));
    const panel = within(await screen.findByRole('dialog', { name: say('about.licences.title') }));
    const part = panel.getByText(/some-part/).closest('details');
    expect(part?.open).toBe(false);
    for (const known of ['1.2.3', 'MIT', text]) expect(part?.textContent).toContain(known);
  });
});
