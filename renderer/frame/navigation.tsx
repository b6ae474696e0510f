import { UnstyledButton } from '@mantine/core';
import {
  IconGridDots,
  IconHistory,
  IconKey,
  IconSettings,
  IconShieldLock,
  IconStethoscope,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseSummary } from '../../shared/ipc/views';
import { type Page, useNavigation } from '../state/navigation';
import { useCases } from '../state/queries';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { OutcomeIcon } from '../ui/outcome-icon';
import { BrandMark } from './brand-mark';
import styles from './frame.module.css';

export function Navigation() {
  const { say } = useText();
  return (
    <nav className={styles['navigation']} aria-label={say('app.navigation.label')}>
      <div className={styles['brand']}>
        <BrandMark />
        {say('app.name')}
      </div>
      <Item page={{ kind: 'diagnose' }} icon={<IconStethoscope size={18} aria-hidden />}>
        {say('app.navigation.diagnose')}
      </Item>
      <Item page={{ kind: 'keys' }} icon={<IconKey size={18} aria-hidden />}>
        {say('app.navigation.keys')}
      </Item>
      <Item page={{ kind: 'admin' }} icon={<IconShieldLock size={18} aria-hidden />}>
        {say('app.navigation.admin')}
      </Item>
      <Item page={{ kind: 'matrix' }} icon={<IconGridDots size={18} aria-hidden />}>
        {say('app.navigation.matrix')}
      </Item>
      <Item page={{ kind: 'history' }} icon={<IconHistory size={18} aria-hidden />}>
        {say('app.navigation.history')}
      </Item>
      <RecentCases />
      <Item page={{ kind: 'settings' }} icon={<IconSettings size={18} aria-hidden />}>
        {say('app.navigation.settings')}
      </Item>
    </nav>
  );
}

interface ItemProps {
  readonly page: Page;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Item({ page, icon, children }: ItemProps) {
  const { page: current, go } = useNavigation();
  const here = current.kind === page.kind;
  return (
    <UnstyledButton
      className={styles['item']}
      aria-current={here ? 'page' : undefined}
      onClick={() => go(page)}
    >
      {icon}
      {children}
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
