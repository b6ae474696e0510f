import type { ReactNode } from 'react';
import type { NamedFact } from '../../shared/report/named-facts';
import { useText } from '../text/use-text';
import { CopyIcon } from './copy';
import styles from './ui.module.css';

/** Facts side by side, each with a way to copy it. */
export function FactChips({ facts }: { readonly facts: readonly NamedFact[] }) {
  const { say } = useText();
  if (facts.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label={say('app.fact.list')}>
      {facts.map(({ name, value }) => (
        <li key={name} className={styles['chip']}>
          <span className={styles['chipName']}>{name}</span>
          <span className={styles['chipValue']} translate="no">
            {value}
          </span>
          <CopyIcon text={value} label={say('app.fact.copy', { name })} />
        </li>
      ))}
    </ul>
  );
}

interface PillProps {
  readonly tone: 'good' | 'bad' | 'warn' | 'info' | 'open';
  readonly title?: string;
  readonly children: ReactNode;
}

export function Pill({ tone, title, children }: PillProps) {
  return (
    <span className={styles['pill']} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
