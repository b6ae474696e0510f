import { describe, expect, it } from 'vitest';
import { ownerMessage } from '../../renderer/wizard/owner-message';
import { openCase } from './support/fake-cases';
import { ERROR_TEXT, MODEL, PROJECT } from './support/fake-world';
import { LANGUAGES, sayIn } from './support/say';

const AT = '2026-11-22T10:00:00.000Z';
const SECRET = ['sk', 'proj', 'Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4f'].join('-');

describe.each(LANGUAGES)('the message for the owner, in %s', (language) => {
  const say = sayIn(language);

  it('holds project, model, request id, the exact page and the names on it', () => {
    const message = ownerMessage(openCase('c', AT, { text: ERROR_TEXT, keyId: null, model: null }), say);
    for (const part of [
      PROJECT,
      MODEL,
      'req_7d1f0c2ab94e4f6d8a35',
      `https://platform.openai.com/settings/${PROJECT}/limits`,
      'Model usage',
      'Allowed models',
      'Blocked models',
    ]) {
      expect(message).toContain(part);
    }
    expect(message).not.toContain('{{');
  });

  it('holds no secret, even where the pasted text held one', () => {
    const text = `OPENAI_API_KEY=${SECRET}\n${ERROR_TEXT}`;
    const message = ownerMessage(openCase('c', AT, { text, keyId: null, model: null }), say);
    expect(message).not.toContain(SECRET);
    expect(message).toContain(MODEL);
  });

  it('shows the way without a link where no project is known', () => {
    const message = ownerMessage(openCase('c', AT, { text: null, keyId: null, model: MODEL }), say);
    expect(message).not.toMatch(/https:\/\//);
    expect(message).toContain('Limits');
    expect(message).toContain('platform.openai.com');
  });
});
