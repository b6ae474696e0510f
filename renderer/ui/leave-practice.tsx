import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PracticeWork } from '../../shared/practice/views';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useCall, useSwitchPractice } from '../state/queries';
import { formatList } from '../text/format';
import { useText } from '../text/use-text';
import { ConfirmDialog } from './confirm-dialog';
import { CallAlert } from './notice';

interface LeavePracticeProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** A text to go on with: it then stands in the box for errors. */
  readonly carry?: string | null;
  readonly children: ReactNode;
}

/** Asks first where something would be lost. */
export function LeavePractice({ carry = null, children, ...look }: LeavePracticeProps) {
  const { say, language } = useText();
  const { go } = useNavigation();
  const { change } = useDraft();
  const [asking, setAsking] = useState(false);
  const [lost, setLost] = useState<readonly PracticeWork[]>([]);
  const unfinished = useCall('practice:unfinished');
  const leave = useSwitchPractice('app:leave_practice', () => {
    if (carry !== null) change({ text: carry, pasted: true });
    go({ kind: 'diagnose' });
  });
  const askOrLeave = (work: readonly PracticeWork[]) => {
    if (work.length === 0) return leave.mutate();
    setLost(work);
    setAsking(true);
  };
  const ask = () => unfinished.mutate({}, { onSuccess: askOrLeave });
  return (
    <>
      <Button {...look} data-leave-practice loading={unfinished.isPending || leave.isPending} onClick={ask}>
        {children}
      </Button>
      {!asking && <CallAlert error={unfinished.error ?? leave.error} />}
      <ConfirmDialog
        opened={asking}
        title={say('practice.leaving.title')}
        explanation={say('practice.leaving.explanation', {
          lost: formatList(
            lost.map((work) => say(`practice.leaving.lost.${work}`)),
            language,
          ),
        })}
        confirm={say('practice.leave')}
        busy={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
