/** How a cell looks and what it is called: a shape and a word for each state, beside its colour. */
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleXFilled,
  IconClockX,
  IconListCheck,
  IconLoader2,
  IconMinus,
  IconQuestionMark,
  IconRosetteDiscountCheckFilled,
} from '@tabler/icons-react';
import type { Cell } from '../../shared/matrix/cell';
import { type LookName, lookNameOf, WORDS, wordOf } from '../../shared/matrix/look';
import type { MessageKey, Say } from '../../shared/messages/say';

type CellTone = 'good' | 'listed' | 'bad' | 'open' | 'quiet' | 'running';

interface CellLook {
  readonly tone: CellTone;
  readonly Icon: typeof IconCircleCheck;
  readonly word: MessageKey;
}

/** Shapes that cannot be taken for each other even where they stand without their words. */
export const LOOKS = {
  confirmed: { tone: 'good', Icon: IconRosetteDiscountCheckFilled, word: WORDS.confirmed },
  validated: { tone: 'good', Icon: IconCircleCheck, word: WORDS.validated },
  listed: { tone: 'listed', Icon: IconListCheck, word: WORDS.listed },
  not_listed: { tone: 'quiet', Icon: IconMinus, word: WORDS.not_listed },
  denied: { tone: 'bad', Icon: IconCircleXFilled, word: WORDS.denied },
  retired: { tone: 'quiet', Icon: IconClockX, word: WORDS.retired },
  unknown: { tone: 'open', Icon: IconQuestionMark, word: WORDS.unknown },
  unasked: { tone: 'quiet', Icon: IconCircleDashed, word: WORDS.unasked },
  running: { tone: 'running', Icon: IconLoader2, word: 'matrix.short.running' },
} as const satisfies Readonly<Record<LookName | 'running', CellLook>>;

export function lookOf(cell: Cell): CellLook {
  const name = lookNameOf(cell);
  return name === 'denied' ? { ...LOOKS.denied, word: wordOf(cell) } : LOOKS[name];
}

/** The whole of it in words, as a screen reader says it. */
export function cellName(cell: Cell, running: boolean, say: Say): string {
  if (running) return say('matrix.state.running');
  const state = say(`matrix.state.${cell.state}`);
  const word = say(lookOf(cell).word);
  return state === word ? state : say('matrix.named', { state, word });
}

export function basisText(cell: Cell): MessageKey {
  if (cell.basis !== 'check') return `matrix.basis.${cell.basis}`;
  const strength = cell.check?.strength;
  return strength === null || strength === undefined ? 'matrix.basis.check' : `matrix.basis.${strength}`;
}
