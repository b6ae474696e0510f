import { describe, expect, it } from 'vitest';
import { stretchRound } from '../../../shared/errors/stretch';

const decided = (start: number) => [{ start, end: start + 4, fact: 'sentence' }] as const;

describe('the stretch of a text that is kept', () => {
  it.each([
    ['all of a short text', 90, decided(50), { start: 0, end: 90 }],
    ['as much before as behind the sentence', 1_000, decided(500), { start: 450, end: 550 }],
    ['the beginning where the sentence is near it', 1_000, decided(10), { start: 0, end: 100 }],
    ['the end where the sentence is near it', 1_000, decided(990), { start: 900, end: 1_000 }],
    ['the beginning where nothing decided', 1_000, [], { start: 0, end: 100 }],
  ])('is %s', (_name, length, marks, expected) => {
    expect(stretchRound('a'.repeat(length), marks, 100)).toEqual(expected);
  });

  it.each([400, 401])('cuts no character in two (%i)', (at) => {
    const text = '😀'.repeat(500);
    const { start, end } = stretchRound(text, decided(at), 100);
    expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});
