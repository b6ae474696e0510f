/**
 * The one owner of the keyboard. No other code of ours moves the focus; the library moves it inside a menu or a field.
 *
 * - What opens over the page (a dialog, a panel, a menu) takes the keyboard as it is drawn. Escape closes the topmost of
 *   them wherever the keyboard is, unless it is for an open list of a field or for a word that is being composed. Tab
 *   stays inside the topmost.
 * - What closes gives the keyboard back to what it was opened from.
 * - Where an element goes away with the keyboard, the nearest one takes over that is marked for it.
 * - A button that is busy has the keyboard back once it can take it.
 *
 * Nothing here waits for a timer: a change of the page is answered before the next key can arrive. That holds because
 * what opens over the page does not fade out (`OWNED` in keyboard-layer.tsx), so once it is closed it can neither take a
 * key nor the keyboard.
 */

/** Marks what takes the keyboard over where something near it goes away with it. Spread into an element that can. */
export const TAKES_OVER = { 'data-takes-over': true } as const;
/** Marks a field whose list is always open, so that Escape is not for the list. Spread into the field. */
export const LIST_STAYS = { 'data-list-stays': true } as const;
/** The id of the page, inside the window's frame. */
export const PAGE = 'content';

/** What is asked for may need an answer of the main process before it is drawn. In milliseconds. */
const PATIENCE_MS = 1_000;
const HEIR = '[data-takes-over]';
/** A field keeps Escape to itself by the library's own mark while its list is open. */
const OPEN_LIST = '[aria-haspopup="listbox"][data-mantine-stop-propagation]:not([data-list-stays])';
const FIELDS = 'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"]';

interface Layer {
  readonly root: HTMLElement;
  readonly close: () => void;
  /** What had the keyboard when the layer opened. */
  opener: Holder | null;
}

/** What had the keyboard, with all that it stood in: once it is gone, nothing else tells where it was. */
interface Holder {
  readonly element: HTMLElement;
  readonly around: readonly Element[];
}

interface Awaited {
  readonly find: () => HTMLElement | null;
  readonly isScrolledTo: boolean;
  /** By `performance.now()`. */
  readonly until: number;
}

export class Keyboard {
  readonly #layers: Layer[] = [];
  #holder: Holder | null = null;
  /** A layer that opens in the same moment inherits it: the dialog that a menu's item opens. */
  #giveBack: { readonly to: Holder | null } | null = null;
  #awaited: Awaited | null = null;
  /** That the holder lost the keyboard by being disabled. */
  #isBusy = false;
  #isLookingSoon = false;

  /** Begins to look after the page. Returns what ends it. */
  watch(): () => void {
    const ending = new AbortController();
    const capture = { capture: true, signal: ending.signal };
    window.addEventListener('keydown', (event) => this.#pressed(event), capture);
    window.addEventListener('pointerdown', () => this.#acted(), capture);
    window.addEventListener('focusin', (event) => this.#moved(event.target), capture);
    // A person who clicks on nothing puts the keyboard away; that is no loss.
    window.addEventListener('focusout', () => this.#lookSoon(), capture);
    const changes = new MutationObserver(() => this.#look());
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      ending.abort();
      changes.disconnect();
    };
  }

  /** True while something over the page has the keyboard to itself. */
  get isTaken(): boolean {
    return this.#layers.length > 0;
  }

  /** What is drawn over the page takes the keyboard. Returns what gives it back. */
  open(root: HTMLElement, close: () => void): () => void {
    const opener = this.#giveBack === null ? this.#current() : this.#giveBack.to;
    this.#giveBack = null;
    this.#awaited = null;
    const layer: Layer = { root, close, opener };
    this.#layers.push(layer);
    focus(firstIn(root));
    return () => this.#closed(layer);
  }

  /**
   * Gives the keyboard to an element, which has to be in sight, or to that of an id, which is scrolled to as soon as it
   * is drawn. The keyboard stays where it is if the person presses a key or clicks before then, or if nothing of that id
   * is drawn within a second. Serves as a `ref`, too.
   */
  readonly give = (target: HTMLElement | string | null): void => {
    if (target === null) return;
    if (typeof target === 'string') this.#await(() => document.getElementById(target), true);
    else this.#await(() => target, false);
    this.#lookSoon();
  };

  #await(find: () => HTMLElement | null, isScrolledTo: boolean): void {
    this.#awaited = { find, isScrolledTo, until: performance.now() + PATIENCE_MS };
  }

  #closed(layer: Layer): void {
    const index = this.#layers.indexOf(layer);
    const above = this.#layers[index + 1];
    this.#layers.splice(index, 1);
    // What it was opened from outlives it; what lies over it does not go back to it.
    if (above !== undefined) above.opener = layer.opener;
    else this.#giveBack = { to: layer.opener };
    this.#lookSoon();
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.repeat) this.#acted();
    const top = this.#layers.at(-1);
    if (top === undefined || event.isComposing) return;
    if (event.key === 'Tab') stayInside(top.root, event);
    if (event.key !== 'Escape' || isOpenList(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    // Held down, it closes one thing and not everything.
    if (!event.repeat) top.close();
  }

  /** The person goes on by themselves: from now on nothing that comes late takes the keyboard from them. */
  #acted(): void {
    this.#awaited = null;
  }

  #moved(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    this.#holder = holderOf(target);
    this.#isBusy = false;
  }

  /** After the change that is under way, and before any other event. */
  #lookSoon(): void {
    if (this.#isLookingSoon) return;
    this.#isLookingSoon = true;
    queueMicrotask(() => {
      this.#isLookingSoon = false;
      this.#look();
    });
  }

  #look(): void {
    const back = this.#giveBack;
    this.#giveBack = null;
    if (back !== null && !this.#isHeld()) this.#restore(back.to);
    else this.#mendLoss();
    this.#giveAwaited();
  }

  #mendLoss(): void {
    const holder = this.#holder;
    if (holder === null || this.#isHeld()) return;
    if (!holder.element.isConnected) this.#restore(holder);
    else if (holder.element.matches(':disabled')) this.#isBusy = true;
    else if (this.#isBusy) focus(holder.element);
    // The person put it away, as by a click beside everything.
    else this.#holder = null;
  }

  /** To what had it; else to what takes over from it. */
  #restore(holder: Holder | null): void {
    this.#holder = null;
    if (holder === null) return;
    focus(this.#usable(again(holder.element)) ?? this.#heirOf(holder) ?? this.#last());
  }

  #heirOf(holder: Holder): HTMLElement | null {
    for (const place of holder.around) {
      if (!place.isConnected) continue;
      const marked = [place, ...place.querySelectorAll(HEIR)].filter(isHeir);
      const heir = marked.find((element) => this.#usable(element) !== null);
      if (heir !== undefined) return heir;
    }
    return null;
  }

  /** Where nothing near is left: the topmost layer, else the page, whose own heir takes over once it is drawn. */
  #last(): HTMLElement | null {
    const top = this.#layers.at(-1);
    if (top !== undefined) return firstIn(top.root);
    const page = document.getElementById(PAGE);
    if (this.#awaited === null) this.#await(() => page?.querySelector<HTMLElement>(HEIR) ?? null, false);
    return page;
  }

  #giveAwaited(): void {
    const awaited = this.#awaited;
    if (awaited === null) return;
    const isLate = performance.now() > awaited.until;
    const target = isLate ? null : this.#usable(awaited.find());
    if (isLate || target !== null) this.#awaited = null;
    target?.focus({ preventScroll: !awaited.isScrolledTo });
  }

  /** The element, where it can take the keyboard and nothing lies over it. */
  #usable(element: HTMLElement | null): HTMLElement | null {
    const top = this.#layers.at(-1);
    const isReachable = element !== null && (top === undefined || top.root.contains(element));
    return isReachable && canTake(element) ? element : null;
  }

