/**
 * A main process in memory, to draw and test the window without one. Answers are invented; rules are the real ones
 * of `shared/`.
 */

import type { ErrorCode, IpcError } from '../../../shared/base/error-codes';
import { err, ok, type Result } from '../../../shared/base/result';
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/base/settings';
import type { CaseSummary, CaseView, WatchAttempt } from '../../../shared/case/views';
import type { CheckRecord } from '../../../shared/history/check';
import type { ChangeTopic, DoctorApi } from '../../../shared/ipc/contract';
import type { AppInfo } from '../../../shared/ipc/views';
import { type KeySummary, OPENAI_BASE_URL, type VaultStatus } from '../../../shared/keys/key';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { linkUrl } from '../../../shared/remedies/links';
import { advance } from '../../../shared/wizard/wizard';
import { appInfo } from '../../support/app-info';
import { checkRecord } from '../../support/check-record';
import { inventedAdmin } from './fake-admin';
import { judged, openCase, probed, step, summaryOf, watched, watchStarted } from './fake-cases';
import { inventedProbing } from './fake-probing';
import { inventedKeys, inventedScenarios, PROJECT } from './fake-world';

export interface FakeOptions {
  readonly now: () => Date;
  /** Waits as a network would; tests pass one that doesn't. */
  readonly wait: (ms: number) => Promise<void>;
  readonly info?: Partial<AppInfo>;
  readonly settings?: Partial<Settings>;
  readonly vault?: Partial<VaultStatus>;
  readonly keys?: readonly KeySummary[];
  /** Makes a channel fail, as in `{ 'cases:open': 'store_failed' }`. */
  readonly failing?: Readonly<Record<string, ErrorCode>>;
}

const INFO = appInfo({ environmentVariables: ['OPENAI_API_KEY', 'OPENAI_PROJECT_ID'] });

const FLICKER: readonly WatchAttempt['outcome'][] = [
  'refused',
  'success',
  'refused',
  'success',
  'success',
  'success',
];
const NEXT_TEST_MS = 4_000;

export function createFakeDoctor(options: FakeOptions): DoctorApi {
  return new FakeDoctor(options).api();
}

class FakeDoctor {
  private info: AppInfo;
  private settings: Settings;
  private vault: VaultStatus;
  private keys: readonly KeySummary[];
  private readonly cases = new Map<string, CaseView>();
  private deletedCases: { readonly cases: readonly CaseView[]; readonly until: string } | null = null;
  private readonly listeners = new Set<(topic: ChangeTopic) => void>();
  private readonly options: FakeOptions;
  private fixed = false;
  private count = 0;

  constructor(options: FakeOptions) {
    this.options = options;
    this.info = { ...INFO, ...options.info };
    this.settings = { ...DEFAULT_SETTINGS, ...options.settings };
    this.vault = { store: 'keychain', state: 'ready', backend: 'secret_service', ...options.vault };
    this.keys = options.keys ?? inventedKeys(this.at());
  }

