/** Sizes and places, which a page without a screen doesn't have, and what the window does with them. */
import { vi } from 'vitest';

/** In pixels. */
const WINDOW = { width: 900, height: 640 };
const ROW_HEIGHT = 40;

/** Where everything is, so that a menu finds its button inside of the window. */
const PLACE = { left: 100, top: 100, width: 200, height: ROW_HEIGHT };

export function furnishPage(): void {
  Object.assign(document, { fonts: new EventTarget() });
  vi.stubGlobal('ResizeObserver', NothingMoves);
  vi.stubGlobal('IntersectionObserver', NothingMoves);
  window.matchMedia = (media) => Object.assign(new EventTarget(), noMatch(media));
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.getBoundingClientRect = () => DOMRect.fromRect({ ...PLACE, x: PLACE.left, y: PLACE.top });
  read(Element.prototype, 'clientWidth', () => WINDOW.width);
  read(Element.prototype, 'clientHeight', () => WINDOW.height);
  read(HTMLElement.prototype, 'offsetWidth', () => WINDOW.width);
  // A list draws the rows that fit into what scrolls, so a row must not be as high as the window.
  read(HTMLElement.prototype, 'offsetHeight', (element) =>
    element.tagName === 'LI' ? ROW_HEIGHT : WINDOW.height,
  );
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
