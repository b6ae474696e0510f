import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useSwitchPractice } from '../state/queries';
import { CallAlert } from './notice';

interface LeavePracticeProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** A text to go on with: it then stands in the box for errors. */
  readonly carry?: string | null;
  readonly children: ReactNode;
}

export function LeavePractice({ carry = null, children, ...look }: LeavePracticeProps) {
  const { go } = useNavigation();
  const { change } = useDraft();
  const leave = useSwitchPractice('app:leave_practice', () => {
    if (carry !== null) change({ text: carry, pasted: true });
    go({ kind: 'diagnose' });
  });
  return (
    <>
      <Button {...look} loading={leave.isPending} onClick={() => leave.mutate()}>
        {children}
      </Button>
      <CallAlert error={leave.error} onClose={leave.reset} />
    </>
  );
}
