// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RecoveryNotices } from '../../../renderer/keys/recovery-notice';
import { VaultCheck } from '../../../renderer/keys/vault-check';
import type { Unclaimed } from '../../../shared/keys/activity';
import { sayIn } from '../../../shared/messages/say';
import { open, settle } from '../support/open';

const say = sayIn('en');
const ENTRY: Unclaimed = {
  account: 'account-1',
  kind: 'project',
  lastFour: 'wXyZ',
  origin: 'other_profile',
  label: 'Staging',
  baseUrl: 'https://gateway.example.com/v1',
  sameAs: null,
};
const ENTRIES: readonly Unclaimed[] = [
  ENTRY,
  { ...ENTRY, account: 'account-2', label: null, baseUrl: null, origin: 'unknown' },
  { ...ENTRY, account: 'account-3', label: 'Twin', origin: 'own', sameAs: 'Production' },
];

async function checked() {
  const opened = await open(<VaultCheck />);
  const review = { checked: 4, missing: 0, changed: 0, unclaimed: ENTRIES };
  opened.doctor.answers('keys:review_vault', () => review);
  await opened.user.click(screen.getByRole('button', { name: say('keyring.review.start') }));
  await screen.findAllByTestId('unclaimed');
  const entries = () => screen.queryAllByTestId('unclaimed');
  const press = (at: number, name: string) =>
    opened.user.click(within(entries()[at] ?? document.body).getByRole('button', { name }));
  return { ...opened, entries, press };
}

describe('entries that the list does not use', () => {
  it('are told apart, with where they come from, and none offers a way to delete several', async () => {
    const { entries } = await checked();
    const texts = entries().map((entry) => entry.textContent ?? '');
    expect(texts[0]).toContain(say('keyring.review.origin.other_profile'));
    expect(texts[0]).toContain('https://gateway.example.com/v1');
    expect(texts[1]).toContain(say('keyring.review.unnamed'));
    expect(texts[2]).toContain(say('keyring.review.sameAs', { label: 'Production' }));
    const buttons = screen.getAllByRole('button').map((button) => button.textContent);
    expect(buttons.filter((text) => text === say('keyring.review.remove'))).toHaveLength(3);
    expect(buttons.filter((text) => text === say('keyring.review.adopt'))).toHaveLength(2);
  });

  it('are added one at a time', async () => {
    const { doctor, entries, press } = await checked();
    await press(0, say('keyring.review.adopt'));
    await settle();
    expect(doctor.asked('keys:adopt_unclaimed')).toEqual([{ account: 'account-1' }]);
    expect(entries().map((entry) => entry.getAttribute('data-account'))).toEqual(['account-2', 'account-3']);
  });

  it('are deleted one at a time, and only after a question that names the one', async () => {
    const { user, doctor, entries, press } = await checked();
    await press(0, say('keyring.review.remove'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Staging.*wXyZ/)).toBeTruthy();
    expect(doctor.asked('keys:delete_unclaimed')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: say('keys.delete') }));
    await settle();
    expect(doctor.asked('keys:delete_unclaimed')).toEqual([{ account: 'account-1' }]);
    expect(entries()).toHaveLength(2);
  });
});

describe('the report of what was put back', () => {
  it('names the keys, says what is made up, and is gone once it was read', async () => {
    const recovered = { restored: ['One', 'Two'], mended: ['Three'], withoutDetails: 1, damagedPages: 0 };
    const { user, doctor } = await open(<RecoveryNotices />, {
      before: (before) =>
        before.answers('keys:activity', () => ({ checks: null, deleted: null, recovered, unreadable: 2 })),
    });
    const report = await screen.findByTestId('recovered');
    expect(report.textContent).toContain(
      '2 keys were found in the keychain and put back in the list: “One”, “Two”.',
    );
    expect(report.textContent).toContain('“Three”');
    expect(report.textContent).toContain(say('keyring.recovered.withoutDetails', { count: 1 }));
    expect(screen.getByTestId('unreadable').textContent).toContain(
      say('keyring.unreadable.title', { count: 2 }),
    );
    await user.click(within(report).getByRole('button', { name: say('app.common.close') }));
    expect(doctor.asked('keys:dismiss_recovered')).toEqual([{}]);
  });

  it('says that keys may be missing where a part of the keychain’s list is, and claims none that came back', async () => {
    const recovered = { restored: [], mended: [], withoutDetails: 0, damagedPages: 2 };
    await open(<RecoveryNotices />, {
      before: (before) =>
        before.answers('keys:activity', () => ({ checks: null, deleted: null, recovered, unreadable: 0 })),
    });
    const report = await screen.findByTestId('recovered');
    expect(report.textContent).toContain(say('keyring.recovered.damagedTitle'));
    expect(report.textContent).toContain(say('keyring.recovered.damaged', { count: 2 }));
    expect(report.textContent).not.toContain(say('keyring.recovered.title'));
  });
});
