/** How long the window takes from a key to what it shows then, measured inside the page: no way to the test and back. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * The milliseconds from the key to the first frame in which an element for `selector` has been drawn.
 * @param {Page} page
 * @param {string} selector
 * @param {() => Promise<void>} press
 */
export async function untilPainted(page, selector, press) {
  const handle = await page.evaluateHandle((wanted) => {
    /** @type {Promise<number>} */
    const painted = new Promise((resolve) => {
      addEventListener('keydown', ({ timeStamp }) => waitFrom(timeStamp), { capture: true, once: true });
      /** @param {number} start */
      function waitFrom(start) {
        const look = () => {
          if (document.querySelector(wanted) === null) return false;
          // The frame that holds it is on its way once the next task after its drawing runs.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - start);
            port2.postMessage(null);
          });
          return true;
        };
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      }
    });
    return { painted };
  }, selector);
  // The press itself waits for the window where that is busy.
  await Promise.all([press(), handle.evaluate(({ painted }) => painted)]);
  return handle.evaluate(({ painted }) => painted);
}

/**
 * Median and 95th percentile (nearest rank), as in `31 / 40 ms`.
 * @param {readonly number[]} times
 */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (/** @type {number} */ share) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return `${Math.round(rank(0.5))} / ${Math.round(rank(0.95))} ms`;
}
