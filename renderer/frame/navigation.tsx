import { Kbd, UnstyledButton } from '@mantine/core';
import {
  IconEye,
  IconGridDots,
  IconHistory,
  IconKey,
  IconSearch,
  IconSettings,
  IconShieldLock,
  IconStethoscope,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseSummary } from '../../shared/case/views';
import type { Say } from '../../shared/messages/say';
import { lineOf } from '../../shared/report/headline';
import { useNavigation } from '../state/navigation';
import { useCases, useCurrentRuns } from '../state/queries';
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
  const cases = useCases().data ?? [];
  return (
    <>
      <h2 className={styles['recentTitle']} id="recent-cases">
        {say('app.navigation.recent')}
      </h2>
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
        <span className={styles['recentText']}>
          <span className={styles['recentModel']}>{summary.model ?? say('app.navigation.noModel')}</span>
          <span className={styles['recentCause']}>{stateText(summary, say)}</span>
        </span>
      </UnstyledButton>
    </li>
  );
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
