import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import type { SchemasOf } from '../../../electron/schemas/fields';
import { refusalOf } from '../../../electron/schemas/fields';
import { SCHEMAS, type Stricter } from '../../../electron/schemas/schemas';
import { EVERY_CHECK } from '../../../shared/history/views';
import type { Channel, RequestOf } from '../../../shared/ipc/contract';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { VERBS } from '../../support/verbs';

const channels = Object.keys(SCHEMAS) as Channel[];

/** One request a channel that its schema takes: the frozen picture of what the window can say. */
const GOOD: { readonly [C in Channel]: RequestOf<C> } = {
  'app:info': {},
  'app:enter_practice': {},
  'app:leave_practice': {},
  'app:read_settings': {},
  'app:write_settings': { language: 'ja', theme: 'dark', offerClipboard: true },
  'app:show_set_aside': {},
  'app:restore_set_aside': {},
  'app:dismiss_set_aside': {},
  'app:keep_draft': {
    draft: { text: 'Error: 403', pasted: true, keyId: null, model: '' },
    page: { kind: 'case', id: 'case-1', part: 'wizard' },
  },
  'app:kept_draft': {},
  'app:show_saved': { id: 'saved-1' },
  'app:preview_support': {},
  'app:save_support': { id: 'support-1' },
  'app:read_log': {},
  'app:show_log': {},
  'app:storage': {},
  'app:show_data': {},
  'app:licences': {},
  'app:open_link': { link: 'project_limits', caseId: 'id-1' },
  'app:copy_text': { text: 'hello' },
  'app:arrival': {},
  'app:take_arrival': { id: 'id-1' },
  'app:dismiss_arrival': { id: 'id-1' },
  'keys:list': {},
  'keys:add': { secret: 'x', label: 'y', baseUrl: null },
  'keys:edit': { id: 'id-1', label: 'z', note: '', colour: 'teal', sentFor: NO_HEADERS },
  'keys:rotate': { id: 'id-1', secret: 'x' },
  'keys:delete': { ids: ['id-1'] },
  'keys:undo_delete': {},
  'keys:activity': {},
  'keys:review_vault': {},
  'keys:adopt_unclaimed': { account: 'id-1' },
  'keys:delete_unclaimed': { account: 'id-1' },
  'keys:dismiss_recovered': {},
  'keys:accept_changed': { id: 'id-1' },
  'keys:copy_secret': { id: 'id-1' },
  'keys:vault_status': {},
  'keys:use_session_only': {},
  'keys:retry_vault': {},
  'imports:state': {},
  'imports:text': { text: 'x' },
  'imports:file': {},
  'imports:dropped': { path: '/keys.env' },
  'imports:environment': {},
  'imports:commit': { id: 'id-1', rows: [{ row: 0, label: 'x' }], baseUrl: null },
  'imports:cancel': {},
  'cases:open': { text: 'x', keyId: null, model: null },
  'cases:list': {},
  'cases:read': { id: 'id-1' },
  'cases:all': {},
  'cases:tag': { id: 'id-1', name: 'Billing service', isPinned: true },
  'cases:delete': { ids: ['id-1'] },
  'cases:deleted': {},
  'cases:undo_delete': {},
  'cases:choose': { id: 'id-1', keyId: null, model: 'gpt-5.5' },
  'cases:check': { id: 'id-1', probe: 'all_free', consent: false },
  'cases:estimate': { id: 'id-1' },
  'cases:cancel': { id: 'id-1' },
  'cases:wizard': { id: 'id-1', event: { kind: 'branch_chosen', branch: 'allowed' } },
  'cases:watch': { id: 'id-1' },
  'cases:compare': { id: 'id-1' },
  'cases:stop_watch': { id: 'id-1' },
  'cases:state': { id: 'id-1', statement: 'paid' },
  'matrix:read': { since: { session: 'id-1', revision: 3 } },
  'matrix:start': {
    kind: 'confirm',
    probe: 'free_probe',
    cells: [{ keyId: 'id-1', models: ['gpt-5.5'] }],
    consent: false,
    expensive: false,
  },
  'matrix:runs': {},
  'matrix:pause': {},
  'matrix:resume': {},
  'matrix:cancel': {},
  'matrix:lift_pause': {},
  'matrix:dismiss_rest': { of: 'confirm' },
  'matrix:estimate': { cells: [{ keyId: 'id-1', models: ['gpt-5.5'] }] },
  'matrix:retest': { keyId: 'id-1', model: 'gpt-5.5', probe: 'free_probe', consent: false },
  'matrix:export': { format: 'csv', language: 'en', what: { kind: 'model', model: 'gpt-5.5' } },
  'matrix:since': { model: 'gpt-5.5' },
  'matrix:usable': { keyId: 'id-1' },
  'history:list': { filter: { ...EVERY_CHECK, state: 'denied' }, before: null },
  'history:read': { id: 'id-1' },
  'history:timeline': { keyId: 'id-1', model: 'gpt-5.5' },
  'history:runs': {},
  'history:compare': { before: 'id-1', after: 'id-2' },
  'history:export_comparison': { before: 'id-1', after: 'id-2', format: 'csv' },
  'history:export': { filter: EVERY_CHECK, format: 'json' },
  'history:export_these': { ids: ['id-1'], format: 'csv' },
  'history:delete': { ids: ['id-1'] },
  'history:deleted': {},
  'history:undo_delete': {},
  'history:forgotten_by': { keepDays: 30 },
  'probing:read_settings': {},
  'probing:write_settings': { overall: 8, perKey: 2, keepDays: 365 },
  'practice:scenarios': {},
  'practice:prepare': { id: 'allow_list' },
  'practice:inventory': {},
  'practice:unfinished': {},
  'practice:state': {},
  'practice:set_condition': { condition: 'storm' },
  'practice:enlarge': {},
  'admin:keys': {},
  'admin:add_key': { secret: 'x', label: 'y', baseUrl: null },
  'admin:delete_key': { id: 'id-1' },
  'admin:check_key': { id: 'id-1' },
  'admin:projects': { id: 'id-1' },
  'admin:known_models': { id: 'id-1' },
  'admin:read_project': { keyId: 'id-1', project: 'proj_Own1' },
  'admin:offer': { id: 'id-1' },
  'admin:inspect': { id: 'id-1' },
  'admin:preview': {
    keyId: 'id-1',
    project: 'proj_Own1',
    wish: { kind: 'let_through', models: ['gpt-5.5'] },
  },
  'admin:preview_undo': { id: 'id-1' },
  'admin:apply': { id: 'id-1', confirmed: true },
  'admin:settle': { id: 'id-1' },
  'admin:changes': {},
  'report:save': { id: 'id-1', language: 'ja', format: 'html' },
  'report:save_message': { id: 'id-1', language: 'en', form: 'ticket' },
  'report:save_guide': { id: 'id-1', language: 'ja' },
  'report:save_misreading': { id: 'id-1', meant: 'rate_limited', note: 'it was the limit' },
  'report:mail_message': { id: 'id-1', language: 'en' },
};

