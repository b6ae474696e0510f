import { describe, expect, it } from 'vitest';
import { caseFacts } from '../../renderer/case/case-facts';
import { CasePage } from '../../renderer/case/case-page';
import { toneOf } from '../../renderer/case/evidence-list';
import { outsiderIn } from '../../renderer/case/outsider';
import { obstacleOf } from '../../renderer/case/test-names';
import { formatClock } from '../../renderer/text/format';
import type { CaseView } from '../../shared/case/views';
import { sayIn } from '../../shared/messages/say';
import { LAYERS } from '../../shared/observations/layers';
import { notSent } from '../support/evidence';
import { draw, textOf } from './support/draw';
import { openCase, probed } from './support/fake-cases';
import { ERROR_TEXT, inventedKeys, MODEL, PROJECT, probeAnswer } from './support/fake-world';

const AT = '2026-11-22T10:00:00.000Z';
const pasted = openCase('case-1', AT, { text: ERROR_TEXT, keyId: null, model: null });

function page(view: CaseView, language: 'en' | 'ja' = 'en'): string {
  return draw(
    <CasePage id={view.id} part="verdict" />,
    [
      [['case', view.id], view],
      [['keys', 'list'], inventedKeys(AT)],
    ],
    language,
  );
}

/** The case as practice shows it, where the project of the error is known or not. */
function practised(view: CaseView, projects: readonly string[], practiceOnly = false): string {
  return draw(<CasePage id={view.id} part="verdict" />, [
    [['case', view.id], view],
    [['keys', 'list'], inventedKeys(AT)],
    [['app', 'info'], { mode: 'practice', practiceOnly }],
    [['practice', 'inventory'], { organizations: [], projects }],
  ]);
}

describe('a case in practice', () => {
  it('offers no fix for an error of a real project, but the way out', () => {
    const html = practised(pasted, ['proj_Other1']);
    const text = textOf(html);
    expect(html).toContain('data-testid="outside-practice"');
    expect(text).toContain(`It names the project ${PROJECT}, which is not part of practice`);
    expect(text).toContain('Leave practice with this text');
    expect(text).not.toContain('Fix it');
    expect(text).not.toContain('project’s Limits page');
  });

  it('says why there is no way out where practice is all there is', () => {
    const text = textOf(practised(pasted, [], true));
    expect(text).toContain('which is not part of practice');
    expect(text).toContain('offers practice only');
    expect(text).not.toContain('Leave practice');
  });

  it('is fixed as usual where practice has the project', () => {
    const html = practised(pasted, [PROJECT]);
    expect(html).not.toContain('data-testid="outside-practice"');
    expect(textOf(html)).toContain('Fix it');
  });

  it.each([
    ['an organization that practice lacks', 'org-Abc123', { kind: 'organization', id: 'org-Abc123' }],
    ['one that it has', 'org-Known1', null],
    ['one by its name alone', 'maple-robotics', null],
    ['none', null, null],
  ])('tells %s', (_name, organization, expected) => {
    const view = { ...pasted, verdict: { ...pasted.verdict, project: null, organization } };
    expect(outsiderIn(view, { organizations: ['org-Known1'], projects: [] })).toEqual(expected);
  });
});

