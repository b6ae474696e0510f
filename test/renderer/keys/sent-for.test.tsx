// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { KeySummary } from '../../../shared/keys/key';
import { sayIn } from '../../../shared/messages/say';
import { inventedKeys } from '../support/fake-world';
import { openPage } from './open-page';

const say = sayIn('en');
const ORGANIZATION = say('keyring.details.sentFor.organization');
const PROJECT = say('keyring.details.sentFor.project');

/** The details of the first key, which is of this kind. */
async function openDetails(kind: KeySummary['kind']) {
  const keys = inventedKeys('2026-11-22T10:00:00.000Z').map((key) =>
    key.id === 'key-1' ? { ...key, kind } : key,
  );
  const opened = await openPage({ keys });
  await opened.choose(say('keyring.details.open'));
  const details = await opened.dialog();
  const field = (name: string) => details.getByLabelText<HTMLInputElement>(name);
  const save = () => opened.user.click(details.getByRole('button', { name: say('keyring.details.save') }));
  const type = async (name: string, text: string) => {
    await opened.user.clear(field(name));
    await opened.user.type(field(name), text);
  };
  return { ...opened, details, field, save, type };
}

describe('the organization and project of a key', () => {
  it('can be chosen where the key reaches several, and are then shown in its facts and its row', async () => {
    const { doctor, details, save, type } = await openDetails('legacy');
    expect(details.getByText(say('keyring.details.sentNothing'))).toBeTruthy();
    await type(ORGANIZATION, ' org-Maple1 ');
    await type(PROJECT, 'proj_Maple2');
    expect(details.getByText(say('keyring.details.sentFor.voids'))).toBeTruthy();
    await save();
    expect(doctor.asked('keys:edit')).toMatchObject([
      { id: 'key-1', sentFor: { organization: 'org-Maple1', project: 'proj_Maple2' } },
    ]);
    expect(details.queryByText(say('keyring.details.sentFor.voids'))).toBeNull();
    expect(details.getByText(/OpenAI-Organization: org-Maple1/)).toBeTruthy();
    const row = within(screen.getAllByTestId('key-row').at(-1) as HTMLElement);
    expect(row.getByText(say('keys.sentFor', { id: 'proj_Maple2' }))).toBeTruthy();
  });

  it('are saved with the keyboard alone', async () => {
    const { user, doctor, field } = await openDetails('legacy');
    field(PROJECT).focus();
    await user.keyboard('proj_Maple2{Enter}');
    expect(doctor.asked('keys:edit')).toMatchObject([
      { sentFor: { organization: null, project: 'proj_Maple2' } },
    ]);
  });

  it('that cannot be ids are refused with a sentence, and nothing typed is lost', async () => {
    const { doctor, details, field, save, type } = await openDetails('legacy');
    await type(ORGANIZATION, 'proj_Maple2');
    await type(PROJECT, 'Maple');
    await save();
    expect(doctor.asked('keys:edit')).toEqual([]);
    expect(details.getByText(say('errors.bad_organization_id'))).toBeTruthy();
    expect(details.getByText(say('errors.bad_project_id'))).toBeTruthy();
    expect([field(ORGANIZATION).value, field(PROJECT).value]).toEqual(['proj_Maple2', 'Maple']);
    await type(PROJECT, 'proj_Maple2');
    expect(details.queryByText(say('errors.bad_project_id'))).toBeNull();
  });

  it('are not offered for a key that knows its project', async () => {
    const { details } = await openDetails('project');
    expect([
      details.queryByLabelText(ORGANIZATION),
      details.queryByText(say('keyring.details.sent')),
    ]).toEqual([null, null]);
  });
});
