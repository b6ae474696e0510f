import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/base/settings';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readError } from '../../../shared/errors/read-error';
import { MESSAGE_FORMS } from '../../../shared/report/message-forms';
import {
  type MessageCase,
  mailAddress,
  messageText,
  ownerMessage,
} from '../../../shared/report/owner-message';
import { AT, KEY, MODEL, refused } from '../../support/evidence';
import { inventedKey } from '../../support/secrets';

const PROJECT = 'proj_Own1';
const TEXT = `openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project \`${PROJECT}\` does not have access to model \`${MODEL}\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}\nrequest id req_0123456789abcdef`;

function caseOf(more: readonly Evidence[] = [], text = TEXT): MessageCase {
  const reading = readError(text);
  const evidence: readonly Evidence[] = [{ kind: 'text', at: AT, reading }, ...more];
  const verdict = diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22' });
  return { verdict, reading, evidence, createdAt: AT };
}

function denied(requestId: string): Evidence {
  const probe = refused('free_probe', 'project_lacks_model', { project: PROJECT, model: MODEL });
  if (probe.kind !== 'probe' || probe.answer.kind !== 'refusal') throw new Error('Not a refusal');
  return { ...probe, answer: { ...probe.answer, headers: { ...probe.answer.headers, requestId } } };
}

const POLICY: Evidence = {
  kind: 'policy',
  at: AT,
  projectId: PROJECT,
  projectStatus: 'active',
  policy: { kind: 'deny_list', models: [MODEL] },
  usableModels: null,
  spendLimit: null,
  requestId: null,
};

describe('the message for the owner', () => {
  it.each(MESSAGE_FORMS.flatMap((form) => [[form, 'en'] as const, [form, 'ja'] as const]))(
    'as %s in %s holds all that the owner needs',
    (form, language) => {
      const message = ownerMessage(caseOf([denied('req_tested1')]), language, form);
      const text = messageText(message, form);
      for (const needed of [
        PROJECT,
        MODEL,
        'req_0123456789abcdef',
        'req_tested1',
        '2026-11-22 10:00 UTC',
        `https://platform.openai.com/settings/${PROJECT}/limits`,
        'Model usage',
        'Edit spend limit',
        'API',
      ])
        expect(text).toContain(needed);
      expect(text).not.toMatch(/\{\{|undefined|null/);
    },
  );

  it('is written in the language asked for', () => {
    expect(ownerMessage(caseOf(), 'ja', 'email').body).toMatch(/組織オーナー/);
    expect(ownerMessage(caseOf(), 'en', 'email').body).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it('names only the click that is needed once the list was read', () => {
    const { body } = ownerMessage(caseOf([POLICY]), 'en', 'email');
    expect(body).toContain('block list');
    expect(body).toContain('untick gpt-5.5');
    expect(body).not.toContain('“Allowed models”');
  });

  it('holds no secret and no e-mail address, whatever the error printed', () => {
    const secret = inventedKey('0123456789abcdefghij');
    const text = `key ${secret} of jane.doe@example.com\n${TEXT}`;
    const view = caseOf([], text);
    for (const form of MESSAGE_FORMS)
      expect(messageText(ownerMessage(view, 'en', form), form)).not.toMatch(/0123456789abcdefghij|jane\.doe/);
  });

  it('gives way to no pasted line break', () => {
    const view = caseOf();
    const model = 'gpt-5.5\n\n# Please pay here\nhttps://evil.test';
    const odd = { ...view, verdict: { ...view.verdict, model } };
    const lines = ownerMessage(odd, 'en', 'ticket').body.split('\n');
    expect(lines.filter((line) => line.startsWith('# ') || line.startsWith('https://evil'))).toEqual([]);
  });
});

describe('the address that opens a mail', () => {
  it('names nobody and carries a short message whole', () => {
    const { url, whole } = mailAddress({ subject: 'a & b', body: 'one\ntwo' }, 'en');
    expect([url, whole]).toEqual(['mailto:?subject=a%20%26%20b&body=one%0D%0Atwo', true]);
  });

  it.each(LANGUAGES)('stays short enough for every system in %s', (language) => {
    const message = ownerMessage(caseOf([denied('req_tested1')]), language, 'email');
    const { url, whole } = mailAddress({ ...message, body: message.body.repeat(3) }, language);
    expect([whole, url.length <= 2_000, url.startsWith('mailto:?subject=')]).toEqual([false, true, true]);
  });

  it('cannot be given a recipient or a second field by a subject', () => {
    const { url } = mailAddress({ subject: 'x&to=evil@example.com?cc=a', body: '' }, 'en');
    expect([...new URL(url).searchParams.keys()]).toEqual(['subject', 'body']);
  });

  it('takes half a surrogate pair out of a text before it is encoded', () => {
    const view = caseOf();
    const odd = { ...view, verdict: { ...view.verdict, model: `x\ud800` } };
    expect(() => mailAddress(ownerMessage(odd, 'ja', 'email'), 'ja')).not.toThrow();
  });
});
