/** What is kept of a step that failed: pictures of the windows, where the keyboard was, what the app printed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import type { RunnerTestCase } from 'vitest';
import { within } from '../../support/until';
import { appsOfThisFile, PICTURES, ROOT, type RunningApp } from './launch';

/** A page that hangs is asked no longer than this. */
const PAGE_PATIENCE_MS = 3_000;
const LAST_CHARACTERS = 20_000;
const FOLDER = join(PICTURES, 'failed');

/** Writes it all to `out/e2e/failed` and returns the path of the text, relative to the project. */
export async function keepEvidence(step: RunnerTestCase): Promise<string> {
  const names = [step.name];
  for (let suite = step.suite; suite !== undefined && suite !== step.file; suite = suite.suite)
    names.unshift(suite.name);
  const errors = step.result?.errors?.map(({ message }) => message) ?? ['The file ran out of time.'];
  return writeEvidence(basename(step.file.name, '.test.ts'), names, errors);
}

/** The same for what is no step: `names` say what it is, after the name of the file. */
export async function writeEvidence(
  file: string,
  names: readonly string[],
  errors: readonly string[],
): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const name = join(FOLDER, fileName([file, ...names]));
  const apps = await Promise.all(
    appsOfThisFile().map((running, index) => describeApp(running, `${name}-${index + 1}`)),
  );
  const parts = [`${file}: ${names.join(' › ')}`, ...errors, ...apps];
  writeFileSync(`${name}.txt`, `${withoutKeys(stripVTControlCharacters(parts.join('\n\n')))}\n`);
  return relative(ROOT, `${name}.txt`);
}

function fileName(names: readonly string[]): string {
  return names
    .join('--')
    .replaceAll(/[^\p{L}\p{N}-]+/gu, '-')
    .slice(0, 120);
}

async function describeApp({ app, output, hasEnded }: RunningApp, picture: string): Promise<string> {
  const printed = `The main process printed:\n${output().slice(-LAST_CHARACTERS) || '(nothing)'}`;
  if (hasEnded()) return `An app that has ended. ${printed}`;
  const pages = await Promise.all(
    app.windows().map((page, index) => describePage(page, `${picture}-${index + 1}.png`)),
  );
  return [...pages, printed].join('\n\n');
}

async function describePage(page: Page, path: string): Promise<string> {
  const inTime = <T>(asked: Promise<T>) =>
    within(PAGE_PATIENCE_MS, 'the page', asked).catch((error: Error) => error);
  const [seen, pictured] = await Promise.all([
    inTime(page.evaluate(lookAround)),
    inTime(page.screenshot({ path, timeout: PAGE_PATIENCE_MS })),
  ]);
  return [
    `Window ${page.url()}`,
    seen instanceof Error
      ? `It gave no answer: ${seen.message}`
      : `Topmost dialog: ${seen.topmost}\nActive element: ${seen.active}`,
    pictured instanceof Error
      ? `There is no picture: ${pictured.message}`
      : `Picture: ${relative(ROOT, path)}`,
  ].join('\n');
}

/** Runs inside the page. */
function lookAround(): { readonly topmost: string; readonly active: string } {
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ??
    document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
    (element instanceof HTMLElement ? element.innerText : '').slice(0, 80);
  const open = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')].filter(
    (element) => element.checkVisibility(),
  );
  const covers = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  const described = (element: Element | null | undefined) =>
    element === null || element === undefined
      ? 'none'
      : `<${element.tagName.toLowerCase()} role="${element.role ?? ''}" id="${element.id}"> “${nameOf(element)}”`;
  const topmost = open.findLast(covers) ?? open.at(-1);
  return { topmost: described(topmost), active: described(document.activeElement) };
}

/** The keys of the tests are invented, but a text that people pass on should not teach them to print keys. */
function withoutKeys(text: string): string {
  return text.replaceAll(/\bsk-[\w-]{12,}/g, (key) => `${key.slice(0, 10)}…`);
}
