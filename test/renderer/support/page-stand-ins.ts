/** What a page without a screen doesn't have: sizes, places and frames. */
import { vi } from 'vitest';

/** In pixels. */
const WINDOW = { width: 900, height: 640 };
const ROW_HEIGHT = 40;

/** Where everything is, so that a menu finds its button inside of the window. */
const PLACE = { left: 100, top: 100, width: 200, height: ROW_HEIGHT };

/** In milliseconds. */
const FRAME = 16;

/** Once a test file, before anything is drawn and before a test takes over the clock. */
export function furnishPage(): void {
  furnishFrames();
  // A field that grows with its text asks when a font has come.
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  vi.stubGlobal('ResizeObserver', NothingMoves);
  vi.stubGlobal('IntersectionObserver', NothingMoves);
  window.matchMedia = (media) => Object.assign(new EventTarget(), noMatch(media));
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollBy = () => undefined;
  Element.prototype.setPointerCapture = () => undefined;
  Element.prototype.checkVisibility = () => true;
  Element.prototype.getBoundingClientRect = () => DOMRect.fromRect({ ...PLACE, x: PLACE.left, y: PLACE.top });
  read(Element.prototype, 'clientWidth', () => WINDOW.width);
  read(Element.prototype, 'clientHeight', () => WINDOW.height);
  read(HTMLElement.prototype, 'offsetWidth', () => WINDOW.width);
  // A list draws the rows that fit into what scrolls, so a row must not be as high as the window.
  read(HTMLElement.prototype, 'offsetHeight', (element) =>
    element.tagName === 'LI' ? ROW_HEIGHT : WINDOW.height,
  );
}

/**
 * Frames by the global timers, whoever's they are at that moment. The page's own would be stuck for good once a frame was
 * asked for while a test had the clock.
 */
function furnishFrames(): void {
  const frames = {
    requestAnimationFrame: (draw: FrameRequestCallback) =>
      Number(setTimeout(() => draw(performance.now()), FRAME)),
    cancelAnimationFrame: (frame: number) => clearTimeout(frame),
  };
  Object.assign(globalThis, frames);
  Object.assign(document.defaultView ?? window, frames);
}

function read<E extends Element>(prototype: E, name: string, get: (element: E) => number): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: E) {
      return get(this);
    },
  });
}

/** A light window that moves: neither dark colours nor less motion are wished for. */
function noMatch(media: string): Omit<MediaQueryList, keyof EventTarget> {
  const ignore = () => undefined;
  return { media, matches: false, onchange: null, addListener: ignore, removeListener: ignore };
}

class NothingMoves {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
