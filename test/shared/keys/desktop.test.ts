import { expect, it } from 'vitest';
import { desktopOf } from '../../../shared/keys/desktop';

it.each([
  ['ubuntu:GNOME', 'gnome'],
  ['GNOME-Classic:GNOME', 'gnome'],
  ['KDE', 'kde'],
  ['XFCE', null],
  ['', null],
  [undefined, null],
])('the desktop named %j is told as %j', (variable, desktop) => {
  expect(desktopOf(variable)).toBe(desktop);
});
