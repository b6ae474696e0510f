// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Keyboard } from '../../../renderer/ui/keyboard';
import { furnishPage } from '../support/page-stand-ins';

const PAGE = `
  <main id="content" tabindex="-1">
    <div id="bar"><button id="stop">Stop</button></div>
    <section id="near"><h2 id="title" tabindex="-1" data-takes-over>Title</h2><button id="open">Open</button></section>
    <input id="field">
  </main>`;

furnishPage();

let keyboard: Keyboard;
let end: () => void;

beforeEach(() => {
  document.body.innerHTML = PAGE;
  keyboard = new Keyboard();
  end = keyboard.watch();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

const holder = () => document.activeElement?.id ?? '';
const element = (id: string) => document.getElementById(id) ?? document.body;
/** Until the page's own answer to a change was given, and no longer. */
const moment = () => Promise.resolve().then(() => undefined);
const press = (key: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
};

function draw(id: string, content: string): HTMLElement {
  const root = document.createElement('div');
  root.id = id;
  root.tabIndex = -1;
  root.innerHTML = content;
  document.body.append(root);
  return root;
}

/** A dialog as the window draws one: it goes from the page in the same moment as it is closed. */
function openDialog(id: string, content = '<button id="first">1</button><button id="second">2</button>') {
  const root = draw(id, content);
  const close = vi.fn(() => {
    root.remove();
    gone();
  });
  const gone = keyboard.open(root, close);
  return { root, close };
}

describe('what opens', () => {
  it('takes the keyboard at once: what asks for it, else where Tab stops first, else itself', () => {
    openDialog('a', '<button id="x">x</button><button id="y" data-autofocus>y</button>');
    expect(holder()).toBe('y');
    openDialog('b');
    expect(holder()).toBe('first');
    openDialog('c', '<button id="item" tabindex="-1">item</button>');
    expect(holder()).toBe('item');
    openDialog('d', 'nothing');
    expect(holder()).toBe('d');
  });

  it('passes over what is disabled', () => {
    openDialog('a', '<button id="x" data-autofocus disabled>x</button><button id="y">y</button>');
    expect(holder()).toBe('y');
  });

  it('has the keyboard to itself until it closes', () => {
    expect(keyboard.isTaken).toBe(false);
    const { close } = openDialog('a');
    expect(keyboard.isTaken).toBe(true);
    close();
    expect(keyboard.isTaken).toBe(false);
  });
});

describe('Escape', () => {
  it.each(['first', 'field', 'body'])('closes the topmost with the keyboard at: %s', async (at) => {
    element('open').focus();
    const below = openDialog('a', '<button id="below">b</button>');
    const above = openDialog('b');
    if (at === 'body') element('first').blur();
    else element(at).focus();
    press('Escape');
    expect([above.close.mock.calls.length, below.close.mock.calls.length]).toEqual([1, 0]);
    await moment();
    press('Escape');
    expect(below.close).toHaveBeenCalledOnce();
  });

  it('closes one thing however long it is held', () => {
    const below = openDialog('a');
    const above = openDialog('b');
    press('Escape');
    press('Escape', { repeat: true });
    expect([above.close.mock.calls.length, below.close.mock.calls.length]).toEqual([1, 0]);
  });

  it('is left to an open list, and to whoever is composing a word', () => {
    const list = '<input id="list" aria-haspopup="listbox" data-mantine-stop-propagation="true">';
    const { close } = openDialog('a', list);
    press('Escape');
    openDialog('b');
    press('Escape', { isComposing: true });
    expect(close).not.toHaveBeenCalled();
  });

  it('is not for a list that is always open', () => {
    const list = '<input aria-haspopup="listbox" data-mantine-stop-propagation="true" data-list-stays>';
    const { close } = openDialog('a', list);
    press('Escape');
    expect(close).toHaveBeenCalledOnce();
  });

  it('is the page’s own while nothing lies over it', () => {
    element('field').focus();
    expect(press('Escape').defaultPrevented).toBe(false);
  });
});

describe('Tab', () => {
  it('goes round inside what is open', () => {
    openDialog('a');
    press('Tab', { shiftKey: true });
    expect(holder()).toBe('second');
    press('Tab');
    expect(holder()).toBe('first');
  });

  it('comes back from outside', () => {
    openDialog('a');
    element('field').focus();
    press('Tab');
    expect(holder()).toBe('first');
  });

  it('stays at an item of a menu, where nothing is a stop', () => {
    openDialog('menu', '<button id="a" tabindex="-1">a</button><button id="b" tabindex="-1">b</button>');
    element('b').focus();
    expect([press('Tab').defaultPrevented, holder()]).toEqual([true, 'b']);
    expect([press('Tab', { shiftKey: true }).defaultPrevented, holder()]).toEqual([true, 'b']);
    element('field').focus();
    press('Tab');
    expect(holder()).toBe('a');
  });

  it('stops once at a group of radio buttons: at the chosen one', () => {
    const radios = ['a', 'b', 'c'].map(
      (name) => `<input type="radio" name="g" id="${name}" ${name === 'b' ? 'checked' : ''}>`,
    );
    openDialog('d', `<button id="x">x</button>${radios.join('')}`);
    press('Tab', { shiftKey: true });
    expect(holder()).toBe('b');
  });
});

describe('what closes', () => {
  it('gives the keyboard back to what it was opened from, before any other event', async () => {
    element('open').focus();
    openDialog('a').close();
    await moment();
    expect(holder()).toBe('open');
  });

  it('gives it back through all that lay over each other', async () => {
    element('open').focus();
    const below = openDialog('a', '<button id="inner">i</button>');
    const above = openDialog('b');
    above.close();
    await moment();
    expect(holder()).toBe('inner');
    below.close();
    await moment();
    expect(holder()).toBe('open');
  });

  it('hands what it was opened from on to the dialog that takes its place in the same moment', async () => {
    element('open').focus();
    openDialog('menu').close();
    const dialog = openDialog('dialog');
    await moment();
    expect(holder()).toBe('first');
    dialog.close();
    await moment();
    expect(holder()).toBe('open');
  });

  it('closes from below as well, and what lies over it goes back to where all began', async () => {
    element('open').focus();
    const below = openDialog('a');
    const above = openDialog('b');
    below.close();
    above.close();
    await moment();
    expect(holder()).toBe('open');
  });

  it('finds what it was opened from by its id, where that was drawn anew', async () => {
    element('open').focus();
    element('open').outerHTML = '<button id="open">Again</button>';
    const dialog = openDialog('a');
    dialog.close();
    await moment();
    expect(holder()).toBe('open');
  });

  it('gives it to what takes over nearby, where what it was opened from is gone', async () => {
    element('open').focus();
    const dialog = openDialog('a');
    element('open').remove();
    dialog.close();
    await moment();
    expect(holder()).toBe('title');
  });

  it('leaves it where the person has put it meanwhile', async () => {
    element('open').focus();
    const { root } = openDialog('a');
    const gone = keyboard.open(root, () => undefined);
    element('field').focus();
    gone();
    await moment();
    expect(holder()).toBe('field');
  });
});

describe('an element that goes away with the keyboard', () => {
  it('leaves it to the nearest that is marked for it', async () => {
    element('open').focus();
    element('open').remove();
    await moment();
    expect(holder()).toBe('title');
  });

  it('leaves it to the page where nothing is marked, and to what the page draws for it a little later', async () => {
    element('title').remove();
    element('stop').focus();
    element('bar').remove();
    await moment();
    expect(holder()).toBe('content');
    element('near').innerHTML = '<h2 id="late" tabindex="-1" data-takes-over>Late</h2>';
    await moment();
    expect(holder()).toBe('late');
  });

  it('does not take it from a dialog, whatever is marked on the page below', async () => {
    openDialog('a', '<button id="x">x</button><button id="y">y</button>');
    element('y').focus();
    element('y').remove();
    await moment();
    expect(holder()).toBe('x');
  });

  it('does not bring it back where the person had put it away', async () => {
    element('open').focus();
    element('open').blur();
    await moment();
    element('open').remove();
    await moment();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('a button that is busy', () => {
  it('has the keyboard back once it can take it', async () => {
    const button = element('open');
    button.focus();
    button.setAttribute('disabled', '');
    await moment();
    button.blur();
    await moment();
    button.removeAttribute('disabled');
    await moment();
    expect(holder()).toBe('open');
  });

  it('does not take it back from where the person went', async () => {
    const button = element('open');
    button.focus();
    button.setAttribute('disabled', '');
    await moment();
    element('field').focus();
    button.removeAttribute('disabled');
    await moment();
    expect(holder()).toBe('field');
  });

  it('is what its dialog was opened from', async () => {
    const button = element('open');
    button.focus();
    button.setAttribute('disabled', '');
    await moment();
    button.blur();
    const dialog = openDialog('a');
    button.removeAttribute('disabled');
    await moment();
    expect(holder()).toBe('first');
    dialog.close();
    await moment();
    expect(holder()).toBe('open');
  });
});

describe('what the keyboard is given to', () => {
  it('has it at once where it is drawn', async () => {
    keyboard.give('field');
    await moment();
    expect(holder()).toBe('field');
  });

  it('has it as soon as it is drawn, and from then on is left alone', async () => {
    keyboard.give('late');
    await moment();
    element('bar').insertAdjacentHTML('beforeend', '<button id="late">Late</button>');
    await moment();
    expect(holder()).toBe('late');
    element('field').focus();
    element('bar').append('something else');
    await moment();
    expect(holder()).toBe('field');
  });

  it.each([
    ['a key', () => press('a')],
    ['a click', () => element('field').dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ])('does not have it once %s of the person came first', async (_, act) => {
    element('field').focus();
    keyboard.give('late');
    await moment();
    act();
    element('bar').insertAdjacentHTML('beforeend', '<button id="late">Late</button>');
    await moment();
    expect(holder()).toBe('field');
  });

  it('has it in spite of a key that is still held', async () => {
    keyboard.give('late');
    press('Enter', { repeat: true });
    element('bar').insertAdjacentHTML('beforeend', '<button id="late">Late</button>');
    await moment();
    expect(holder()).toBe('late');
  });

  it('does not have it where it is drawn more than a second later', async () => {
    vi.useFakeTimers();
    keyboard.give('late');
    vi.advanceTimersByTime(1_001);
    element('bar').insertAdjacentHTML('beforeend', '<button id="late">Late</button>');
    await moment();
    expect(holder()).toBe('');
  });

  it('has it once the dialog over it closes, rather than what the dialog was opened from', async () => {
    element('open').focus();
    const dialog = openDialog('a');
    keyboard.give('field');
    await moment();
    expect(holder()).toBe('first');
    dialog.close();
    await moment();
    expect(holder()).toBe('field');
  });
});
