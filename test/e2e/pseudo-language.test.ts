/**
 * A third language, tried with one that nobody speaks: it is entered where CONTRIBUTING.md says, every page speaks it alone, two
 * fifths more text has room at the smallest size, and the window runs from right to left.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/base/settings';
import type { DoctorApi } from '../../shared/ipc/contract';
import { ROOT } from '../support/app-launch';
import { buildPseudoApp, pseudoSay } from '../support/pseudo-app';
import { PSEUDO } from '../support/pseudo-language';
import { CASE_JOURNEYS } from './states/case-states';
import { overflows } from './states/checks';
import { lookForMarks } from './states/marks';
import { PAGES } from './states/page-states';
import { prepare, speak } from './states/stage';
import { launchApp, picture, type RunningApp } from './support/launch';

const WALK_MS = 180_000;
const LANGUAGE = PSEUDO as Language;

describe('a third language', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    await buildPseudoApp();
    running = await launchApp({ args: ['--practice'], folder: join(ROOT, 'out/pseudo') });
    page = running.page;
    await prepare(running);
  });
  afterAll(() => running.close());

  /** What is called the same in every language. */
  async function names(): Promise<readonly string[]> {
    const found = await page.evaluate(async () => {
      const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
      const [keys, admins, scenarios] = await Promise.all([
        doctor.keys.list({}),
        doctor.admin.keys({}),
        doctor.practice.scenarios({}),
      ]);
      const all = [...(keys.ok ? keys.value : []), ...(admins.ok ? admins.value : [])];
      const projects = await Promise.all(all.map(({ id }) => doctor.admin.projects({ id })));
      return [
        ...all.flatMap(({ label, lastFour }) => [label, lastFour]),
        ...projects.flatMap((listed) => (listed.ok ? listed.value.map(({ name }) => name) : [])),
        ...(scenarios.ok ? scenarios.value.map(({ model }) => model) : []),
      ];
    });
    const fixed = [
      'Model Access Doctor',
      'Enter',
      'Ctrl',
      'Shift',
      'English',
      '日本語',
      'https',
      'http',
      'proj_',
      'org-',
    ];
    return [...found, ...fixed].sort((one, other) => other.length - one.length);
  }

  it('would be seen to be missing, glued, cut or covered', async () => {
    await page.evaluate(showFaults);
    const seen = await lookForMarks(page, []);
    await page.locator('#faults').evaluate((faults) => faults.remove());
    expect(seen.bare).toContain('Not translated');
    expect(seen.glued).toEqual(['⟦Óñé⟧⟦Ťwó⟧']);
    expect(seen.cut).toContain('⟦Ťóó lóñg fór íť⟧');
    expect(seen.covered).toEqual([expect.stringContaining('⟦Bélów⟧')]);
    expect(seen.overlapping).toEqual(['⟦Móréóvér⟧ and ⟦Róóm⟧']);
  });

  it('puts the window the other way', async () => {
    await speak(page, LANGUAGE);
    const order = await page.evaluate(() => {
      const left = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
      return { direction: document.documentElement.dir, navigation: left('nav') > left('main') };
    });
    expect(order).toEqual({ direction: 'rtl', navigation: true });
  });

  it('is all that any page speaks, has room everywhere, and covers nothing', {
    timeout: WALK_MS,
  }, async () => {
    const data = await names();
    const wrong: string[] = [];
    for (const journey of [...PAGES, ...CASE_JOURNEYS])
      for (const state of journey.states) {
        const name = `${journey.name}-${state.name}`;
        try {
          await state.reach({ app: running.app, page, say: pseudoSay });
        } catch (error) {
          wrong.push(`${name}: not reached, ${String(error).slice(0, 300)}`);
          continue;
        }
        await picture(page, `pseudo-${name}`);
        const seen = await lookForMarks(page, data);
        for (const [kind, texts] of Object.entries(seen))
          for (const text of new Set(texts as readonly string[])) wrong.push(`${name}, ${kind}: ${text}`);
        if (await overflows(page)) wrong.push(`${name}: can be moved sideways`);
      }
    expect(wrong).toEqual([]);
  });

  it('keeps names, ids and code apart, from left to right', async () => {
    const turned = await page.evaluate(() =>
      [...document.querySelectorAll('code, pre, .mono')]
        .filter((element) => element.checkVisibility())
        .filter((element) => getComputedStyle(element).direction !== 'ltr')
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(turned).toEqual([]);
    expect(pseudoSay('app.case.copySibling', { name: 'gpt-5.5' })).toContain('\u2068gpt-5.5\u2069');
  });
});

/** Runs inside the page: one of each fault that is looked for. */
function showFaults(): void {
  const part = (text: string, style: string, tag = 'div') => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.style.cssText = style;
    return element;
  };
  const faults = document.createElement('div');
  faults.id = 'faults';
  faults.style.cssText = 'position: fixed; inset: 0; z-index: 999; background: white';
  const below = document.createElement('div');
  below.append(
    part('⟦Bélów⟧', 'display: block; height: 30px', 'button'),
    part('', 'height: 30px; margin-top: -30px; transform: none; background: white; position: relative'),
  );
  const row = document.createElement('div');
  row.style.cssText = 'display: flex';
  row.append(
    part('⟦Móréóvér⟧', 'width: 40px; flex: none; display: inline-block'),
    part('⟦Róóm⟧', 'flex: none'),
  );
  faults.append(
    part('Not translated', ''),
    part('⟦Óñé⟧⟦Ťwó⟧', ''),
    part('⟦Ťóó lóñg fór íť⟧', 'width: 60px; overflow: hidden; white-space: nowrap'),
    below,
    row,
  );
  document.body.append(faults);
}
