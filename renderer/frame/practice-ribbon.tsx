import { Button } from '@mantine/core';
import type { AppInfo } from '../../shared/ipc/views';
import { useNavigation } from '../state/navigation';
import { useSwitchPractice } from '../state/queries';
import { useText } from '../text/use-text';
import styles from './frame.module.css';

/** Always there in practice, so that nobody takes it for the real thing. */
export function PracticeRibbon({ info }: { readonly info: AppInfo }) {
  const { say } = useText();
  const { go } = useNavigation();
  const leave = useSwitchPractice('app:leave_practice');
  return (
    <aside className={styles['ribbon']} aria-label={say('practice.name')} data-testid="practice-ribbon">
      <span className={styles['ribbonName']}>{say('practice.name')}</span>
      <span className={styles['ribbonText']}>
        {say('practice.ribbon')} {info.practiceOnly && say('practice.only')}
      </span>
      {!info.practiceOnly && (
        <Button
          size="compact-sm"
          variant="default"
          loading={leave.isPending}
          onClick={() => leave.mutate(undefined, { onSuccess: () => go({ kind: 'diagnose' }) })}
        >
          {say('practice.leave')}
        </Button>
      )}
    </aside>
  );
}
