// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';
import { ERROR_TEXT } from '../support/fake-world';
import { alertText, openApp } from '../support/open';

const say = sayIn('en');
const MODELS = ['gpt-5.5', 'o3', 'gpt-5.4-mini'];

async function openCases() {
  const opened = await openApp({
    before: async (doctor) => {
      for (const model of MODELS) await doctor.api.cases.open({ text: ERROR_TEXT, keyId: 'key-1', model });
    },
  });
  await opened.user.click(screen.getByRole('button', { name: say('app.navigation.cases') }));
  const main = () => within(screen.getByRole('main'));
  const rows = () =>
    main()
      .queryAllByRole('listitem')
      .map((row) => MODELS.find((model) => row.textContent?.includes(model)));
  const select = (model: string) =>
    opened.user.click(main().getByRole('checkbox', { name: new RegExp(`^Select ${model}$`) }));
  const press = (name: string) => opened.user.click(main().getByRole('button', { name }));
  return { ...opened, main, rows, select, press };
}

describe('the list of all cases', () => {
  it('opens a case', async () => {
    const { user, main } = await openCases();
    await user.click(main().getByRole('button', { name: /^o3/ }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('o3');
  });

  it('shows those that fit what is typed, and says where none does', async () => {
    const { user, rows, main } = await openCases();
    await user.type(main().getByLabelText(say('cases.search')), 'MINI');
    expect(rows()).toEqual(['gpt-5.4-mini']);
    await user.type(main().getByLabelText(say('cases.search')), ' zq');
    expect(main().getByText(say('cases.nothing', { query: 'MINI zq' }))).toBeTruthy();
  });

  it('deletes those that are selected and shown, and brings them back', async () => {
    const { user, doctor, rows, select, press, main } = await openCases();
    await select('gpt-5.5');
    await select('o3');
    await user.type(main().getByLabelText(say('cases.search')), 'o3');
    await press(say('app.common.delete'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete 1 case?' }));
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    await user.clear(main().getByLabelText(say('cases.search')));
    expect(rows()).toEqual(['gpt-5.4-mini', 'gpt-5.5']);
    expect(doctor.asked('cases:delete')).toEqual([{ ids: ['case-2'] }]);
    await user.click(main().getByRole('button', { name: new RegExp(`^${say('app.common.undo')}`) }));
    expect(rows()).toHaveLength(3);
  });

  it('keeps what was selected where the deletion failed, and says so', async () => {
    const { user, doctor, select, press } = await openCases();
    await select('o3');
    doctor.refuses('cases:delete', 'store_failed');
    await press(say('app.common.delete'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: say('app.common.delete') }));
    expect(alertText()).toContain(say('errors.store_failed'));
  });

  it('puts a pinned case first', async () => {
    const { user, rows, main } = await openCases();
    const [, , last] = main().getAllByRole('button', { name: say('cases.pin') });
    await user.click(last as HTMLElement);
    expect(rows()).toEqual(['gpt-5.5', 'gpt-5.4-mini', 'o3']);
    expect(main().getAllByRole('button', { name: say('cases.unpin') })).toHaveLength(1);
  });
});

describe('a case with a name', () => {
  it('is called by it everywhere, and by its model again once it is taken away', async () => {
    const { user, main } = await openCases();
    await user.click(main().getByRole('button', { name: /^o3/ }));
    const rename = async (name: string) => {
      await user.click(main().getByRole('button', { name: say('cases.rename') }));
      const field = await screen.findByRole('textbox', { name: say('cases.renameTitle') });
      await user.clear(field);
      await user.type(field, `${name}{Enter}`);
    };
    await rename('Billing service');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Billing service');
    expect(screen.getByText('Billing service', { selector: 'nav *' })).toBeTruthy();
    expect(document.title).toContain('Billing service');
    await rename(' ');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('o3');
  });
});
