import { describe, expect, it } from 'vitest';
import { CasePage } from '../../renderer/case/case-page';
import { knownProject, linkOf } from '../../renderer/case/wizard/console-step';
import { LANGUAGES } from '../../shared/base/settings';
import type { CaseView } from '../../shared/case/views';
import { knownList } from '../../shared/diagnosis/known-list';
import type { UsableModels } from '../../shared/matrix/views';
import { linkUrl } from '../../shared/remedies/links';
import type { Branch, WizardState } from '../../shared/wizard/wizard';
import { draw, textOf } from './support/draw';
import { openCase, watched, watchStarted } from './support/fake-cases';
import { ERROR_TEXT, inventedKeys, PROJECT } from './support/fake-world';

const AT = new Date('2026-11-22T10:00:00.000Z');
const base = openCase('case-1', AT.toISOString(), { text: ERROR_TEXT, keyId: 'key-1', model: null });

function page(
  wizard: WizardState,
  more: Partial<CaseView> = {},
  language: 'en' | 'ja' = 'en',
  known: readonly (readonly [readonly string[], unknown])[] = [],
): string {
  const view = { ...base, ...more, wizard };
  return draw(
    <CasePage id={view.id} part="wizard" />,
    [[['case', view.id], view], [['keys', 'list'], inventedKeys(AT.toISOString())], ...known],
    language,
  );
}

const STATES: readonly (readonly [WizardState, string])[] = [
  [{ kind: 'not_started' }, ''],
  [{ kind: 'log_in' }, 'log_in'],
  [{ kind: 'choose_project', address: null }, 'choose_project'],
  [{ kind: 'open_limits', address: { kind: 'organization_page' } }, 'open_limits'],
  [{ kind: 'edit_list', branch: null }, 'edit_list'],
  [{ kind: 'edit_list', branch: 'cannot_edit' }, 'edit_list'],
  [{ kind: 'edit_list', branch: 'no_list' }, 'edit_list'],
  [{ kind: 'edit_list', branch: 'remove', skipped: ['log_in'] }, 'edit_list'],
  [{ kind: 're_verify', branch: 'allowed' }, 're_verify'],
  [{ kind: 'proven', branch: 'allowed', at: AT.toISOString() }, 're_verify'],
];

