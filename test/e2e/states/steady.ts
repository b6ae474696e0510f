/** What differs from one run to the next, replaced: times, ages, ids, ports, ends of invented keys. */
import type { Page } from 'playwright-core';

type Replacement = readonly [pattern: string, by: string];

/** As texts, since they go into the page too. */
const MOVING: readonly Replacement[] = [
  ['\\b\\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\\b', '1 Jan'],
  ['\\d{1,2}月\\d{1,2}日', '1月1日'],
  ['\\b\\d{4}-\\d{2}-\\d{2}\\b', '2000-01-01'],
  ['\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b', '00:00'],
  ['127\\.0\\.0\\.1:\\d+', '127.0.0.1:1'],
  ['\\b[\\d,]+ (?:ms|ミリ秒)', '1 ms'],
  ['\\breq_[\\w-]+', 'req_0'],
  ['\\S*[\\\\/]doctor-\\w{6}', '/profile'],
  ['…[\\w-]{4}(?![\\w-])', '…0000'],
  // Of the cells and details: how long ago.
  ['(?:\\bnow\\b|今|\\b\\d+ (?:s|min|h|d)\\b|\\d+ (?:秒|分|時間|日)前)(?=$|[\\s·,。、)"])', 'now'],
];

export function steady(text: string): string {
  return MOVING.reduce((before, [pattern, by]) => before.replace(new RegExp(pattern, 'g'), by), text);
}

/** Has the page show it so while `work` looks, and puts it back as it was. */
export async function whileSteady<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const kept = await page.evaluateHandle((moving) => {
    const steadied = (text: string) =>
      moving.reduce((all, [pattern, by]) => all.replace(new RegExp(pattern, 'g'), by), text);
    const texts: (readonly [Text, string])[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      // React keeps the parts of one line as texts of their own, such as the dots before the end of a key.
      const before = text.previousSibling instanceof Text ? text.previousSibling.data.slice(-1) : '';
      const shown = steadied(before + text.data).slice(before.length);
      if (shown === text.data) continue;
      texts.push([text, text.data]);
      text.data = shown;
    }
    const fields = [...document.querySelectorAll('input')].map((field) => [field, field.value] as const);
    for (const [field, value] of fields) if (steadied(value) !== value) field.value = steadied(value);
    return { texts, fields };
  }, MOVING);
  try {
    return await work();
  } finally {
    await kept.evaluate(({ texts, fields }) => {
      for (const [text, before] of texts) text.data = before;
      for (const [field, before] of fields) if (field.value !== before) field.value = before;
    });
  }
}