describe('the case page', () => {
  it('says the verdict, and the codes behind it for programs', () => {
    const html = page(pasted);
    expect(html).toContain('data-cause="project_lacks_model"');
    expect(html).toContain('data-outcome="refused"');
    expect(html).toContain('data-layer="policy"');
    expect(textOf(html)).toContain('The project is not allowed to use this model');
    expect(textOf(html)).toContain(PROJECT);
  });

  it('draws ten rungs, lowest first, each with its state in words', () => {
    const html = page(pasted);
    const rungs = [...html.matchAll(/data-testid="ladder-(\w+)"[^>]*data-state="(\w+)"/g)];
    expect(rungs.map(([, layer]) => layer)).toEqual([...LAYERS]);
    expect(rungs.find(([, layer]) => layer === 'policy')?.[2]).toBe('failed');
    expect(textOf(html)).toContain('blocked here');
  });

  it('says in Japanese what it says in English', () => {
    const text = textOf(page(pasted, 'ja'));
    expect(text).toContain('このプロジェクトには、このモデルの使用が許可されていません');
    expect(text).toContain('ここで停止');
    expect(text).not.toMatch(/\b(app|verdict|remedies|wizard)\.\w+\.\w+/);
  });

  it('offers the wizard where a list is the cause, and not once the model answers', () => {
    const open = probed({ ...pasted, keyId: 'key-1' }, 'real_probe', true, AT);
    expect(textOf(page(pasted))).toContain('Fix it');
    expect(open.verdict.outcome).toBe('open');
    expect(textOf(page(open))).not.toContain('Fix it');
  });

  it('shows the fix instead of continuing it once it is proven', () => {
    const proven = { ...pasted, wizard: { kind: 'proven', branch: 'allowed', at: AT } } as const;
    expect(textOf(page(proven))).toContain('Show the fix');
    expect(textOf(page(proven))).not.toContain('Continue the fix');
  });

  it('says that step 4 was marked as done, not that the list was changed', () => {
    const said = { kind: 'statement', at: AT, statement: 'changed_list' } as const;
    const text = textOf(page({ ...pasted, evidence: [...pasted.evidence, said] }));
    expect(text).toContain('Step 4 was marked as done.');
    expect(text).not.toContain('Your statement');
  });

  it.each([
    ['en', 'Model list not sent', 'The host asked for a pause until'],
    ['ja', 'モデル一覧 送信せず', 'ホストの求めにより'],
  ] as const)('shows in %s a test that the host held back, and until when', (language, what, why) => {
    const item = notSent('list', 240);
    const text = textOf(page({ ...pasted, evidence: [...pasted.evidence, item] }, language));
    const until = formatClock('2026-11-22T10:04:00.000Z', language);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(what);
    expect(text).toContain(`${why} ${until}`);
  });

  it('shows both projects and the key that fits where the tested key is of another one', () => {
    const own = 'proj_Other1';
    const ladder = pasted.verdict.ladder.map((finding) =>
      finding.layer === 'belonging'
        ? ({
            ...finding,
            state: 'failed',
            reason: 'project_differs',
            values: { named: PROJECT, own },
          } as const)
        : finding,
    );
    const view = { ...pasted, keyId: 'key-2', verdict: { ...pasted.verdict, ladder } };
    const text = textOf(page(view));
    expect(text).toContain('The tested key belongs to proj_Other1');
    expect(text).toContain('Choose this key');
    expect(text).toContain('Staging server');
    expect(textOf(page(pasted))).not.toContain('Choose this key');
  });

  it('offers no real request of a model that has none', () => {
    const of = (model: string) => textOf(page({ ...pasted, keyId: 'key-1', model }));
    const offered = [of('gpt-5.5'), of('gpt-realtime')].map((text) => text.includes('Send a real request'));
    expect(offered).toEqual([true, false]);
  });

  it('offers no listing of models as a test once they were listed', () => {
    const rivals = [{ cause: 'alias_or_snapshot', test: { kind: 'probe', probe: 'list' } }] as const;
    const before = { ...pasted, keyId: 'key-1', verdict: { ...pasted.verdict, rivals, nextTest: null } };
    const item = probeAnswer({
      id: 'p',
      at: AT,
      probe: 'list',
      keyId: 'key-1',
      model: MODEL,
      allowed: false,
    });
    const rivalRow = (view: CaseView) =>
      /data-testid="rival-alias_or_snapshot".*?<\/li>/s.exec(page(view))?.[0] ?? '';
    expect(rivalRow(before)).toContain('List this key');
    const after = rivalRow({ ...before, evidence: [...before.evidence, item] });
    expect(after).not.toBe('');
    expect(after).not.toContain('List this key');
  });

  it('says once a list what its tests still need, and names the field for it', () => {
    const rivals = [
      { cause: 'wrong_project_key', test: { kind: 'probe', probe: 'free_probe' } },
      { cause: 'organization_not_entitled', test: { kind: 'other_project_key' } },
    ] as const;
    const text = textOf(page({ ...pasted, keyId: null, verdict: { ...pasted.verdict, rivals } }));
    const list = text.slice(text.indexOf('It could also be'));
    expect(list.split('Testing needs a key. Choose a key').length - 1).toBe(1);
    expect(list).not.toContain('below');
  });

  it('says which organization the pages are about', () => {
    const verdict = {
      ...pasted.verdict,
      cause: 'quota_or_billing',
      layer: 'money',
      organization: null,
    } as const;
    expect(textOf(page({ ...pasted, keyId: 'key-1', verdict }))).toContain('org-4kTnVx8LmQ2d');
    expect(page({ ...pasted, keyId: null, verdict })).not.toContain('data-testid="which-organization"');
    const named = { ...verdict, organization: 'org-Named1' };
    expect(textOf(page({ ...pasted, keyId: null, verdict: named }))).toContain(
      'top left of these pages is org-Named1',
    );
  });

  it('can give the keyboard to the verdict, and keeps old facts out of a success', () => {
    expect(page(pasted)).toMatch(/<h2[^>]*tabindex="-1"/);
    const verdict = { ...pasted.verdict, outcome: 'open', requestId: 'req_Old1' } as const;
    expect(caseFacts({ ...pasted, verdict }, sayIn('en')).map(({ name }) => name)).toEqual([
      'Model',
      'Project',
    ]);
  });

  it('marks the facts in the pasted text', () => {
    expect(page(pasted)).toMatch(new RegExp(`<mark[^>]*data-fact="project"[^>]*>${PROJECT}</mark>`));
  });

  it('never lets a pasted text become markup', () => {
    const hostile = openCase('case-2', AT, {
      text: `<img src=x onerror=alert(1)> ${ERROR_TEXT}`,
      keyId: null,
      model: '<script>alert(1)</script>',
    });
    expect(page(hostile)).not.toMatch(/<img|<script/);
  });

  it('stands without a text, a key or any evidence', () => {
    const bare = openCase('case-3', AT, { text: null, keyId: null, model: MODEL });
    expect(textOf(page(bare))).toContain('More evidence is needed');
  });
});