describe('the contract with the window', () => {
  it('has one verb a channel, and no other', () => {
    const verbs = Object.entries(VERBS).flatMap(([area, names]) => names.map((name) => `${area}:${name}`));
    expect([...verbs].sort()).toEqual([...channels].sort());
  });

  it.each(channels)('%s takes its own request and nothing beside it', (channel) => {
    const request: z.ZodType<object> = SCHEMAS[channel];
    expect(request.safeParse(GOOD[channel]).success).toBe(true);
    expect(request.safeParse({ ...GOOD[channel], extra: 1 }).success).toBe(false);
  });

  it.each(channels)('%s refuses hostile requests without throwing', (channel) => {
    const request: z.ZodType<object> = SCHEMAS[channel];
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const hostile: readonly unknown[] = [
      undefined,
      null,
      0,
      'x',
      [],
      () => 1,
      Symbol('x'),
      1n,
      new Map(),
      new Date(0),
      cycle,
      JSON.parse('{"__proto__":{"id":"id-1"}}'),
      { id: 'x'.repeat(10_000_000) },
      { id: { toString: () => 'id-1' } },
    ];
    for (const input of hostile) {
      const parsed = request.safeParse(input);
      // A request without fields may come out of odd wrappings, but nothing comes with it.
      if (parsed.success) expect([Object.keys(parsed.data), Object.keys(GOOD[channel])]).toEqual([[], []]);
    }
  });

  it('refuses ten thousand generated requests or takes them as they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...channels), fc.anything({ maxDepth: 3 }), (channel, input) => {
        const parsed = SCHEMAS[channel].safeParse(input);
        if (parsed.success) expect(parsed.data).toEqual(input);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['a link that is not on the list', 'app:open_link', { link: 'https://evil.test', caseId: null }],
    [
      'a text beyond the paste limit',
      'cases:open',
      { text: 'x'.repeat(6_000_001), keyId: null, model: null },
    ],
    ['a probe that does not exist', 'cases:check', { id: 'id-1', probe: 'delete_everything', consent: true }],
    [
      'a policy made up by the window',
      'admin:preview',
      { keyId: 'id-1', project: 'proj_1', wish: { kind: 'restore', policy: { kind: 'none' } } },
    ],
    ['a change that nobody confirmed', 'admin:apply', { id: 'id-1', confirmed: false }],
    [
      'a project id that is none',
      'admin:read_project',
      { keyId: 'id-1', project: '../organization/admin_api_keys' },
    ],
    ['proof claimed by the window', 'cases:wizard', { id: 'id-1', event: { kind: 'proved', at: 'now' } }],
  ] as const)('refuses %s', (_name, channel, request) => {
    expect(SCHEMAS[channel].safeParse(request).success).toBe(false);
  });
});

