/**
 * Every state that a journey passes, reached once for each language at the smallest size, and looked at for all that can be
 * wrong with it: what axe objects to in either theme, what is cut off, what a screen reader says, how it looks.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';
import { acceptedRuntime, acceptedTrees, compareLook, runtimeOf, treeOf } from './states/accepted';
import { CASE_JOURNEYS, CONSOLE_JOURNEY, closeConsole } from './states/case-states';
import { objections, overflows, shine } from './states/checks';
import { PAGES } from './states/page-states';
import { prepare, type Stage, speak, walk } from './states/stage';
import { launchApp, type RunningApp } from './support/launch';

const JOURNEYS = [...PAGES, ...CASE_JOURNEYS, CONSOLE_JOURNEY];
/** About fifty states, each in three looks. */
const WALK_MS = 240_000;

interface Seen {
  readonly wrong: string[];
  readonly trees: Map<string, string>;
}

describe('every state, at the smallest size', () => {
  let running: RunningApp;
  let runtime: string;
  const differences: string[] = [];

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await prepare(running);
    runtime = await runtimeOf(running.app, running.page);
  });
  afterAll(() => running.close());

  const stageIn = (language: Language): Stage => ({
    app: running.app,
    page: running.page,
    say: sayIn(language),
  });

  async function compare(page: Page, look: string, name: string): Promise<void> {
    const difference = await compareLook(running.app, page, `${look}/${name}`);
    if (difference !== null) differences.push(difference);
  }

  /** A theme changes colours alone, so all rules are asked in one of them. */
  async function lookAt(page: Page, language: Language, name: string, { wrong, trees }: Seen): Promise<void> {
    await shine(page, 'light');
    for (const objection of await objections(page)) wrong.push(`${name}: ${objection}`);
    if (await overflows(page)) wrong.push(`${name}: can be moved sideways`);
    trees.set(name, await treeOf(page));
    await compare(page, `${language}-light`, name);
    await shine(page, 'dark');
    for (const objection of await objections(page, 'contrast')) wrong.push(`${name}, dark: ${objection}`);
    await compare(page, `${language}-dark`, name);
  }

  it.each(['en', 'ja'] as const)(
    '%s: no objection by axe, nothing cut off at the side, and a screen reader says what was accepted',
    { timeout: WALK_MS },
    async (language) => {
      await speak(running.page, language);
      const stage = stageIn(language);
      const seen: Seen = { wrong: [], trees: new Map() };
      const unreached = await walk(stage, JOURNEYS, (page, name) => lookAt(page, language, name, seen));
      await closeConsole(stage);
      expect([...unreached, ...seen.wrong]).toEqual([]);
      for (const { name, states } of JOURNEYS) {
        const file = `${name}.${language}`;
        const trees = states
          .map((state) => `# ${state.name}\n${seen.trees.get(`${name}-${state.name}`)}\n`)
          .join('\n');
        expect.soft(trees, `test/e2e/accepted/trees/${file}.txt`).toBe(acceptedTrees(file, trees));
      }
    },
  );

  it('looks as it was accepted', ({ skip }) => {
    const accepted = acceptedRuntime(runtime);
    if (accepted !== runtime) {
      process.stderr.write(`Pictures skipped: other runtime.\nAccepted: ${accepted}This one: ${runtime}`);
      skip('other runtime');
    }
    expect(differences).toEqual([]);
  });
});