describe('what stands in the way of a test', () => {
  const free = { kind: 'probe', probe: 'free_probe' } as const;

  it.each([
    [{ keyId: null, model: MODEL }, free, 'key'],
    [{ keyId: 'key-1', model: null }, free, 'model'],
    [{ keyId: 'key-1', model: MODEL }, free, null],
    [{ keyId: 'key-1', model: null }, { kind: 'probe', probe: 'list' }, null],
    [{ keyId: null, model: null }, { kind: 'console_look' }, null],
  ] as const)('with %o and %o is %s', (chosen, test, obstacle) => {
    expect(obstacleOf({ ...pasted, ...chosen }, test)).toBe(obstacle);
  });
});

describe('the result of a free test', () => {
  const answer = (allowed: boolean) =>
    toneOf(probeAnswer({ id: 'p', at: AT, probe: 'free_probe', keyId: 'k', model: MODEL, allowed }));

  it('counts as good where only the content was refused', () => {
    expect([answer(true), answer(false)]).toEqual(['validated', 'refusal']);
  });
});

describe('a case whose text does not tell the cause', () => {
  const text = 'Request failed with status code 403';
  const view = openCase('case-2', AT, { text, keyId: null, model: null });

  it.each(['en', 'ja'] as const)('says which line it would have needed, in %s', (language) => {
    expect(textOf(page(view, language))).toContain(sayIn(language)('verdict.needed.body'));
  });

  it('says so no more once a test has told the cause', () => {
    const told = {
      ...view,
      verdict: { ...view.verdict, outcome: 'refused', confidence: 'certain' },
    } as const;
    expect(page(told)).not.toContain('data-testid="needed"');
  });
});
