/** The guide for somebody else, as it comes out of a printer. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/base/settings';
import { diagnose } from '../../shared/diagnosis/diagnose';
import { readError } from '../../shared/errors/read-error';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { CONSOLE_ORIGIN } from '../../shared/remedies/links';
import { guide } from '../../shared/report/guide';
import { AT, KEY } from '../support/evidence';
import { launchApp, type RunningApp } from './support/launch';

const PROJECT = 'proj_St0r3fRnT8kQvYz2LmWx7Bc4';
const LONG = 'ft:gpt-4o-mini-2024-07-18:maple-robotics-europe:customer-answers-november:AbCdEfGh';
/** What people print on where the language is spoken. */
const PAPERS = [
  ['en', 'A4'],
  ['en', 'Letter'],
  ['ja', 'A4'],
] as const;
/** The first three steps, then the change and the proof: whatever is more was torn apart. */
const SHEETS = 2;

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ args: ['--practice'] });
});
afterAll(() => running.close());

/** Nobody knows which list is set, so that both are drawn: the longest there is. */
function page(model: string, language: Language): string {
  const reading = readError(`403 Project \`${PROJECT}\` does not have access to model \`${model}\``);
  const evidence = [{ kind: 'text', at: AT, reading } as const];
  const verdict = diagnose({ evidence, keyId: KEY, model, today: '2026-11-22' });
  const context = { at: AT, version: '1.2.3', mode: 'real', consoleOrigin: CONSOLE_ORIGIN } as const;
  return guide(
    { verdict, reading, evidence, model, keyId: KEY },
    { ...context, baseUrl: OPENAI_BASE_URL, project: PROJECT },
    language,
  );
}

/** Sheets of paper that it takes. */
function printed(html: string, paper: 'A4' | 'Letter'): Promise<number> {
  return running.app.evaluate(
    async ({ BrowserWindow }, [text, pageSize]) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      try {
        await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(text).toString('base64')}`);
        const pdf = await window.webContents.printToPDF({ pageSize });
        return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
      } finally {
        window.destroy();
      }
    },
    [html, paper] as const,
  );
}

it.each(PAPERS)('takes two sheets, in %s on %s', async (language, paper) => {
  expect(await printed(page('gpt-5.5', language), paper)).toBe(SHEETS);
});

it('takes one sheet more at most for a model with a very long name', async () => {
  for (const language of LANGUAGES)
    expect(await printed(page(LONG, language), 'A4')).toBeLessThanOrEqual(SHEETS + 1);
});
