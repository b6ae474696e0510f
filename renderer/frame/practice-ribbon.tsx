import type { AppInfo } from '../../shared/ipc/views';
import { useText } from '../text/use-text';
import { LeavePractice } from '../ui/leave-practice';
import styles from './frame.module.css';
import { PracticeMenu } from './practice-menu';

/** Always there in practice, so that nobody takes it for the real thing. */
export function PracticeRibbon({ info }: { readonly info: AppInfo }) {
  const { say } = useText();
  return (
    <aside className={styles['ribbon']} aria-label={say('practice.name')} data-testid="practice-ribbon">
      <span className={styles['ribbonName']}>{say('practice.name')}</span>
      <span className={styles['ribbonText']}>
        {say('practice.ribbon')} {info.practiceOnly && say('practice.only')}
      </span>
      <PracticeMenu />
      {!info.practiceOnly && (
        <LeavePractice size="compact-sm" variant="default">
          {say('practice.leave')}
        </LeavePractice>
      )}
    </aside>
  );
}