describe.each(LANGUAGES)('the wizard in %s', (language) => {
  it.each(STATES)('draws %o', (state, step) => {
    const html = page(state, {}, language);
    expect(html).toContain(`data-step="${step}"`);
    expect(html).toContain(`data-state="${state.kind}"`);
    expect(textOf(html)).not.toMatch(/\{\{|\b(app|wizard)\.\w+\.\w+/);
  });
});

describe('the wizard', () => {
  it('names the project in step 2 and draws the place', () => {
    const html = page({ kind: 'choose_project', address: null });
    expect(textOf(html)).toContain(`that your API key belongs to: ${PROJECT}.`);
    expect(textOf(html)).toContain('a valid key looks as if it had no access');
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Drawing:/);
  });

  it('names the next click in step 4 where the keys’ projects were not read', () => {
    const html = draw(<CasePage id={base.id} part="wizard" />, [
      [['case', base.id], { ...base, wizard: { kind: 'edit_list', branch: null } }],
      [['admin', 'offer', base.id], { project: PROJECT, key: null, keysStored: 1 }],
    ]);
    expect(textOf(html)).toContain('Go to “Read projects”');
  });

  it('leads straight to the list where the project is known, and offers to skip the log-in where it is not', () => {
    const known = textOf(page({ kind: 'log_in' }));
    expect(known).toContain('Go straight to Limits');
    expect(known).not.toMatch(/Skip this step(?! if)/);
    const unknown = textOf(page({ kind: 'log_in' }, { verdict: { ...base.verdict, project: null } }));
    expect(unknown).not.toContain('Go straight to Limits');
    expect(unknown).toMatch(/Skip this step(?! if)/);
  });

  it('leaves hollow what was skipped, and ticks what was done', () => {
    const html = page({ kind: 'edit_list', branch: null, skipped: ['choose_project'] });
    const passed = [...html.matchAll(/data-passed="(\w+)"/g)].map(([, how]) => how);
    expect(passed).toEqual(['done', 'skipped', 'done']);
    expect(textOf(html)).toContain('Choose project (skipped)');
  });

  it('says with what looks different from when its drawings are', () => {
    expect(textOf(page({ kind: 'open_limits', address: null }))).toContain('described in June 2025');
    expect(textOf(page({ kind: 'open_limits', address: null }, {}, 'ja'))).toContain('2025年6月時点');
  });

  it('has a message ready for the owner where the person cannot edit', () => {
    const html = page({ kind: 'edit_list', branch: 'cannot_edit' });
    expect(html).toContain('data-testid="owner-message"');
    expect(textOf(html)).toContain('Please allow the model gpt-5.5');
  });

  it('fills a dot for each success in a row and empties them at a refusal', () => {
    const started = watchStarted(AT);
    const later = new Date(AT.getTime() + 15_000);
    const once = watched(started, 'success', AT, later);
    const after = watched(once, 'refused', later, later);
    const dots = (html: string) => [...html.matchAll(/data-filled="(\w+)"/g)].map(([, filled]) => filled);
    const state = { kind: 're_verify', branch: 'allowed' } as const;
    expect(dots(page(state, { watch: once }))).toEqual(['true', 'false', 'false']);
    expect(dots(page(state, { watch: after }))).toEqual(['false', 'false', 'false']);
    expect(textOf(page(state, { watch: after }))).toContain('The answers alternate');
  });

  it('goes on to the next causes where time ran out', () => {
    const watch = { ...watchStarted(AT), state: 'gave_up', nextAt: null } as const;
    const html = page({ kind: 're_verify', branch: 'allowed' }, { watch });
    expect(html).toContain('data-testid="still-refused"');
    const [same, others] = [true, false].map((wanted) =>
      base.verdict.rivals.filter(({ cause }) => ['allow_list', 'block_list'].includes(cause) === wanted),
    );
    expect(others?.length).toBeGreaterThan(0);
    for (const rival of others ?? []) expect(html).toContain(`data-testid="rival-${rival.cause}"`);
    for (const rival of same ?? []) expect(html).not.toContain(`data-testid="rival-${rival.cause}"`);
  });

  it('says of an end what was shown by it, and what only a real request can show', () => {
    const ended = (state: 'listed' | 'proves_nothing') => {
      const watch = { ...watchStarted(AT), state, nextAt: null } as const;
      const html = page({ kind: 're_verify', branch: 'allowed' }, { watch });
      expect(html).not.toContain('data-testid="still-refused"');
      return textOf(html);
    };
    expect(ended('listed')).toContain('three times in a row, so the project’s list lets it through');
    expect(ended('listed')).not.toContain('Send a real request');
    expect(ended('proves_nothing')).toContain('Only a real request can tell');
    expect(ended('proves_nothing')).toContain('Send a real request');
  });

  it('waits for the owner where somebody else has to change the list', () => {
    const watch = { ...watchStarted(AT), state: 'gave_up', nextAt: null } as const;
    const text = textOf(page({ kind: 're_verify', branch: 'cannot_edit' }, { watch }));
    expect(text).toContain('until the owner has changed the list');
    expect(text).not.toContain('another cause is likelier. These fit');
  });

  it('names the pace of practice in practice', () => {
    const drawn = (mode: 'real' | 'practice') =>
      textOf(
        draw(<CasePage id={base.id} part="wizard" />, [
          [['case', base.id], { ...base, wizard: { kind: 're_verify', branch: 'allowed' } }],
          [['app', 'info'], { mode }],
        ]),
      );
    expect(drawn('practice')).toContain('Practice tests every two seconds or so');
    expect(drawn('real')).toContain('Tests every 15 to 20 seconds');
  });

  it('claims after free tests that access is open, and offers the real request', () => {
    const proven = { kind: 'proven', branch: 'allowed', at: AT.toISOString() } as const;
    const free = page(proven);
    expect(textOf(free)).toContain('Access is open');
    expect(textOf(free)).toContain('3 tests in a row');
    expect(textOf(free)).toContain('Send a real request');
    const verdict = { ...base.verdict, outcome: 'open', confidence: 'certain' } as const;
    const real = textOf(page(proven, { verdict }));
    expect(real).toContain('It works');
    expect(real).not.toContain('Send a real request');
  });

  it('has a field for the new error that it speaks of, and what else can refuse', () => {
    const html = page({ kind: 'proven', branch: 'allowed', at: AT.toISOString() });
    expect(html).toMatch(/<textarea[^>]*aria-label="New error"/);
    expect(textOf(html)).toContain('a payment method, and a card that has not expired');
    expect(textOf(html)).toContain('ask the administrator for other policies');
  });

  it('shows the request of the test as code, with the address of its key', () => {
    const html = page({ kind: 'proven', branch: 'allowed', at: AT.toISOString() });
    expect(textOf(html)).toContain('import json, os, urllib.error, urllib.request');
    expect(html).toContain('/v1/responses');
  });

  it('offers other models only as far as they are known of the key, with their age, and else to load its list', () => {
    const still = { ...watchStarted(AT), state: 'gave_up', nextAt: null } as const;
    const state = { kind: 're_verify', branch: 'allowed' } as const;
    const told = (usable: UsableModels | null) =>
      textOf(page(state, { watch: still }, 'en', [[['history', 'usable', 'key-1'], usable]]));
    const named = (...models: readonly string[]) => models.map((id) => ({ id, shutdownDate: null }));
    const at = '2025-11-22T10:00:00.000Z';
    expect(told(null)).toContain('Load the key’s models');
    expect(told({ models: named('gpt-5.4-mini', 'whisper-1'), at })).toMatch(
      /Other models that this key listed at .*22.*: gpt-5\.4-mini\./,
    );
    expect(told({ models: named('whisper-1'), at })).toContain('no other model of this sort to try');
    expect(told(null)).toContain('Try it outside of this app');
  });
});

describe('how long the place is kept', () => {
  it.each([
    [{ mode: 'real', storeUnavailable: false }, 'even if you close the app'],
    [{ mode: 'real', storeUnavailable: true }, 'until you close the app'],
    [{ mode: 'practice', storeUnavailable: false }, 'until you leave practice'],
  ])('with %j, is said to be “%s”', (info, words) => {
    const view = { ...base, wizard: { kind: 'log_in' } } as const;
    const html = draw(<CasePage id={view.id} part="wizard" />, [
      [['case', view.id], view],
      [['app', 'info'], { ...info, consoleOrigins: ['https://platform.openai.com'] }],
    ]);
    expect(textOf(html)).toContain(words);
  });
});

describe('the console that the steps show', () => {
  const shown = (info: object) => {
    const view = { ...base, wizard: { kind: 'choose_project', address: null } } as const;
    return draw(<CasePage id={view.id} part="wizard" />, [
      [['case', view.id], view],
      [['app', 'info'], info],
    ]);
  };

  it('is the one of practice while practising', () => {
    const html = shown({ mode: 'practice', consoleOrigins: ['http://127.0.0.1:4711'] });
    expect(html).toContain('placeholder="http://127.0.0.1:4711/settings/proj_…/limits"');
    expect(html).not.toContain('platform.openai.com');
  });

  it('is OpenAI’s otherwise', () => {
    const html = shown({ mode: 'real', consoleOrigins: ['https://platform.openai.com'] });
    expect(html).toContain('placeholder="https://platform.openai.com/settings/proj_…/limits"');
  });
});

describe('the one question of step 4', () => {
  const offered = (branch: Branch | null) =>
    [...page({ kind: 'edit_list', branch }).matchAll(/data-testid="branch-(\w+)"/g)].map(([, name]) => name);

  it('is what the page shows, and once it is answered, it is no longer asked', () => {
    expect(offered(null)).toEqual(['allowed', 'blocked', 'no_list', 'cannot_edit']);
    expect(offered('allowed')).toEqual(['remove']);
    expect(offered('cannot_edit')).toEqual([]);
  });

  it.each([
    ['allowed', 'Tick the box of gpt-5.5.', 'the ticked box of the model 2'],
    ['blocked', 'Untick the box of gpt-5.5.', 'the empty box of the model 2'],
    ['remove', 'Choose “Remove” beside the heading', 'the heading of the list is marked 1'],
  ] as const)('leads for %s to “%s”', (branch, click, drawing) => {
    const html = page({ kind: 'edit_list', branch });
    expect(textOf(html)).toContain(click);
    expect(html).toContain(drawing);
  });

  it.each([
    ['not_on_allow_list', 'allowed'],
    ['on_block_list', 'blocked'],
    ['refused_by_policy', null],
  ] as const)('is answered by %s: %s', (reason, list) => {
    const ladder = base.verdict.ladder.map((rung) => (rung.layer === 'policy' ? { ...rung, reason } : rung));
    expect(knownList({ ladder })).toBe(list);
    const html = page({ kind: 'edit_list', branch: null }, { verdict: { ...base.verdict, ladder } });
    expect(html.includes('data-testid="branch-no_list"')).toBe(list === null);
  });

  it('warns against starting a list where there is none', () => {
    expect(textOf(page({ kind: 'edit_list', branch: 'no_list' }))).toContain('Start none');
  });
});

describe('the caution before saving', () => {
  const cautions = (branch: Branch, view: Partial<CaseView> = {}) =>
    textOf(page({ kind: 'edit_list', branch }, view));

  it.each(['allowed', 'blocked', 'remove'] as const)(
    'is one, and the drawing shows the other “Edit”: %s',
    (branch) => {
      const html = page({ kind: 'edit_list', branch });
      expect(html.split('role="note"').length).toBe(2);
      expect(textOf(html)).toContain('not this one');
    },
  );

  it('names the further models of the paste for an allowed list', () => {
    const reading = base.reading;
    if (reading === null) throw new Error('the case has a text');
    const facts = { ...reading.facts, furtherModels: ['gpt-5.5', 'text-embedding-3-small'] };
    const view = { reading: { ...reading, facts } };
    expect(cautions('allowed', view)).toContain('also names text-embedding-3-small.');
    expect(cautions('blocked', view)).not.toContain('text-embedding');
  });
});

describe('pages that the steps open', () => {
  it.each(['log_in', 'choose_project', 'open_limits'] as const)(
    '%s has an address with or without a project',
    (step) => {
      expect(linkUrl(linkOf(step, PROJECT), PROJECT).ok).toBe(true);
      expect(linkUrl(linkOf(step, null), null).ok).toBe(true);
    },
  );

  it('leave out a project id that is not well formed', () => {
    const view = { ...base, verdict: { ...base.verdict, project: 'proj_../../evil' } };
    expect(knownProject(view)).toBeNull();
  });
});
