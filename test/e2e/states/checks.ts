/** What every state is looked at for, whichever it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** `contrast`: the one rule that a theme changes, at a fraction of the time. */
export type Rules = 'all' | 'contrast';

/** What axe objects to on the page as it stands; the scroll area outside the window counts too. */
export async function objections(page: Page, rules: Rules = 'all'): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => Reflect.has(globalThis, 'axe'));
  if (!isThere) await page.evaluate(AXE);
  return page.evaluate(async (contrastAlone) => {
    type Run = (options: object) => Promise<{ violations: readonly AxeFinding[] }>;
    const axe: { run: Run } = Reflect.get(globalThis, 'axe');
    const only = contrastAlone ? { runOnly: ['color-contrast'] } : {};
    const { violations } = await axe.run({ resultTypes: ['violations'], ...only });
    return violations.map(
      ({ id, nodes: [first] }) => `${id}: ${first?.html.slice(0, 160)} ${first?.failureSummary ?? ''}`,
    );
  }, rules === 'contrast');
}

/** Puts the page into light or dark, with every colour at the end of its way there. */
export async function shine(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page
    .locator(`html:is([data-mantine-color-scheme="${colorScheme}"], :not([data-mantine-color-scheme]))`)
    .waitFor();
  await endMotion(page);
}

/** What moves for ever, such as a sign of work under way, goes on. */
export async function endMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  });
}

/** Whether the page can be moved sideways. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