describe('a schema that differs from the contract does not compile', () => {
  const id = z.string();
  const exact = { 'history:read': z.strictObject({ id }) };
  const lacking = { 'history:read': z.strictObject({}) };
  const other = { 'history:read': z.strictObject({ id: z.number() }) };
  const stricter = { 'history:read': z.strictObject({ id, page: z.number() }) };
  const narrower = { 'history:read': z.strictObject({ id: z.literal('one') }) };
  type One = Pick<SchemasOf<'history'>, 'history:read'>;

  it('where it leaves out a field, or takes one for something else', () => {
    expectTypeOf(exact).toExtend<One>();
    expectTypeOf(lacking).not.toExtend<One>();
    expectTypeOf(other).not.toExtend<One>();
  });

  it('where it asks for more', () => {
    expectTypeOf<Stricter<typeof exact>>().toEqualTypeOf<never>();
    expectTypeOf<Stricter<typeof stricter>>().toEqualTypeOf<'history:read'>();
    expectTypeOf<Stricter<typeof narrower>>().toEqualTypeOf<'history:read'>();
  });
});

describe('a key in a field for something else', () => {
  const KEY = ['sk', 'proj', 'Qx7_'.repeat(12)].join('-');
  const cells = [{ keyId: 'id-1', models: ['gpt-5.5', KEY] }];
  const mistakes: readonly (readonly [Channel, object])[] = [
    ['keys:add', { secret: KEY, label: KEY, baseUrl: null }],
    ['keys:edit', { id: 'id-1', label: KEY, note: '', colour: null, sentFor: NO_HEADERS }],
    ['keys:edit', { id: 'id-1', label: '', note: `the key: ${KEY}`, colour: null, sentFor: NO_HEADERS }],
    ['imports:commit', { id: 'id-1', rows: [{ row: 0, label: KEY }], baseUrl: null }],
    ['cases:open', { text: null, keyId: 'id-1', model: KEY }],
    ['cases:choose', { id: 'id-1', keyId: null, model: KEY }],
    ['matrix:start', { kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false }],
    ['matrix:estimate', { cells }],
    ['matrix:export', { format: 'csv', language: 'en', what: { kind: 'cells', cells } }],
    ['matrix:retest', { keyId: 'id-1', model: KEY, probe: 'free_probe', consent: false }],
    ['history:timeline', { keyId: 'id-1', model: KEY }],
    ['admin:add_key', { secret: KEY, label: KEY, baseUrl: null }],
    ['admin:preview', { keyId: 'id-1', project: 'proj_1', wish: { kind: 'let_through', models: [KEY] } }],
  ];

  it.each(mistakes)('is refused by %s, and said', (channel, request) => {
    const parsed = SCHEMAS[channel].safeParse(request);
    expect(parsed.error && refusalOf(parsed.error)).toBe('looks_like_secret');
  });

  it('does not excuse a request that is wrong otherwise', () => {
    const parsed = SCHEMAS['keys:add'].safeParse({ secret: 1, label: KEY, baseUrl: null });
    expect(parsed.error && refusalOf(parsed.error)).toBe('bad_request');
  });

  it.each(['Staging · bob@corp.test', 'ft:gpt-4.1:maple:robot:7', 'see https://wiki.test/keys @bob'])(
    'is not seen in “%s”',
    (note) => {
      const request = SCHEMAS['keys:edit'];
      expect(
        request.safeParse({ id: 'id-1', label: '', note, colour: null, sentFor: NO_HEADERS }).success,
      ).toBe(true);
    },
  );

  it('is seen in the credentials of an address', () => {
    const note = 'https://bob:hunter2@proxy.test/';
    const request = SCHEMAS['keys:edit'];
    expect(
      request.safeParse({ id: 'id-1', label: '', note, colour: null, sentFor: NO_HEADERS }).success,
    ).toBe(false);
  });
});
