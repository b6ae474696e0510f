import type { ReactNode } from 'react';
import styles from './matrix.module.css';

/** For a button whose sign stands alone in a narrow window; the name is what its words say. */
export function collapsing(name: string) {
  return { className: styles['collapsing'], 'aria-label': name, title: name } as const;
}

/** The words of such a button. */
export function Collapsed({ children }: { readonly children: ReactNode }) {
  return <span className={styles['collapsed']}>{children}</span>;
}
