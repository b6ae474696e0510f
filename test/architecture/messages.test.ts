import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../shared/messages';
import type { Plural } from '../../shared/messages/shape';
import { isPlural } from '../../shared/messages/speaker';
import { readSource, sourcesOf } from './sources';

type Tree = { readonly [key: string]: string | Plural | Tree };

/** A sentence with plural forms by the one for most counts. */
function sentences(tree: Tree, path = ''): readonly (readonly [key: string, sentence: string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === 'string') return [[`${path}${key}`, value] as const];
    return isPlural(value) ? [[`${path}${key}`, value.other] as const] : sentences(value, `${path}${key}.`);
  });
}

function plurals(tree: Tree): readonly Plural[] {
  return Object.values(tree).flatMap((value) => {
    if (typeof value === 'string') return [];
    return isPlural(value) ? [value] : plurals(value);
  });
}

/** The values that a sentence takes, each named once however often it is used. */
function placeholders(sentence: string): string {
  const names = [...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort().join(' ');
}

const english = sentences(MESSAGES.en);
const japanese = new Map(sentences(MESSAGES.ja));

describe('the two languages', () => {
  it('have sentences at all', () => {
    expect(english.length).toBeGreaterThan(100);
  });

  it('have the same keys', () => {
    expect([...japanese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  it('fill the same values into each sentence', () => {
    const differing = english.filter(
      ([key, sentence]) => placeholders(sentence) !== placeholders(japanese.get(key) ?? ''),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('fill no value into a plural form that its other forms lack, and differ by a count', () => {
    const forms = [...plurals(MESSAGES.en), ...plurals(MESSAGES.ja)];
    expect(forms.length).toBeGreaterThan(5);
    for (const { other, ...rest } of forms) {
      const known = placeholders(other).split(' ');
      expect(known).toContain('count');
      for (const form of Object.values(rest))
        expect(
          placeholders(form)
            .split(' ')
            .filter((name) => name !== '' && !known.includes(name)),
        ).toEqual([]);
    }
  });

  it('leave no sentence empty', () => {
    const empty = [...english, ...japanese].filter(([, sentence]) => sentence.trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('write Japanese in Japanese, except where the console or the API itself speaks English', () => {
    const sameOnPurpose = /^wizard\.picture\.|^app\.diagnose\.placeholder$/;
    const same = english.filter(
      ([key, sentence]) =>
        !sameOnPurpose.test(key) && japanese.get(key) === sentence && / [a-z]+ [a-z]+/.test(sentence),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

/** Areas that the main process reads as a whole, without naming each sentence. */
const READ_WHOLE = /^(?:menu|notification)\./;

/** Names spelled out, and patterns for those put together, as in `matrix.state.${state}`. */
function spokenIn(source: string): (name: string) => boolean {
  const names = new Set([...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map(([, name]) => name));
  const patterns = [...source.matchAll(/`([a-z]\w*\.(?:[^`$]|\$\{[^}]*\})*)`/g)].map(
    ([, template = '']) =>
      new RegExp(`^${template.replace(/\$\{[^}]*\}|\./g, (part) => (part === '.' ? '\\.' : '.+'))}$`),
  );
  return (name) => names.has(name) || patterns.some((pattern) => pattern.test(name));
}

describe('every sentence', () => {
  it('is said somewhere', () => {
    const files = (['electron', 'renderer', 'shared'] as const).flatMap((room) => sourcesOf(room));
    const code = files.filter((file) => !file.startsWith('shared/messages/')).map(readSource);
    const isSpoken = spokenIn(code.join('\n'));
    const silent = english.map(([name]) => name).filter((name) => !READ_WHOLE.test(name) && !isSpoken(name));
    expect(silent).toEqual([]);
  });
});
