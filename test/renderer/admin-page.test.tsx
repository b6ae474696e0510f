import { describe, expect, it } from 'vitest';
import { AdminFix, adminChoices } from '../../renderer/admin/admin-fix';
import { AdminPage } from '../../renderer/admin/admin-page';
import { ChangeFailure } from '../../renderer/admin/change-failure';
import { PolicyDifference } from '../../renderer/admin/difference';
import { namesIn, objectionTo } from '../../renderer/admin/model-names';
import { PreviewFailure } from '../../renderer/admin/preview-failure';
import { UnsettledNotice } from '../../renderer/admin/unsettled-notice';
import { CallError } from '../../renderer/state/bridge';
import { CHANGE_STATES, type ChangePreview, type ChangeRecord } from '../../shared/admin/change';
import { isModelId, planChange } from '../../shared/admin/policy';
import type { ErrorCode } from '../../shared/base/error-codes';
import { MAX_NAMED_MODELS } from '../../shared/base/limits';
import { admin as english } from '../../shared/messages/en/admin';
import { admin as japanese } from '../../shared/messages/ja/admin';
import { inventedKey } from '../support/secrets';
import { draw, textOf } from './support/draw';
import { openCase } from './support/fake-cases';
import { ERROR_TEXT } from './support/fake-world';

const AT = '2026-11-22T10:00:00.000Z';
const KEY = {
  id: 'admin-1',
  label: 'Maple',
  lastFour: 'wxyz',
  baseUrl: 'https://api.openai.com/v1',
  addedAt: AT,
  checkedAt: null,
  health: null,
};

function record(state: ChangeRecord['state']): ChangeRecord {
  return {
    id: `change-${state}`,
    at: AT,
    keyId: 'admin-1',
    project: { id: 'proj_Own1', name: 'Storefront', status: 'active' },
    before: { kind: 'allow_list', models: ['gpt-4.1'] },
    after: { kind: 'allow_list', models: ['gpt-4.1', 'gpt-5.5'] },
    found: null,
    state,
    requestIds: ['req_1'],
    undoes: null,
    code: null,
  };
}

const known = (keys: readonly object[], changes: readonly ChangeRecord[] = []) =>
  [
    [['app', 'info'], { mode: 'real' }],
    [['admin', 'keys'], keys],
    [['admin', 'projects', 'admin-1'], []],
    [['admin', 'changes'], changes],
  ] as const;

