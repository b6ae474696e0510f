/** How a cell looks and what it is called: a shape and a word for each state, beside its colour. */
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleXFilled,
  IconListCheck,
  IconListDetails,
  IconLoader2,
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

export const RUNNING_LOOK: CellLook = { tone: 'running', Icon: IconLoader2, word: 'matrix.short.running' };

export function lookOf(cell: Cell): CellLook {
  switch (cell.state) {
    case 'confirmed':
      return { tone: 'good', Icon: IconRosetteDiscountCheckFilled, word: 'matrix.short.confirmed' };
    case 'passed_free_test':
      return { tone: 'good', Icon: IconCircleCheck, word: 'matrix.short.validated' };
    case 'listed':
      return { tone: 'listed', Icon: IconListCheck, word: 'matrix.short.listed' };
    case 'not_listed':
      return { tone: 'quiet', Icon: IconListDetails, word: 'matrix.short.not_listed' };
    case 'denied':
      return deniedLook(cell);
    case 'unknown':
      return cell.basis === 'nothing' && cell.check === null
        ? { tone: 'quiet', Icon: IconCircleDashed, word: 'matrix.short.unasked' }
        : { tone: 'open', Icon: IconQuestionMark, word: 'matrix.short.unknown' };
  }
}

function deniedLook(cell: Cell): CellLook {
  if (cell.basis === 'retired') return { tone: 'quiet', Icon: IconListDetails, word: 'matrix.short.retired' };
  const word: MessageKey = cell.layer === null ? 'matrix.state.denied' : `matrix.short.layer.${cell.layer}`;
  return { tone: 'bad', Icon: IconCircleXFilled, word };
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
