/** What a cell is called in a word: one set of names for the grid's signs and for exported files. */

import type { MessageKey } from '../messages/say';
import { shortCause } from '../report/cause-words';
import type { Cell } from './cell';

export const LOOK_NAMES = [
  'confirmed',
  'validated',
  'listed',
  'not_listed',
  'denied',
  'retired',
  'unknown',
  'unasked',
] as const;
export type LookName = (typeof LOOK_NAMES)[number];

export const WORDS = {
  confirmed: 'matrix.short.confirmed',
  validated: 'matrix.short.validated',
  listed: 'matrix.short.listed',
  not_listed: 'matrix.short.not_listed',
  denied: 'matrix.state.denied',
  retired: 'matrix.short.retired',
  unknown: 'matrix.short.unknown',
  unasked: 'matrix.short.unasked',
} as const satisfies Readonly<Record<LookName, MessageKey>>;

export function lookNameOf(cell: Cell): LookName {
  switch (cell.state) {
    case 'passed_free_test':
      return 'validated';
    case 'denied':
      return cell.basis === 'retired' ? 'retired' : 'denied';
    case 'unknown':
      return cell.basis === 'nothing' && cell.check === null ? 'unasked' : 'unknown';
    default:
      return cell.state;
  }
}

/** What was refused, where it is known; else the name of the state. */
export function wordOf(cell: Cell): MessageKey {
  const name = lookNameOf(cell);
  return name === 'denied' && cell.cause !== null ? shortCause(cell.cause, cell.layer) : WORDS[name];
}
