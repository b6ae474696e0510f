/** What the palette offers: pages, commands, cases and keys. */

import type { Settings } from '../../shared/base/settings';
import type { CaseSummary } from '../../shared/case/views';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/history/views';
import type { AppInfo, Page } from '../../shared/ipc/views';
import type { KeySummary } from '../../shared/keys/key';
import type { MessageKey, MessageValues, Say } from '../../shared/messages/say';
import { sayIn } from '../../shared/messages/say';
import { lineOf } from '../../shared/report/headline';
import { caseTitle } from '../text/case-title';
import { PAGE_SHORTCUTS, type ShortcutName } from '../ui/shortcuts';

export type Action =
  | { readonly kind: 'go'; readonly page: Page }
  | { readonly kind: 'new_diagnosis' }
  | { readonly kind: 'open_key'; readonly id: string }
  | { readonly kind: 'fill_matrix' }
  | { readonly kind: 'export'; readonly what: 'matrix' | 'history'; readonly format: ExportFormat }
  | { readonly kind: 'enter_practice' }
  | { readonly kind: 'leave_practice' }
  | { readonly kind: 'write_settings'; readonly settings: Settings }
  | { readonly kind: 'show_shortcuts' };

export const GROUPS = ['pages', 'actions', 'cases', 'keys'] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** Stands beside the title, in smaller letters. */
  readonly detail?: string;
  /** What else it is found by. */
  readonly terms: readonly string[];
  readonly shortcut?: ShortcutName;
  readonly action: Action;
}

export interface KnownToPalette {
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly keys: readonly KeySummary[];
  readonly cases: readonly CaseSummary[];
}

export function commandsFor(known: KnownToPalette, say: Say): readonly Command[] {
  return [...pages(say), ...actions(known, say), ...cases(known, say), ...keys(known)];
}

/** In both languages: who has the console in English in mind searches in English. */
function named(key: MessageKey, say: Say, values: MessageValues = {}) {
  return { title: say(key, values), terms: [sayIn('en')(key, values), sayIn('ja')(key, values)] };
}

function pages(say: Say): readonly Command[] {
  return PAGE_SHORTCUTS.map((kind) => ({
    id: kind,
    group: 'pages',
    ...named(`app.navigation.${kind}`, say),
    shortcut: kind,
    action: { kind: 'go', page: { kind } },
  }));
}

function actions(known: KnownToPalette, say: Say): readonly Command[] {
  const command = (key: MessageKey, action: Action, values?: MessageValues): Command => ({
    id: `${key} ${values?.['format'] ?? ''}`,
    group: 'actions',
    ...named(key, say, values),
    action,
  });
  return [
    command('palette.action.newDiagnosis', { kind: 'new_diagnosis' }),
    ...(known.cases.length === 0
      ? []
      : [command('app.navigation.cases', { kind: 'go', page: { kind: 'cases' } })]),
    ...practice(known.info).map(([key, action]) => command(key, action)),
    ...(known.keys.length === 0 ? [] : [command('palette.action.fillMatrix', { kind: 'fill_matrix' })]),
    ...appearances(known.settings).map(([key, action]) => command(key, action)),
    command(...language(known.settings, known.info)),
    ...exports().map(([key, format, action]) =>
      command(key, action, { format: say(`matrix.format.${format}`) }),
    ),
    { ...command('palette.shortcut.sheet', { kind: 'show_shortcuts' }), shortcut: 'sheet' },
  ];
}

type Named = readonly [MessageKey, Action];

function practice({ mode, practiceOnly }: AppInfo): readonly Named[] {
  if (mode === 'real') return [['practice.card.enter', { kind: 'enter_practice' }]];
  return practiceOnly ? [] : [['practice.leave', { kind: 'leave_practice' }]];
}

const APPEARANCES = {
  light: 'palette.action.toLight',
  dark: 'palette.action.toDark',
  system: 'palette.action.toSystem',
} as const;

function appearances(settings: Settings): readonly Named[] {
  return (['light', 'dark', 'system'] as const)
    .filter((theme) => theme !== settings.theme)
    .map((theme) => [APPEARANCES[theme], { kind: 'write_settings', settings: { ...settings, theme } }]);
}

function language(settings: Settings, info: AppInfo): [MessageKey, Action] {
  const other = (settings.language ?? info.systemLanguage) === 'ja' ? 'en' : 'ja';
  const key = other === 'ja' ? 'palette.action.toJapanese' : 'palette.action.toEnglish';
  return [key, { kind: 'write_settings', settings: { ...settings, language: other } }];
}

function exports(): readonly (readonly [MessageKey, ExportFormat, Action])[] {
  return (['matrix', 'history'] as const).flatMap((what) =>
    EXPORT_FORMATS.map((format) => {
      const key = what === 'matrix' ? 'palette.action.exportMatrix' : 'palette.action.exportHistory';
      return [key, format, { kind: 'export', what, format }] as const;
    }),
  );
}

/** By what the sidebar shows of them. */
function cases(known: KnownToPalette, say: Say): readonly Command[] {
  return known.cases.map((summary) => {
    const { title: detail, terms } = named(lineOf(summary), say);
    return {
      id: summary.id,
      group: 'cases',
      title: caseTitle(summary, say),
      detail,
      terms: [...terms, ...[summary.project, summary.model].filter((term) => term !== null)],
      action: { kind: 'go', page: { kind: 'case', id: summary.id, part: 'verdict' } },
    };
  });
}

function keys(known: KnownToPalette): readonly Command[] {
  return known.keys.map((key) => ({
    id: key.id,
    group: 'keys',
    title: key.label,
    detail: `…${key.lastFour}`,
    terms: [key.lastFour, ...(key.project === null ? [] : [key.project])],
    action: { kind: 'open_key', id: key.id },
  }));
}
