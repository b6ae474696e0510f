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
  readText = () => this.text;
  writeText = (text: string) => {
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

it('holds the secret for thirty seconds and not longer', () => {
  copySecret(clipboard, SECRET, timers);
  timers.advance(CLEAR_AFTER - 1);
  expect(clipboard.text).toBe(SECRET);
  timers.advance(1);
  expect(clipboard.text).toBe('');
});

it('leaves alone what was copied since', () => {
  copySecret(clipboard, SECRET, timers);
  clipboard.text = 'a recipe';
  timers.advance(CLEAR_AFTER);
  expect(clipboard.text).toBe('a recipe');
});

it('clears at once when asked to, and never again', () => {
  const copied = copySecret(clipboard, SECRET, timers);
  copied.clear();
  expect(clipboard.text).toBe('');
  expect(timers.pending).toBe(0);
  clipboard.text = SECRET;
  copied.clear();
  expect(clipboard.text).toBe(SECRET);
});

it('leaves alone what was copied since when asked to clear', () => {
  const copied = copySecret(clipboard, SECRET, timers);
  clipboard.text = 'a recipe';
  copied.clear();
  expect(clipboard.text).toBe('a recipe');
});

it.each([
  ['another secret', inventedKey('later')],
  ['the same secret again', SECRET],
])('gives %s that is copied later its own thirty seconds', (_, later) => {
  const secrets = new SecretClipboard(clipboard, timers);
  secrets.copy(SECRET);
  timers.advance(CLEAR_AFTER / 2);
  secrets.copy(later);
  timers.advance(CLEAR_AFTER - 1);
  expect(clipboard.text).toBe(later);
  timers.advance(1);
  expect(clipboard.text).toBe('');
});

it('clears the last secret on quitting, and minds that there may be none', () => {
  const secrets = new SecretClipboard(clipboard, timers);
  secrets.clear();
  secrets.copy(SECRET);
  secrets.clear();
  expect({ text: clipboard.text, pending: timers.pending }).toEqual({ text: '', pending: 0 });
});
