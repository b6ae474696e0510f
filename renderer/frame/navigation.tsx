import { Kbd, UnstyledButton } from '@mantine/core';
import {
  IconGridDots,
  IconHistory,
  IconKey,
  IconSearch,
  IconSettings,
  IconShieldLock,
  IconStethoscope,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseSummary } from '../../shared/ipc/views';
import { ariaKeysOf, hintOf, type PAGE_SHORTCUTS } from '../palette/shortcuts';
import { useNavigation } from '../state/navigation';
import { useCases } from '../state/queries';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { OutcomeIcon } from '../ui/outcome-icon';
import { BrandMark } from './brand-mark';
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
      <Item name="matrix" icon={<IconGridDots size={18} aria-hidden />} />
      <Item name="history" icon={<IconHistory size={18} aria-hidden />} />
      <RecentCases />
      <Item name="settings" icon={<IconSettings size={18} aria-hidden />} />
    </nav>
  );
}

interface ItemProps {
  readonly name: (typeof PAGE_SHORTCUTS)[number];
  readonly icon: ReactNode;
}

function Item({ name, icon }: ItemProps) {
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
    </UnstyledButton>
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
  const cause =
    summary.cause === null
      ? say(`verdict.outcome.${summary.outcome}`)
      : say(`verdict.cause.${summary.cause}.title`);
  return (
    <li>
      <UnstyledButton
        className={`${styles['item']} ${styles['recentItem']}`}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ kind: 'case', id: summary.id, part: 'verdict' })}
      >
        <span className={styles['dot']}>
          <OutcomeIcon outcome={summary.wizard === 'proven' ? 'open' : summary.outcome} size={15} />
        </span>
        <span className={styles['recentText']}>
          <span className={styles['recentModel']}>{summary.model ?? say('app.navigation.noModel')}</span>
          <span className={styles['recentCause']}>{cause}</span>
        </span>
      </UnstyledButton>
    </li>
  );
}
