import { beforeEach, expect, it } from 'vitest';
import {
  CLEAR_AFTER,
  copySecret,
  SecretClipboard,
  type TextClipboard,
} from '../../../electron/vault/clipboard';
import { ManualTimers } from '../../support/manual-timers';
import { inventedKey } from '../../support/secrets';

class FakeClipboard implements TextClipboard {
  text = '';
  readText = async () => this.text;
  writeText = async (text: string) => {
    this.text = text;
  };
  clear = () => {
    this.text = '';
  };
}

const SECRET = inventedKey('copied');
let clipboard: FakeClipboard;
let timers: ManualTimers;
beforeEach(() => {
  clipboard = new FakeClipboard();
  timers = new ManualTimers();
});

/** Clearing reads the clipboard first, which takes a turn of the event loop. */
async function pass(milliseconds: number): Promise<void> {
  timers.advance(milliseconds);
  await new Promise(setImmediate);
}

it('holds the secret for thirty seconds and not longer', async () => {
  await copySecret(clipboard, SECRET, timers);
  await pass(CLEAR_AFTER - 1);
  expect(clipboard.text).toBe(SECRET);
  await pass(1);
  expect(clipboard.text).toBe('');
});

it('leaves alone what was copied since', async () => {
  await copySecret(clipboard, SECRET, timers);
  clipboard.text = 'a recipe';
  await pass(CLEAR_AFTER);
  expect(clipboard.text).toBe('a recipe');
});

it('clears at once when asked to, and never again', async () => {
  const copied = await copySecret(clipboard, SECRET, timers);
  await copied.clear();
  expect(clipboard.text).toBe('');
  expect(timers.pending).toBe(0);
  clipboard.text = SECRET;
  await copied.clear();
  expect(clipboard.text).toBe(SECRET);
});

it('leaves alone what was copied since when asked to clear', async () => {
  const copied = await copySecret(clipboard, SECRET, timers);
  clipboard.text = 'a recipe';
  await copied.clear();
  expect(clipboard.text).toBe('a recipe');
});

it.each([
  ['another secret', inventedKey('later')],
  ['the same secret again', SECRET],
])('gives %s that is copied later its own thirty seconds', async (_, later) => {
  const secrets = new SecretClipboard(clipboard, timers);
  await secrets.copy(SECRET);
  await pass(CLEAR_AFTER / 2);
  await secrets.copy(later);
  await pass(CLEAR_AFTER - 1);
  expect(clipboard.text).toBe(later);
  await pass(1);
  expect(clipboard.text).toBe('');
});

it('clears the last secret on quitting, and minds that there may be none', async () => {
  const secrets = new SecretClipboard(clipboard, timers);
  await secrets.clear();
  await secrets.copy(SECRET);
  await secrets.clear();
  expect({ text: clipboard.text, pending: timers.pending }).toEqual({ text: '', pending: 0 });
});
