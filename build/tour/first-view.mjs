/** What of a verdict a person sees without scrolling. Runs inside the page. */

/**
 * @typedef {object} FirstView
 * @property {number} width Of the window's content, as it came to be.
 * @property {number} height
 * @property {number | null} rung Top of the layer that stops the call.
 * @property {number | null} action Lower edge of the one filled button.
 * @property {number} words On the page itself, without the side bar.
 */

/** @returns {FirstView} */
export function lookAtFirstView() {
  const verdict = document.querySelector('[data-testid="verdict-cause"]');
  const rung = verdict?.querySelector('[data-testid="layer-strip"] [data-state="failed"]');
  const action = verdict?.querySelector('button[data-variant="filled"]');
  const main = document.querySelector('main');
  if (main === null) throw new Error('There is no page');
  const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!isSeen(text)) continue;
    for (const { isWordLike } of segmenter.segment(text.nodeValue ?? '')) if (isWordLike) words += 1;
  }
  return {
    width: innerWidth,
    height: innerHeight,
    rung: rung ? Math.round(rung.getBoundingClientRect().top) : null,
    action: action ? Math.round(action.getBoundingClientRect().bottom) : null,
    words,
  };

  /** @param {Node} text */
  function isSeen(text) {
    const parent = text.parentElement;
    if (!parent?.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { top, bottom, width, height } = range.getBoundingClientRect();
    // What only a screen reader is told takes one pixel.
    return width > 1 && height > 1 && bottom > 0 && top < innerHeight && parent.offsetWidth > 1;
  }
}
