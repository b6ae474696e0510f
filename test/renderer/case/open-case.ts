import { screen, within } from '@testing-library/react';
import type { WizardEvent } from '../../../shared/wizard/wizard';
import { ERROR_TEXT, MODEL } from '../support/fake-world';
import { type OpenOptions, openApp } from '../support/open';

/** The case that the window has. */
export const id = 'case-1';

export interface CaseOptions extends OpenOptions {
  readonly keyId?: string | null;
  /** How far the person has come in the wizard already. */
  readonly steps?: readonly Extract<WizardEvent, { kind: 'started' | 'step_done' | 'branch_chosen' }>[];
}

/** The window with the page of a case. */
export async function openCase({ keyId = 'key-1', steps = [], before, ...options }: CaseOptions = {}) {
  const opened = await openApp({
    ...options,
    before: async (doctor) => {
      await doctor.api.cases.open({ text: ERROR_TEXT, keyId, model: null });
      for (const event of steps) await doctor.api.cases.wizard({ id, event });
      await before?.(doctor);
    },
  });
  const main = () => within(screen.getByRole('main'));
  const press = (name: string | RegExp) => opened.user.click(main().getByRole('button', { name }));
  await opened.user.click(screen.getByText(MODEL, { selector: 'nav *' }));
  return { ...opened, main, press };
}