  #isHeld(): boolean {
    const active = document.activeElement;
    return active !== null && active !== document.body && !active.matches(':disabled');
  }

  #current(): Holder | null {
    const active = document.activeElement;
    return active instanceof HTMLElement && active !== document.body ? holderOf(active) : this.#holder;
  }
}

/** The window's own; a test may make another. */
export const keyboard = new Keyboard();

function holderOf(element: HTMLElement): Holder {
  const around: Element[] = [];
  for (let place = element.parentElement; place !== null; place = place.parentElement) around.push(place);
  return { element, around };
}

/** The element itself, or what was drawn in its place under the same id. */
function again(element: HTMLElement): HTMLElement | null {
  if (element.isConnected) return element;
  return element.id === '' ? null : document.getElementById(element.id);
}

function isHeir(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.matches(HEIR);
}

/** Without moving the page: the person did not ask to go anywhere. */
function focus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

function canTake(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function firstIn(root: HTMLElement): HTMLElement {
  const wished = root.querySelector<HTMLElement>('[data-autofocus]');
  if (wished !== null && canTake(wished)) return wished;
  return stopsIn(root)[0] ?? fieldsIn(root)[0] ?? root;
}

function fieldsIn(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FIELDS)].filter(canTake);
}

/** Where Tab stops; of a group of radio buttons that is the chosen one. */
function stopsIn(root: HTMLElement): readonly HTMLElement[] {
  const fields = fieldsIn(root).filter((field) => field.tabIndex >= 0);
  const chosen = fields.filter(isRadio).filter((radio) => radio.checked);
  const isPassed = (field: HTMLElement) =>
    isRadio(field) && !field.checked && chosen.some(({ name }) => name === field.name);
  return fields.filter((field) => !isPassed(field));
}

function isRadio(field: HTMLElement): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'radio';
}

function stayInside(root: HTMLElement, event: KeyboardEvent): void {
  const stops = stopsIn(root);
  const [first, last] = [stops[0], stops.at(-1)];
  const active = document.activeElement;
  const isOutside = !root.contains(active);
  // The items of a menu are reached by the arrows, and none of them is a stop.
  const isAtEdge =
    isOutside || active === root || stops.length === 0 || active === (event.shiftKey ? first : last);
  if (!isAtEdge) return;
  event.preventDefault();
  const next = event.shiftKey ? last : first;
  if (next !== undefined) focus(next);
  else if (isOutside) focus(firstIn(root));
}

function isOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(OPEN_LIST);
}

/** Value of this attribute on what the keyboard is in; null where it is in nothing of the sort. */
export function focusedWithin(attribute: string): string | null {
  return document.activeElement?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}
