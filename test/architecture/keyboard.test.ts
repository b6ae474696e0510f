import { describe, expect, it } from 'vitest';
import { readSource, sourcesOf } from './sources';

const OWNER = 'renderer/ui/keyboard.ts';

interface Rule {
  readonly promise: string;
  readonly pattern: RegExp;
  readonly allowed: (path: string) => boolean;
  /** A line that breaks the rule: proof that the rule can find something. */
  readonly example: string;
}

const RULES: readonly Rule[] = [
  {
    promise: 'nothing but the owner of the keyboard moves the focus',
    pattern: /\.focus\(|\bautoFocus\b|\b(?:trapFocus|returnFocus)\b|\buse(?:FocusTrap|FocusReturn)\b/,
    allowed: (path) => path === OWNER || path === 'renderer/ui/keyboard-layer.tsx',
    example: 'input.current?.focus();',
  },
  {
    promise: 'nothing but the owner of the keyboard asks who has it',
    pattern: /\bactiveElement\b/,
    allowed: (path) => path === OWNER,
    example: 'if (document.activeElement === document.body) return;',
  },
  {
    promise: 'what opens over the page is drawn by a part that is a layer of the keyboard',
    pattern: /<(?:Modal|Drawer|Popover|Menu)(?:\.Root)?[\s>]/,
    allowed: (path) => path.startsWith('renderer/ui/'),
    example: '<Modal opened onClose={close}>',
  },
];

describe('the keyboard has one owner', () => {
  it.each(RULES)('$promise', ({ pattern, allowed, example }) => {
    expect(example).toMatch(pattern);
    const breaking = sourcesOf('renderer').filter((path) => !allowed(path) && pattern.test(readSource(path)));
    expect(breaking).toEqual([]);
  });
});
