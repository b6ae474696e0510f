/**
 * How often the window is kept from answering the person for more than 50 ms (Chromium's own measure of a long task)
 * while the matrix is filled, scrolled, and 10,000 of its cells change. Run: `node build/bench/window.bench.mjs`; takes
 * about four minutes, as that is how fast the practice server answers.
 */
import { withPracticeApp } from '../practice-launch.mjs';
import { runMain, Stop, say } from '../process.mjs';
import { setUp } from '../setup.mjs';
import { MatrixPage } from '../tour/matrix-page.mjs';

const CELLS = 10_000;
/** Far longer than the slowest answer of the practice server. */
const STUCK_MS = 20_000;

/** @typedef {import('playwright-core').Page} Page */

await runMain(async () => {
  const ready = await setUp({ libraries: process.platform === 'linux' ? 'tests' : 'window' });
  return withPracticeApp(ready, ['--practice-crowd'], async (launch) => {
    const app = await launch();
    try {
      await measure(await app.firstWindow());
    } finally {
      await app.close();
    }
    return 0;
  });
});

/** @param {Page} page */
async function measure(page) {
  const matrix = new MatrixPage(page);
  await page.getByRole('navigation').waitFor();
  await watchTasks(page);
  await matrix.open();
  await matrix.fill();
  const size = await matrix.size();
  await report(page, `the matrix of ${size.keys} × ${size.models} opened and filled`);
  await scroll(page, matrix);
  await report(page, 'the matrix scrolled from corner to corner');
  await matrix.choose('Everything shown');
  await matrix.confirmMany();
  const changed = await waitForCells(page, matrix);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await matrix.waitForRun();
  await report(page, `${changed.toLocaleString('en')} cells changed`);
}

/** @param {Page} page */
async function watchTasks(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const tasks = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/**
 * The long tasks since the last report.
 * @param {Page} page
 * @param {string} what
 */
async function report(page, what) {
  const tasks = await page.evaluate(() => {
    const { longTasks } = /** @type {{ longTasks: number[] }} */ (/** @type {unknown} */ (globalThis));
    return longTasks.splice(0);
  });
  const longest = tasks.length === 0 ? '' : `, the longest ${Math.round(Math.max(...tasks))} ms`;
  say(`${what.padEnd(50)} ${String(tasks.length).padStart(14)}   goal 0 tasks over 50 ms${longest}`);
}

/**
 * By the wheel, a screenful or so at a time.
 * @param {Page} page
 * @param {MatrixPage} matrix
 */
async function scroll(page, matrix) {
  await matrix.grid.hover();
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(900, 250);
    await page.waitForTimeout(50);
  }
  await page.keyboard.press('Control+Home');
}

/**
 * Waits until enough tests are done; how many that were.
 * @param {Page} page
 * @param {MatrixPage} matrix
 */
async function waitForCells(page, matrix) {
  let [done, since] = [0, performance.now()];
  while (done < CELLS) {
    await page.waitForTimeout(500);
    const now = Number(await matrix.run.getAttribute('data-done'));
    if (now > done) [done, since] = [now, performance.now()];
    else if (performance.now() - since > STUCK_MS) throw new Stop(`The run is stuck at ${done} cells.`);
  }
  return done;
}
