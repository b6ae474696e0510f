/** What the pseudo-language shows: words that nobody translated, sentences glued together, texts without room. */
import type { Page } from 'playwright-core';
import { CLOSE, OPEN } from '../../support/pseudo-language';

interface Looked {
  /** Texts outside of every mark. */
  readonly bare: readonly string[];
  readonly glued: readonly string[];
  /** Texts that are wider or higher than what they stand in. */
  readonly cut: readonly string[];
  /** Controls that lie under something else. */
  readonly covered: readonly string[];
  /** Texts that run into each other. */
  readonly overlapping: readonly string[];
}

/** What a person named or a program printed, and the console's own labels, belong to no language. */
const NO_LANGUAGE = '[translate="no"], code, pre, kbd, blockquote, textarea, svg, .mono, option';

/** `data`: names and ids that stand in the window as they are. */
export async function lookForMarks(page: Page, data: readonly string[]): Promise<Looked> {
  return page.evaluate(look, { data, open: OPEN, close: CLOSE, noLanguage: NO_LANGUAGE });
}

interface Known {
  readonly data: readonly string[];
  readonly open: string;
  readonly close: string;
  readonly noLanguage: string;
}

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Runs inside the page. */
function look({ data, open, close, noLanguage }: Known): Looked {
  const marked = new RegExp(`${open}[^${open}${close}]*${close}`, 'gu');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const [bare, glued, cut, covered, overlapping]: string[][] & { length: 5 } = [[], [], [], [], []];
  const boxes: [string, Text, Box][] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (parent === null || parent.closest(noLanguage) !== null || parent.closest('style, script') !== null)
      continue;
    if (!parent.checkVisibility()) continue;
    const said = text.data.replaceAll(/[\u2068\u2069]/g, '');
    if (new RegExp(`${close}${open}|${close}\\p{L}|\\p{L}${open}`, 'u').test(said)) glued.push(said);
    // Of a sentence that is shown in part, one mark is left. A sentence within a sentence leaves its marks behind one by one.
    let rest = said.startsWith(open) && !said.includes(close) ? '' : said;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replaceAll(marked, ' ');
    }
    for (const name of data) rest = rest.replaceAll(name, ' ');
    // No word of a language holds a digit, a line below, or the dots of an id.
    rest = rest.replaceAll(/\S*[\d_/…]\S*/g, ' ');
    if (/\p{L}{3}/u.test(rest)) bare.push(rest.trim());
    if (isCut(parent)) cut.push(said.slice(0, 80));
    for (const box of seenBoxes(text, parent)) boxes.push([said, text, box]);
  }
  boxes.forEach(([one, text, a], at) => {
    for (const [other, neighbour, b] of boxes.slice(at + 1))
      if (text !== neighbour && layerOf(text) === layerOf(neighbour) && meet(a, b))
        overlapping.push(`${one} and ${other}`);
  });
  for (const control of document.querySelectorAll('button, a[href], input, [role="tab"]')) {
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (width < 2 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const found = document.elementFromPoint(x, y);
    if (found === null || control.contains(found) || found.contains(control)) continue;
    // A label is its field; a list, a dialog or a bar over the page is meant to lie there.
    if (found.closest('label') !== null || isOver(found, control)) continue;
    covered.push(
      `${control.textContent?.slice(0, 40) || control.getAttribute('aria-label')} under ${found.className}`,
    );
  }
  return { bare, glued, cut, covered, overlapping };

  /** Where the lines of a text are seen: not what is cut away, lies below something else or is only told. */
  function seenBoxes(text: Text, parent: Element): readonly Box[] {
    if (text.data.trim() === '' || getComputedStyle(parent).clipPath !== 'none') return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()]
      .map((line) => clipped(line, parent))
      .filter(({ left, right, top, bottom }) => {
        const middle = (top + bottom) / 2;
        // At one of its ends: in the middle, what runs into it may lie above it.
        const isSeen = [left + 2, right - 2].some((x) =>
          parent.contains(document.elementFromPoint(x, middle)),
        );
        return right - left > 2 && isSeen;
      });
  }

  function clipped(line: Box, parent: Element): Box {
    let { left, right, top, bottom } = line;
    for (let at: Element | null = parent; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === 'visible') continue;
      const edge = at.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return { left, right, top, bottom };
  }

  /** What lies over the page may cover it, and what sticks to an edge may cover what is moved below it. */
  function layerOf(text: Text): Element | null {
    for (let at = text.parentElement; at !== null; at = at.parentElement)
      if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(at).position)) return at;
    return null;
  }

  function meet(a: Box, b: Box): boolean {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 2 && high > 4;
  }

  /** Text with an end of dots shows all of it by its title, or where it is opened; what scrolls shows it too. */
  function isCut(element: Element): boolean {
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') return false;
    // What only a screen reader is told takes one pixel, and what stands in a line has no width of its own.
    return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
  }

  function isOver(found: Element, control: Element): boolean {
    for (let at: Element | null = found; at !== null && !at.contains(control); at = at.parentElement)
      if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(at).position)) return true;
    return false;
  }
}
