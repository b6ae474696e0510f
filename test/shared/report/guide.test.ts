import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/base/settings';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readError } from '../../../shared/errors/read-error';
import { OPENAI_BASE_URL } from '../../../shared/keys/key';
import { CONSOLE_ORIGIN } from '../../../shared/remedies/links';
import { type GuideCase, type GuideContext, guide } from '../../../shared/report/guide';
import { AT, KEY, MODEL } from '../../support/evidence';
import { inventedKey } from '../../support/secrets';

const PROJECT = 'proj_Own1';
const CONTEXT: GuideContext = {
  at: AT,
  version: '1.2.3',
  mode: 'real',
  consoleOrigin: CONSOLE_ORIGIN,
  baseUrl: OPENAI_BASE_URL,
  project: PROJECT,
};

function caseOf(model = MODEL, more: readonly Evidence[] = []): GuideCase {
  const reading = readError(`403 Project \`${PROJECT}\` does not have access to model \`${model}\``);
  const evidence: readonly Evidence[] = [{ kind: 'text', at: AT, reading }, ...more];
  const verdict = diagnose({ evidence, keyId: KEY, model, today: '2026-11-22' });
  return { verdict, reading, evidence, model, keyId: KEY };
}

const policy = (kind: 'allow_list' | 'deny_list', models: readonly string[]): Evidence => ({
  kind: 'policy',
  at: AT,
  projectId: PROJECT,
  projectStatus: 'active',
  policy: { kind, models },
  usableModels: null,
  spendLimit: null,
  requestId: null,
});

describe.each(LANGUAGES)('the guide in %s', (language) => {
  const page = guide(caseOf(), CONTEXT, language);

  it('has the five steps with a drawing each, and both lists as long as nobody knows which is set', () => {
    expect([...page.matchAll(/<h2>(\d)\. /g)].map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(page.match(/<svg /g)).toHaveLength(5);
    expect(page).not.toMatch(/\{\{|undefined|\bwizard\.\w+\.|report\.guide/);
  });

  it('names the model, the project and the exact page, and holds the request without a key', () => {
    expect(page).toContain(MODEL);
    expect(page).toContain(PROJECT);
    expect(page).toContain(`href="${CONSOLE_ORIGIN}/settings/${PROJECT}/limits"`);
    expect(page).toContain('$OPENAI_API_KEY');
    expect(page).not.toMatch(/sk-/);
  });

  it('gives every colour of its drawings, for paper as for a dark screen', () => {
    const used = new Set([...page.matchAll(/"var\((--ink-\w+)\)"/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(6);
    for (const name of used) expect(page.split(`${name}: #`).length).toBe(3);
  });

  it('may do nothing by itself', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<form|<img| on\w+="/);
  });
});

describe('the guide', () => {
  it.each([
    ['allow_list', [], 'Allowed models', 'Blocked models'],
    ['deny_list', [MODEL], 'Blocked models', 'Allowed models'],
  ] as const)('shows only the list that is known to be set: %s', (kind, models, shown, other) => {
    const page = guide(caseOf(MODEL, [policy(kind, models)]), CONTEXT, 'en');
    expect(page).toContain(`If it is “${shown}”`);
    expect(page).not.toContain(`If it is “${other}”`);
    expect(page.match(/<svg /g)).toHaveLength(4);
  });

  it('links to the page of the selected project where none is known', () => {
    const page = guide(caseOf(), { ...CONTEXT, project: 'proj_../evil' }, 'en');
    expect(page).toContain(`href="${CONSOLE_ORIGIN}/settings/project/limits"`);
    expect(page).not.toContain('evil');
  });

  it('says of practice that everything is invented', () => {
    const practised = { ...CONTEXT, mode: 'practice', consoleOrigin: 'http://127.0.0.1:4711' } as const;
    const page = guide(caseOf(), practised, 'en');
    expect(page).toContain('everything in this report is invented');
    expect(page).not.toContain('platform.openai.com');
  });

  it('holds no secret that stands where a model’s name should, and no markup of it', () => {
    const secret = inventedKey('0123456789abcdefghij');
    for (const hostile of [secret, '"><script>alert(1)</script>']) {
      const page = guide(caseOf(hostile), CONTEXT, 'en');
      expect(page).not.toMatch(/0123456789abcdefghij|<script/);
    }
  });
});