  api(): DoctorApi {
    const probing = inventedProbing();
    return {
      app: this.app(),
      keys: this.keyVerbs(),
      imports: this.importVerbs(),
      cases: this.caseVerbs(),
      ...probing,
      matrix: {
        ...probing.matrix,
        retest: (request) =>
          request.model === null ? this.testKey(request.keyId) : probing.matrix.retest(request),
      },
      ...inventedAdmin(),
      practice: {
        scenarios: () => this.reply('practice:scenarios', () => inventedScenarios()),
        prepare: () => this.reply('practice:prepare', () => null),
        inventory: () => this.reply('practice:inventory', () => ({ organizations: [], projects: [PROJECT] })),
        unfinished: () => this.reply('practice:unfinished', () => []),
        state: () => this.reply('practice:state', () => ({ condition: 'normal', large: false })),
        set_condition: ({ condition }) =>
          this.reply('practice:set_condition', () => ({ condition, large: false })),
        enlarge: () => this.reply('practice:enlarge', () => ({ condition: 'normal', large: true })),
      },
      onChange: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private app(): DoctorApi['app'] {
    return {
      info: () => this.reply('app:info', () => this.info),
      enter_practice: () => this.reply('app:enter_practice', () => this.switchMode('practice')),
      leave_practice: () => this.reply('app:leave_practice', () => this.switchMode('real')),
      read_settings: () => this.reply('app:read_settings', () => this.settings),
      write_settings: (request) => this.reply('app:write_settings', () => this.write(request)),
      open_link: ({ link, caseId }) => {
        const url = linkUrl(link, caseId === null ? null : (this.cases.get(caseId)?.verdict.project ?? null));
        return url.ok
          ? this.reply('app:open_link', () => ({ url: url.value }))
          : this.decline('link_needs_project');
      },
      show_set_aside: () => this.decline('not_found'),
      restore_set_aside: () => this.reply('app:restore_set_aside', () => ({ restored: 427 })),
      dismiss_set_aside: () => this.reply('app:dismiss_set_aside', () => this.info),
      show_saved: () => this.decline('not_found'),
      preview_support: () =>
        this.reply('app:preview_support', () => ({ id: 'support-1', text: '## App\nversion: 0.1.0\n' })),
      save_support: () =>
        this.reply('app:save_support', () => ({ saved: true, id: 'saved-1', name: 'support.txt' })),
      read_log: () => this.reply('app:read_log', () => ({ entries: [], isWhole: true })),
      show_log: () => this.reply('app:show_log', () => null),
      storage: () => this.reply('app:storage', () => ({ database: '/home/robin/doctor.sqlite', log: null })),
      show_data: () => this.reply('app:show_data', () => null),
      licences: () => this.reply('app:licences', () => []),
      keep_draft: () => this.reply('app:keep_draft', () => null),
      kept_draft: () => this.reply('app:kept_draft', () => null),
      copy_text: () => this.reply('app:copy_text', () => null),
      arrival: () => this.reply('app:arrival', () => null),
      take_arrival: () => this.decline('not_found'),
      dismiss_arrival: () => this.reply('app:dismiss_arrival', () => null),
    };
  }

  private keyVerbs(): DoctorApi['keys'] {
    return {
      list: () => this.reply('keys:list', () => this.keys),
      add: ({ secret, label, baseUrl }) =>
        secret.trim() === ''
          ? this.decline('key_empty')
          : this.reply('keys:add', () => this.addKey(secret, label, baseUrl)),
      edit: ({ id, ...wish }) => this.changeKey('keys:edit', id, wish),
      rotate: ({ id, secret }) => this.changeKey('keys:rotate', id, { lastFour: secret.slice(-4) }),
      delete: ({ ids }) =>
        this.reply('keys:delete', () => {
          this.keys = this.keys.filter((key) => !ids.includes(key.id));
          return null;
        }),
      undo_delete: () => this.decline('not_found'),
      activity: () => this.reply('keys:activity', () => ({ deleted: null, recovered: null, unreadable: 0 })),
      review_vault: () =>
        this.reply('keys:review_vault', () => ({
          checked: this.keys.length,
          missing: 0,
          changed: 0,
          unclaimed: [],
        })),
      adopt_unclaimed: () => this.reply('keys:adopt_unclaimed', () => null),
      delete_unclaimed: () => this.reply('keys:delete_unclaimed', () => null),
      dismiss_recovered: () => this.reply('keys:dismiss_recovered', () => null),
      accept_changed: ({ id }) => this.changeKey('keys:accept_changed', id, { drift: null }),
      copy_secret: () => this.reply('keys:copy_secret', () => null),
      vault_status: () => this.reply('keys:vault_status', () => this.vault),
      use_session_only: () =>
        this.reply('keys:use_session_only', () => {
          this.vault = { ...this.vault, store: 'session' };
          return this.vault;
        }),
      retry_vault: () => this.reply('keys:retry_vault', () => this.vault),
    };
  }

  private importVerbs(): DoctorApi['imports'] {
    const none = (channel: string) => this.reply(channel, () => ({ kind: 'none' }) as const);
    return {
      state: () => none('imports:state'),
      text: () => none('imports:text'),
      file: () => none('imports:file'),
      dropped: () => none('imports:dropped'),
      environment: () => none('imports:environment'),
      commit: () => none('imports:commit'),
      cancel: () => none('imports:cancel'),
    };
  }

  private summaries(): readonly CaseSummary[] {
    const all = [...this.cases.values()].reverse().map(summaryOf);
    return all.toSorted((a, b) => Number(b.isPinned) - Number(a.isPinned));
  }

  private caseVerbs(): DoctorApi['cases'] {
    return {
      open: (request) =>
        this.reply('cases:open', () => {
          this.count += 1;
          return this.keep(openCase(`case-${this.count}`, this.at(), request));
        }),
      list: () => this.reply('cases:list', () => this.summaries()),
      read: ({ id }) => this.onCase('cases:read', id, (view) => view),
      all: () => this.reply('cases:all', () => ({ cases: this.summaries(), isWhole: true })),
      tag: ({ id, ...tag }) => this.onCase('cases:tag', id, (view) => ({ ...view, ...tag })),
      delete: ({ ids }) =>
        this.reply('cases:delete', () => {
          const until = new Date(this.options.now().getTime() + 10_000).toISOString();
          this.deletedCases = { cases: ids.flatMap((id) => this.cases.get(id) ?? []), until };
          for (const id of ids) this.cases.delete(id);
          return null;
        }),
      deleted: () =>
        this.reply('cases:deleted', () => {
          const { deletedCases: held } = this;
          return held === null ? null : { count: held.cases.length, until: held.until };
        }),
      undo_delete: () =>
        this.reply('cases:undo_delete', () => {
          for (const view of this.deletedCases?.cases ?? []) this.cases.set(view.id, view);
          this.deletedCases = null;
          return null;
        }),
      choose: ({ id, keyId, model }) =>
        this.onCase('cases:choose', id, (view) => judged({ ...view, keyId, model }, this.at())),
      check: ({ id, probe }) => this.check(id, probe),
      estimate: ({ id }) =>
        this.reply('cases:estimate', () => ({
          model: this.cases.get(id)?.model ?? '',
          endpoint: '/v1/responses',
          outputTokens: 16,
          expensive: false,
        })),
      cancel: ({ id }) => this.onCase('cases:cancel', id, (view) => ({ ...view, running: null })),
      wizard: ({ id, event }) =>
        this.onCase('cases:wizard', id, (view) => {
          const next = step(view, event);
          if (next.wizard.kind === 're_verify') this.fixed = true;
          return next;
        }),
      watch: ({ id }) => {
        const started = this.onCase('cases:watch', id, (view) => ({
          ...view,
          watch: watchStarted(this.options.now()),
        }));
        void this.watch(id);
        return started;
      },
      stop_watch: ({ id }) =>
        this.onCase('cases:stop_watch', id, (view) => ({
          ...view,
          watch: view.watch === null ? null : { ...view.watch, state: 'stopped', nextAt: null },
        })),
      compare: ({ id }) => this.onCase('cases:compare', id, (view) => view),
      state: ({ id, statement }) =>
        this.onCase('cases:state', id, (view) => ({
          ...view,
          evidence: [...view.evidence, { kind: 'statement', at: this.at(), statement }],
        })),
    };
  }

  private async check(id: string, probe: Parameters<DoctorApi['cases']['check']>[0]['probe']) {
    const running = { probe, startedAt: this.at() };
    await this.onCase('cases:check', id, (view) => ({ ...view, running }));
    this.tell({ kind: 'case', id });
    await this.options.wait(900);
    return this.onCase('cases:check', id, (view) => {
      const probes = probe === 'all_free' ? (['list', 'free_probe'] as const) : [probe];
      const done = probes.reduce((so, one) => probed(so, one, this.fixed, this.at()), view);
      return { ...done, running: null };
    });
  }

  private async watch(id: string): Promise<void> {
    for (const outcome of FLICKER) {
      await this.options.wait(NEXT_TEST_MS);
      const view = this.cases.get(id);
      if (view?.watch?.state !== 'running') return;
      const now = this.options.now();
      const watch = watched(view.watch, outcome, now, new Date(now.getTime() + NEXT_TEST_MS));
      const wizard =
        watch.state === 'proven' ? advance(view.wizard, { kind: 'proved', at: this.at() }) : view.wizard;
      this.keep({ ...probed(view, 'free_probe', outcome === 'success', this.at()), watch, wizard });
      this.tell({ kind: 'case', id });
    }
  }

  private at(): string {
    return this.options.now().toISOString();
  }

  private keep(view: CaseView): CaseView {
    this.cases.set(view.id, view);
    return view;
  }

  private tell(topic: ChangeTopic): void {
    for (const listener of this.listeners) listener(topic);
  }

  private switchMode(mode: AppInfo['mode']): AppInfo {
    this.info = { ...this.info, mode };
    this.vault = { ...this.vault, store: mode === 'practice' ? 'practice' : 'keychain' };
    this.cases.clear();
    return this.info;
  }

  private write(settings: Settings): Settings {
    this.settings = settings;
    return settings;
  }

  private addKey(secret: string, label: string, baseUrl: string | null): KeySummary {
    this.count += 1;
    const key: KeySummary = {
      id: `key-added-${this.count}`,
      label: label === '' ? 'Project key' : label,
      kind: 'project',
      lastFour: secret.trim().slice(-4),
      baseUrl: baseUrl ?? OPENAI_BASE_URL,
      organization: null,
      project: null,
      addedAt: this.at(),
      checkedAt: null,
      health: null,
      note: '',
      colour: null,
      learnedAt: null,
      hostSeen: null,
      sentFor: NO_HEADERS,
      drift: null,
    };
    this.keys = [...this.keys, key];
    return key;
  }

  private async testKey(keyId: string): Promise<Result<CheckRecord, IpcError>> {
    const health = { kind: 'accepted', models: 4 } as const;
    const tested = await this.changeKey('matrix:retest', keyId, { checkedAt: this.at(), health });
    return tested.ok ? ok(checkRecord({ id: `check-${keyId}`, keyId })) : tested;
  }

  private changeKey(channel: string, id: string, part: Partial<KeySummary>) {
    const key = this.keys.find((candidate) => candidate.id === id);
    if (key === undefined) return this.decline('not_found');
    const changed = { ...key, ...part };
    this.keys = this.keys.map((candidate) => (candidate.id === id ? changed : candidate));
    return this.reply(channel, () => changed);
  }

  private onCase(channel: string, id: string, change: (view: CaseView) => CaseView) {
    const view = this.cases.get(id);
    if (view === undefined) return this.decline('not_found');
    return this.reply(channel, () => this.keep(change(view)));
  }

  private async reply<T>(channel: string, answer: () => T): Promise<Result<T, IpcError>> {
    const code = this.options.failing?.[channel];
    return code === undefined ? ok(answer()) : err({ code, values: {} });
  }

  private async decline(code: ErrorCode): Promise<{ readonly ok: false; readonly error: IpcError }> {
    return err({ code, values: {} });
  }
}
