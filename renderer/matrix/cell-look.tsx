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
import type { MessageKey, Say } from '../text/message-key';

export type Tone = 'good' | 'listed' | 'bad' | 'open' | 'quiet' | 'running';

export interface CellLook {
  readonly tone: Tone;
  readonly Icon: typeof IconCircleCheck;
  readonly word: MessageKey;
}

/** Shapes that cannot be taken for each other even where they stand without their words. */
export const LOOKS = {
  confirmed: { tone: 'good', Icon: IconRosetteDiscountCheckFilled, word: 'matrix.short.confirmed' },
  validated: { tone: 'good', Icon: IconCircleCheck, word: 'matrix.short.validated' },
  listed: { tone: 'listed', Icon: IconListCheck, word: 'matrix.short.listed' },
  not_listed: { tone: 'quiet', Icon: IconMinus, word: 'matrix.short.not_listed' },
  denied: { tone: 'bad', Icon: IconCircleXFilled, word: 'matrix.state.denied' },
  retired: { tone: 'quiet', Icon: IconClockX, word: 'matrix.short.retired' },
  unknown: { tone: 'open', Icon: IconQuestionMark, word: 'matrix.short.unknown' },
  unasked: { tone: 'quiet', Icon: IconCircleDashed, word: 'matrix.short.unasked' },
  running: { tone: 'running', Icon: IconLoader2, word: 'matrix.short.running' },
} as const satisfies Readonly<Record<string, CellLook>>;

export function lookOf(cell: Cell): CellLook {
  switch (cell.state) {
    case 'passed_free_test':
      return LOOKS.validated;
    case 'denied':
      if (cell.basis === 'retired') return LOOKS.retired;
      return cell.layer === null
        ? LOOKS.denied
        : { ...LOOKS.denied, word: `matrix.short.layer.${cell.layer}` };
    case 'unknown':
      return cell.basis === 'nothing' && cell.check === null ? LOOKS.unasked : LOOKS.unknown;
    default:
      return LOOKS[cell.state];
  }
}

/** The whole of it in words, as a screen reader says it. */
export function cellName(cell: Cell, running: boolean, say: Say): string {
  if (running) return say('matrix.state.running');
  const state = say(`matrix.state.${cell.state}`);
  const word = say(lookOf(cell).word);
  return state === word ? state : `${state}: ${word}`;
}

export function basisText(cell: Cell): MessageKey {
  if (cell.basis !== 'check') return `matrix.basis.${cell.basis}`;
  const strength = cell.check?.strength;
  return strength === null || strength === undefined ? 'matrix.basis.check' : `matrix.basis.${strength}`;
}