describe('the page of admin keys', () => {
  it('says what an admin key can do before there is one', () => {
    const text = textOf(draw(<AdminPage />, known([])));
    expect(text).toContain('No admin key yet');
    expect(text).toContain('It manages a whole organization');
    expect(text).toContain('Add an admin key');
  });

  it.each([
    [{ kind: 'refused', code: 'key_invalid' }, 'Refused', 'The API key is not accepted'],
    [{ kind: 'undecided', code: 'timeout' }, 'Undecided', 'No answer came in time.'],
  ])('says in words how a key fared: %o', (health, word, reason) => {
    const text = textOf(draw(<AdminPage />, known([{ ...KEY, checkedAt: AT, health }])));
    expect([text.includes(word), text.includes(reason), text.includes(health.code)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('offers to undo only what took effect, and to read what is not known', () => {
    const html = draw(<AdminPage />, known([KEY], CHANGE_STATES.map(record)));
    const rows = html.split('data-testid="change-row"').slice(1);
    const offering = (label: string) => rows.filter((row) => row.includes(`>${label}<`)).length;
    expect([rows.length, offering('Undo…'), offering('Read the list now')]).toEqual([10, 4, 4]);
  });
});

describe('an interrupted change', () => {
  it.each([
    ['unknown', true],
    ['written', true],
    ['verified', false],
    ['writing', false],
  ] as const)('that is %s is told everywhere: %s', (state, told) => {
    const text = textOf(draw(<UnsettledNotice />, known([], [record(state)])));
    expect(text.includes('Storefront')).toBe(told);
  });
});

describe('the difference', () => {
  it('names what is added and what is taken off, in words', () => {
    const plan = planChange(
      { kind: 'allow_list', models: ['a', 'b'] },
      { kind: 'restore', policy: { kind: 'allow_list', models: ['b', 'c'] } },
    );
    if (!plan.ok) throw new Error(plan.error);
    const preview: ChangePreview = {
      id: 'preview-1',
      keyId: 'admin-1',
      project: { id: 'proj_Own1', name: 'Storefront', status: 'active' },
      plan: plan.value,
      alsoLetsIn: [],
      unseen: ['c'],
      shutsOut: ['a'],
      affectedKeys: [],
      undoes: null,
      changedSince: false,
    };
    const text = textOf(draw(<PolicyDifference preview={preview} />, []));
    expect(text).toMatch(/a\s*taken off the list/);
    expect(text).toMatch(/c\s*added; the name is on no list seen so far/);
    expect(text).toContain('Unchanged entries: 1');
    expect(text).toContain('Some models stop working');
  });
});

describe('a change that was not previewed', () => {
  it.each([
    ['admin_already_so', 'status', 'The list is already as you want it.'],
    ['admin_key_refused', 'alert', 'That did not work'],
  ] as const)('because of %s is told as %s', (code, role, sentence) => {
    const html = draw(<PreviewFailure error={new CallError({ code, values: {} })} />);
    expect(html).toContain(`role="${role}"`);
    expect(textOf(html)).toContain(sentence);
  });
});

describe('a change that came to no end', () => {
  const text = (code: ErrorCode) =>
    textOf(draw(<ChangeFailure error={new CallError({ code, values: {} })} onClose={() => undefined} />));

  it.each(['vault_locked', 'admin_unreachable', 'admin_refused'] as const)(
    'left the list as it was where nothing was written: %s',
    (code) => {
      expect(text(code)).toContain('The list was not changed.');
    },
  );

  it.each(['store_failed', 'internal'] as const)('says that the list may be another one: %s', (code) => {
    expect([
      text(code).includes('was not changed'),
      text(code).includes('The list may have been changed'),
    ]).toEqual([false, true]);
  });

  it.each(['admin_changed_meanwhile', 'admin_preview_gone', 'busy'] as const)(
    'says nothing more where the reason says it: %s',
    (code) => {
      expect(text(code)).not.toMatch(/The list (was not|may have been) changed/);
    },
  );
});

describe('what the app offers to let through', () => {
  it('is the model and, to choose, its alias', () => {
    const view = openCase('c', AT, { text: ERROR_TEXT, keyId: null, model: 'gpt-5.2-2025-12-11' });
    expect(adminChoices({ ...view, verdict: { ...view.verdict, model: 'gpt-5.2-2025-12-11' } })).toEqual({
      needed: ['gpt-5.2-2025-12-11'],
      further: [],
      spellings: ['gpt-5.2'],
      incomplete: [],
    });
  });

  it.each(['gpt-5.5-2026-04…', 'gpt-5.5-2026-04...'])('is no name that the error cuts off: %s', (model) => {
    const text = ERROR_TEXT.replaceAll('gpt-5.5', model);
    const view = openCase('c', AT, { text, keyId: null, model: null });
    expect(view.verdict.model).toBe(model);
    expect(adminChoices(view)).toEqual({ needed: [], further: [], spellings: [], incomplete: [model] });
    const fix = draw(<AdminFix view={view} project="proj_Own1" adminKey={KEY} done={null} />);
    expect(textOf(fix)).toContain(`gives no complete name here: ${model}. Enter`);
  });

  it('is the whole name once it was given', () => {
    const text = ERROR_TEXT.replaceAll('gpt-5.5', 'gpt-5.5-2026-04…');
    const view = openCase('c', AT, { text, keyId: null, model: 'gpt-5.5-2026-04-23' });
    expect(adminChoices({ ...view, verdict: { ...view.verdict, model: view.model } })).toMatchObject({
      needed: ['gpt-5.5-2026-04-23'],
      incomplete: [],
    });
  });

  it.each([
    ['a, b\nc', ['a', 'b', 'c']],
    ['a、b，c', ['a', 'b', 'c']],
    [' a ,a', ['a']],
    ['gpt 5.5', ['gpt 5.5']],
    ['', []],
  ])('reads %j as names', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    ['GPT-5.4 Mini', 'gpt-5.4-mini'],
    ['GPT-5.5', 'gpt-5.5'],
    ['Qwen-3.5', 'Qwen-3.5'],
    ['ft:gpt-4o-mini-2024-07-18:Acme::Ab1', 'ft:gpt-4o-mini-2024-07-18:Acme::Ab1'],
  ])('asks for the printed name %s by its id, which is what a list takes', (model, id) => {
    const view = openCase('c', AT, { text: ERROR_TEXT, keyId: null, model });
    const { needed } = adminChoices({ ...view, verdict: { ...view.verdict, model } });
    expect(needed).toEqual([id]);
  });
});

describe('a name that cannot be sent', () => {
  it.each([
    [['gpt-5.5', 'gpt 5.5 !!'], { kind: 'not_a_name', name: 'gpt 5.5 !!' }],
    [['ｇｐｔ'], { kind: 'not_a_name', name: 'ｇｐｔ' }],
    [['x'.repeat(201)], { kind: 'not_a_name', name: 'x'.repeat(201) }],
    [[inventedKey('0123456789abcdefghij')], { kind: 'secret' }],
    [Array.from({ length: MAX_NAMED_MODELS + 1 }, (_, place) => `model-${place}`), { kind: 'too_many' }],
    [['gpt-5.5', 'ft:gpt-4o-mini-2024-07-18:acme::Ab1_c', 'nonexistent-model'], null],
  ])('is told at the field: %j', (names, objection) => {
    expect(objectionTo(names)).toEqual(objection);
  });

  it.each([english, japanese])('is told with every sign that a name may have', ({ change }) => {
    const ascii = Array.from({ length: 0x7f - 0x21 }, (_, place) => String.fromCharCode(0x21 + place));
    const signs = ascii.filter((sign) => !/[A-Za-z0-9]/.test(sign));
    const words = change.notAName.split(' ');
    expect(signs.filter((sign) => words.includes(sign))).toEqual(signs.filter(isModelId));
  });
});
