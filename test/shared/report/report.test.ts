import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readError } from '../../../shared/errors/read-error';
import { REPORT_FORMATS, type ReportCase, type ReportContext, report } from '../../../shared/report/report';
import { AT, KEY, listed, MODEL, notSent, refused, statement, unanswered } from '../../support/evidence';
import { inventedKey } from '../../support/secrets';

const PROJECT = 'proj_Own1';
const CONTEXT: ReportContext = {
  at: AT,
  version: '1.2.3',
  electronVersion: '45.4.1',
  platform: 'linux',
  mode: 'real',
};
const SENTENCE = `403 Project \`${PROJECT}\` does not have access to model \`${MODEL}\``;

function caseOf(text: string, more: readonly Evidence[] = []): ReportCase {
  const reading = readError(text);
  const evidence: readonly Evidence[] = [{ kind: 'text', at: AT, reading }, ...more];
  const verdict = diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22' });
  return { verdict, reading, evidence, createdAt: AT, text };
}

const EVERYTHING: readonly Evidence[] = [
  listed('gpt-5.4-mini'),
  refused('free_probe', 'project_lacks_model', { project: PROJECT, model: MODEL }),
  unanswered('timeout'),
  statement('changed_list'),
  {
    kind: 'policy',
    at: AT,
    projectId: PROJECT,
    projectStatus: 'active',
    policy: { kind: 'allow_list', models: ['gpt-5.4-mini'] },
    usableModels: null,
    spendLimit: null,
    requestId: 'req_admin1',
  },
];

describe('a report', () => {
  it.each(REPORT_FORMATS)('as %s holds verdict, ladder, evidence, versions and remedy', (format) => {
    const text = report(caseOf(SENTENCE, EVERYTHING), CONTEXT, 'en', format);
    const needed =
      format === 'json'
        ? ['"not_on_allow_list"', '"ladder"', '"req_admin1"', '"1.2.3"', '"45.4.1"', '"policy"']
        : ['not on the project’s allow list', 'Project policy', 'req', '1.2.3', '45.4.1', 'How to fix it'];
    for (const part of needed) expect(text).toContain(part);
    expect(text).not.toMatch(/\{\{|undefined/);
  });

  it.each(REPORT_FORMATS)('as %s holds no secret, no e-mail address and no key of the person', (format) => {
    const secret = inventedKey('0123456789abcdefghij');
    const view = caseOf(`${secret} jane.doe@example.com ${SENTENCE}`, EVERYTHING);
    const text = report(view, CONTEXT, 'en', format);
    expect(text).not.toMatch(/0123456789abcdefghij|jane\.doe|"keyId"/);
  });

  it('keeps the old refusal apart from a success', () => {
    const view = caseOf(`${SENTENCE} request id req_Old1`);
    const open = {
      ...view,
      verdict: { ...view.verdict, outcome: 'open', cause: null, layer: null } as const,
    };
    const apart = report(open, CONTEXT, 'en', 'markdown');
    expect(apart).toContain('From the pasted error');
    expect(apart.indexOf('403')).toBeGreaterThan(apart.indexOf('From the pasted error'));
    expect(report(view, CONTEXT, 'en', 'markdown')).not.toContain('From the pasted error');
  });

  it('says that step 4 was marked as done', () => {
    const text = report(caseOf(SENTENCE, [statement('changed_list')]), CONTEXT, 'en', 'markdown');
    expect(text).toContain('Step 4 was marked as done');
    expect(text).not.toContain('Your statement');
  });

  it.each([
    ['en', 'not sent: The host asked for a pause until 2026-11-22 10:04 UTC'],
    ['ja', '送信せず: ホストの求めにより 2026-11-22 10:04 UTC まで'],
  ] as const)('says in %s what was not asked, and until when', (language, expected) => {
    const text = report(caseOf(SENTENCE, [notSent()]), CONTEXT, language, 'markdown');
    expect(text.replaceAll('\\', '')).toContain(expected);
  });

  it('as JSON can be read back', () => {
    const view = caseOf(`"quoted" \\ and \u2028 ${SENTENCE}`, EVERYTHING);
    const parsed: unknown = JSON.parse(report(view, CONTEXT, 'ja', 'json'));
    expect(parsed).toMatchObject({
      format: 'model-access-doctor/report',
      formatVersion: 1,
      version: '1.2.3',
      verdict: { outcome: 'refused', layer: 'policy' },
      evidence: { length: 6 },
    });
  });

  const HOSTILE = `</pre><script>alert(1)</script><img src=x onerror=alert(1)> "'&`;

  it('as HTML lets nothing of the text become markup, and may do nothing', () => {
    const text = report(caseOf(`${HOSTILE}\n${SENTENCE}`), CONTEXT, 'en', 'html');
    expect(text).not.toMatch(/<script|<img|<\/pre><s/);
    expect(text).toContain("default-src 'none'");
    expect(text.match(/<pre>/g)).toHaveLength(1);
  });

  it('as Markdown lets nothing of the text leave its block', () => {
    const text = report(
      caseOf(`\`\`\`\n# not a heading\n${HOSTILE}\n${SENTENCE}`),
      CONTEXT,
      'en',
      'markdown',
    );
    const outside = text.replace(/^(`{3,})text\n[\s\S]*?\n\1$/m, '');
    expect(outside).not.toMatch(/^# not a heading/m);
    expect(outside).not.toMatch(/(?<!\\)</);
  });

  it('is in the language asked for, and says when it is practice', () => {
    const text = report(caseOf(SENTENCE), { ...CONTEXT, mode: 'practice' }, 'ja', 'html');
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('架空');
  });
});
