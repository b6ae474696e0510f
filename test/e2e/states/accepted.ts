/**
 * What was accepted last, in `test/e2e/accepted`: what a screen reader says of each state, as text, and how it looks, as a
 * picture. `npm run accept` writes both anew; what changed is then in the difference that git shows.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { PICTURES, ROOT } from '../support/launch';
import { steady, whileSteady } from './steady';

const ACCEPTED = join(ROOT, 'test/e2e/accepted');
export const isAccepting = process.env['MAD_ACCEPT'] === '1';

/** What lies over the page has the keyboard to itself; below it, the page says what it said before. */
const TOPMOST = ['[role="dialog"]:visible', 'dialog[open]', '[role="menu"]:visible', 'main', 'body'];

/** What a screen reader has to say of the page as it stands. */
export async function treeOf(page: Page): Promise<string> {
  for (const selector of TOPMOST) {
    const part = page.locator(selector).last();
    if ((await part.count()) > 0) return steady(await part.ariaSnapshot());
  }
  return '';
}

/** `name`: of the journey and its language. The text to be compared with `trees`; null where there is none. */
export function acceptedTrees(name: string, trees: string): string | null {
  const file = join(ACCEPTED, 'trees', `${name}.txt`);
  if (isAccepting) write(file, trees);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Of JPEG, of 100. Both sides of a comparison went through it, so what it does to a picture makes no difference. */
const QUALITY = 60;
/** A pixel counts as another one from this distance of one of its colours on, of 255. Half a size softens every edge. */
const NOTICED = 40;
/** So many pixels may differ, of the 144,000 of a picture: a caret's or a hair line's worth. */
const TOLERATED = 40;

/**
 * Compares the page with the accepted picture, at half its size; says what is wrong, or null. What differs is left as a
 * picture in `out/e2e/differences`: before, now, and where.
 */
export async function compareLook(
  app: ElectronApplication,
  page: Page,
  name: string,
): Promise<string | null> {
  const path = join(PICTURES, 'looks', `${name}.png`);
  const whole = await whileSteady(page, () => page.screenshot({ path, animations: 'disabled' }));
  const file = join(ACCEPTED, 'looks', `${name}.jpg`);
  const before = existsSync(file) ? readFileSync(file).toString('base64') : null;
  const { half, differing, shown } = await app.evaluate(comparePictures, {
    before,
    now: whole.toString('base64'),
    noticed: NOTICED,
    quality: QUALITY,
  });
  if (isAccepting) {
    // A picture that looks the same stays, byte for byte.
    if (before === null || differing > TOLERATED) write(file, Buffer.from(half, 'base64'));
    return null;
  }
  if (before === null) return `${name}: no picture was accepted yet`;
  if (differing <= TOLERATED) return null;
  const difference = join(PICTURES, 'differences', `${name}.png`);
  write(difference, Buffer.from(shown, 'base64'));
  return `${name}: ${differing} pixels differ, see ${difference.slice(ROOT.length)}`;
}

interface Pictures {
  readonly before: string | null;
  readonly now: string;
  readonly noticed: number;
  readonly quality: number;
}

/** Runs in the main process, which reads, halves and writes pictures already: no library is needed for it. */
function comparePictures(
  { nativeImage }: typeof import('electron'),
  { before, now, noticed, quality }: Pictures,
): { readonly half: string; readonly differing: number; readonly shown: string } {
  const read = (base64: string) => nativeImage.createFromBuffer(Buffer.from(base64, 'base64'));
  const whole = read(now);
  const { width, height } = whole.getSize();
  const half = whole.resize({
    width: Math.round(width / 2),
    height: Math.round(height / 2),
    quality: 'best',
  });
  const small = half.toJPEG(quality).toString('base64');
  if (before === null) return { half: small, differing: 0, shown: '' };
  // As it would be read again later, so that both went the same way.
  const sides = [read(before), read(small)] as const;
  const [size, other] = [sides[0].getSize(), sides[1].getSize()];
  if (size.width !== other.width || size.height !== other.height)
    return { half: small, differing: Number.MAX_SAFE_INTEGER, shown: half.toPNG().toString('base64') };
  const [one, two] = [sides[0].toBitmap(), sides[1].toBitmap()];
  const row = size.width * 4;
  const strip = Buffer.alloc(one.length * 3);
  let differing = 0;
  for (let at = 0; at < one.length; at += 4) {
    const isOther = [0, 1, 2].some(
      (colour) => Math.abs((one[at + colour] ?? 0) - (two[at + colour] ?? 0)) >= noticed,
    );
    if (isOther) differing += 1;
    const line = Math.floor(at / row) * row * 3 + (at % row);
    one.copy(strip, line, at, at + 4);
    two.copy(strip, line + row, at, at + 4);
    strip.set(isOther ? [0, 0, 255, 255] : [255, 255, 255, 255], line + 2 * row);
  }
  const shown = nativeImage.createFromBitmap(strip, { width: size.width * 3, height: size.height });
  return { half: small, differing, shown: shown.toPNG().toString('base64') };
}

/** What a picture depends on besides the app: the engine, and which fonts its letters are drawn with. */
export async function runtimeOf(app: ElectronApplication, page: Page): Promise<string> {
  const engine = await app.evaluate(
    () => `${process.platform} ${process.arch}, Electron ${process.versions['electron']}`,
  );
  const letters = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) return '';
    const style = getComputedStyle(document.body);
    const mono = style.getPropertyValue('--mantine-font-family-monospace');
    const families = [style.fontFamily, mono, 'serif'];
    return families
      .flatMap((family) =>
        ['Model Access Doctor 0123', '診断と鍵の一覧', '✓ ✕ ⌘'].map((text) => {
          context.font = `64px ${family}`;
          return context.measureText(text).width.toFixed(2);
        }),
      )
      .join(' ');
  });
  return `${engine}, letters ${letters}\n`;
}

/** The runtime of the accepted pictures; null where none was accepted. */
export function acceptedRuntime(now: string): string | null {
  const file = join(ACCEPTED, 'looks', 'runtime.txt');
  if (isAccepting) write(file, now);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
