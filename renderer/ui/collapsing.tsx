import type { ReactNode } from 'react';
import styles from './collapsing.module.css';

/** The class of a button whose sign stands alone in a narrow place. */
const COLLAPSING = styles['collapsing'] ?? '';

/** For such a button: its name is what its words say. */
export function collapsing(name: string) {
  return { className: COLLAPSING, 'aria-label': name, title: name } as const;
}

/** The words of such a button. */
export function Collapsed({ children }: { readonly children: ReactNode }) {
  return <span className={styles['collapsed']}>{children}</span>;
}
