import { Kbd, UnstyledButton } from '@mantine/core';
import {
  IconEye,
  IconGridDots,
  IconHistory,
  IconKey,
  IconPinnedFilled,
  IconSearch,
  IconSettings,
  IconShieldLock,
  IconStethoscope,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Language } from '../../shared/base/settings';
import type { CaseSummary } from '../../shared/case/views';
import type { Say } from '../../shared/messages/say';
import { lineOf } from '../../shared/report/headline';
import { useNavigation } from '../state/navigation';
import { useCases, useCurrentRuns } from '../state/queries';
import { caseTitle } from '../text/case-title';
import { formatMoment, shortMoment } from '../text/format';
import { useText } from '../text/use-text';
import { OutcomeIcon } from '../ui/outcome-icon';
import { ariaKeysOf, hintOf, type PAGE_SHORTCUTS } from '../ui/shortcuts';
import styles from './frame.module.css';

interface NavigationProps {
  readonly onSearch: () => void;
}

export function Navigation({ onSearch }: NavigationProps) {
  const { say } = useText();
  return (
    <nav className={styles['navigation']} aria-label={say('app.navigation.label')}>
      <div className={styles['brand']}>
        <BrandMark />
        {say('app.name')}
      </div>
      <UnstyledButton
        className={styles['search']}
        aria-keyshortcuts={ariaKeysOf('palette')}
        onClick={onSearch}
      >
        <IconSearch size={15} aria-hidden />
        {say('palette.open')}
        <Kbd size="xs" aria-hidden>
          {hintOf('palette')}
        </Kbd>
      </UnstyledButton>
      <Item name="diagnose" icon={<IconStethoscope size={18} aria-hidden />} />
      <Item name="keys" icon={<IconKey size={18} aria-hidden />} />
      <Item name="admin" icon={<IconShieldLock size={18} aria-hidden />} />
      <Item name="matrix" icon={<IconGridDots size={18} aria-hidden />} note={<RunNote />} />
      <Item name="history" icon={<IconHistory size={18} aria-hidden />} />
      <RecentCases />
      <Item name="settings" icon={<IconSettings size={18} aria-hidden />} />
    </nav>
  );
}

interface ItemProps {
  readonly name: (typeof PAGE_SHORTCUTS)[number];
  readonly icon: ReactNode;
  /** Stands at the end of the line. */
  readonly note?: ReactNode;
}

function Item({ name, icon, note }: ItemProps) {
  const { say } = useText();
  const { page, go } = useNavigation();
  return (
    <UnstyledButton
      className={styles['item']}
      aria-current={page.kind === name ? 'page' : undefined}
      aria-keyshortcuts={ariaKeysOf(name)}
      onClick={() => go({ kind: name })}
    >
      {icon}
      {say(`app.navigation.${name}`)}
      {note}
    </UnstyledButton>
  );
}

/** How far a run is, on whatever page one is. */
function RunNote() {
  const { say } = useText();
  const run = useCurrentRuns().data?.run ?? null;
  if (run === null || (run.state !== 'running' && run.state !== 'paused')) return null;
  const percent = Math.floor(((run.done + run.dropped) / Math.max(1, run.total)) * 100);
  return (
    <span className={styles['note']} data-testid="run-note" data-state={run.state}>
      {say(run.state === 'paused' ? 'app.navigation.runPaused' : 'app.navigation.run', { percent })}
    </span>
  );
}

function RecentCases() {
  const { say } = useText();
  const { page, go } = useNavigation();
  const cases = useCases().data ?? [];
  return (
    <>
      <div className={styles['recentHead']}>
        <h2 className={styles['recentTitle']} id="recent-cases">
          {say('app.navigation.recent')}
        </h2>
        {cases.length > 0 && (
          <UnstyledButton
            className={styles['allCases']}
            aria-label={say('app.navigation.cases')}
            aria-current={page.kind === 'cases' ? 'page' : undefined}
            onClick={() => go({ kind: 'cases' })}
          >
            {say('app.navigation.allCases')}
          </UnstyledButton>
        )}
      </div>
      <ul className={styles['recent']} aria-labelledby="recent-cases">
        {cases.map((summary) => (
          <RecentCase key={summary.id} summary={summary} say={say} />
        ))}
        {cases.length === 0 && (
          <li
            className={styles['recentCause']}
            style={{ padding: '0 8px', fontSize: 12.5, whiteSpace: 'normal' }}
          >
            {say('app.navigation.noCases')}
          </li>
        )}
      </ul>
    </>
  );
}

function RecentCase({ summary, say }: { readonly summary: CaseSummary; readonly say: Say }) {
  const { language } = useText();
  const { page, go } = useNavigation();
  const here = page.kind === 'case' && page.id === summary.id;
  return (
    <li>
      <UnstyledButton
        className={`${styles['item']} ${styles['recentItem']}`}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ kind: 'case', id: summary.id, part: 'verdict' })}
      >
        <span className={styles['dot']}>
          {summary.watching === null ? (
            <OutcomeIcon outcome={summary.outcome} size={15} />
          ) : (
            <IconEye size={15} color="var(--doctor-accent)" aria-hidden />
          )}
        </span>
        <span className={styles['recentText']} title={titleOf(summary, say, language)}>
          <span className={styles['recentLine']}>
            <span className={styles['recentModel']} data-named={summary.name !== null}>
              {caseTitle(summary, say)}
            </span>
            <span className={styles['recentTime']}>
              {shortMoment(summary.updatedAt, language, new Date())}
            </span>
          </span>
          <span className={styles['recentCause']}>{stateText(summary, say)}</span>
        </span>
        {summary.isPinned && (
          <IconPinnedFilled
            className={styles['pinned']}
            size={13}
            role="img"
            aria-label={say('app.navigation.pinned')}
          />
        )}
      </UnstyledButton>
    </li>
  );
}

/** What tells two cases of one model and cause apart. */
function titleOf({ project, updatedAt }: CaseSummary, say: Say, language: Language): string {
  const at = formatMoment(updatedAt, language, new Date());
  return [project === null ? null : `${say('app.fact.project')} ${project}`, at].filter(Boolean).join(' · ');
}

/** While a case is watched, one success is not worth a word of its own. */
function stateText(summary: CaseSummary, say: Say): string {
  const { watching } = summary;
  return watching === null ? say(lineOf(summary)) : say('app.navigation.watching', watching);
}

/** A ladder whose stopped rung is marked: the app's sign. */
function BrandMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0f7480" />
      <path d="M10.5 6v20M21.5 6v20" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M10.5 23h11M10.5 17.6h11" stroke="#fff" strokeWidth="2.6" />
      <path d="M10.5 12.2h11" stroke="#ffd27a" strokeWidth="3.4" />
    </svg>
  );
}
