import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactorOf } from '../../../shared/redaction/redact';
import {
  DAMAGES,
  type Form,
  LISTINGS,
  lostBy,
  OPENAI_KINDS,
  SURROUNDINGS,
  WRAPPINGS,
} from '../../support/damaged-keys';
import { runsLeft } from '../../support/key-runs';

const kinds = Object.values(OPENAI_KINDS);
const key = fc.oneof(...kinds);
const surrounding = fc.constantFrom(...Object.values(SURROUNDINGS));

describe('a key that nobody knows', () => {
  it.each(Object.entries(DAMAGES))('is found %s, whatever surrounds it', (_name, damage) => {
    fc.assert(
      fc.property(key, surrounding, (secret, surround) => {
        expect(runsLeft(secret, redact(surround(damage(secret))))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.entries(WRAPPINGS))('is found %s, whatever surrounds it', (_name, wrap) => {
    fc.assert(
      fc.property(key, surrounding, (secret, surround) => {
        expect(runsLeft(secret, redact(wrap(surround(secret))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves what stands round it', () => {
    fc.assert(
      fc.property(key, fc.constantFrom(...Object.values(DAMAGES)), (secret, damage) => {
        const text = redact(`before [${damage(secret)}] after, model gpt-5.5`);
        expect(text.startsWith('before [')).toBe(true);
        expect(text.endsWith('] after, model gpt-5.5')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves JSON readable', () => {
    fc.assert(
      fc.property(key, fc.constantFrom(...Object.values(DAMAGES)), (secret, damage) => {
        const json = JSON.stringify({
          a: damage(secret),
          list: [damage(secret), 'next'],
          b: JSON.stringify([secret]),
        });
        expect(JSON.parse(redact(json))).toMatchObject({ list: [expect.anything(), 'next'] });
      }),
      { numRuns: 1000 },
    );
  });
});

const partsFor = (form: Form): Readonly<Record<string, Form>> => ({
  'without its prefix': (secret) => secret.replace(/^sk-(?:[a-z]+-)?/, ''),
  'its second half': (secret) => secret.slice(secret.length / 2),
  'its first thirty characters': (secret) => secret.slice(0, 30),
  'twelve of its characters': (secret) => secret.slice(20, 32 + lostBy(form)),
  'its last twenty': (secret) => secret.slice(-20),
});
const ECHOES: Readonly<Record<string, Form>> = {
  ...DAMAGES,
  ...LISTINGS,
  'as mail escapes its hyphens': (text) => text.replaceAll('-', '=2D').replaceAll('_', '=5F'),
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'in a model’s name': (text) => `ft-${text}-v2`,
  'within a word': (text) => `model${text}x`,
  'broken over three lines': (text) => [text.slice(0, 9), text.slice(9, 19), text.slice(19)].join('\n    '),
  'in base64 within a name': (text) => `ft-${Buffer.from(text).toString('base64url')}-v2`,
};

describe('a key in use', () => {
  it.each(Object.entries(ECHOES))('is taken out in part and as a whole %s', (_name, form) => {
    const part = fc.constantFrom<Form>((whole) => whole, ...Object.values(partsFor(form)));
    fc.assert(
      fc.property(key, part, surrounding, (secret, take, surround) => {
        const text = redactorOf([secret])(surround(form(take(secret))));
        expect(runsLeft(secret, text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['its prefix and ordinary words', 'sk-proj-your-project-key and the project key'],
    ['ids of the service', 'proj_9QmT4vLx2BcR8sYdK1nWeZ7a, org-4kTnVx8LmQ2d, req_7d1f0c2ab94e4f6d8a35'],
    ['nothing', ''],
  ])('does not take out %s', (_name, text) => {
    const secret = ['sk', 'proj', 'Qm7xT2vLpZ9cRb4nWk8sYh3d'.repeat(3)].join('-');
    expect(redactorOf([secret])(text)).toBe(redact(text));
  });

  it('that is made of words takes no words out of a text', () => {
    const secret = ['sk', 'my-company-gateway-production-key'].join('-');
    const text = 'The gateway-production of my-company is called gateway-production-key here.';
    expect(redactorOf([secret])(text)).toBe(text);
  });
});
