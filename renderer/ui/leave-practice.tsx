import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PracticeWork } from '../../shared/practice/views';
import type { CallError } from '../state/bridge';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useCall, useSwitchPractice } from '../state/queries';
import { formatList } from '../text/format';
import { useText } from '../text/use-text';
import { ConfirmDialog } from './confirm-dialog';
import { CallAlert } from './notice';

/** A way out of practice that asks first where something would be lost. */
interface WayOut {
  readonly leave: () => void;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly forgetError: () => void;
  /** To be drawn by whoever offers the way. */
  readonly dialog: ReactNode;
}

/** `carry`: a text to go on with, which then stands in the box for errors; null for none. */
export function useLeavePractice(carry: string | null = null): WayOut {
  const { say, language } = useText();
  const { go } = useNavigation();
  const { change } = useDraft();
  const [asking, setAsking] = useState(false);
  const [lost, setLost] = useState<readonly PracticeWork[]>([]);
  const unfinished = useCall((doctor) => doctor.practice.unfinished);
  const leave = useSwitchPractice(
    (doctor) => doctor.app.leave_practice,
    () => {
      if (carry !== null) change({ text: carry, pasted: true });
      go({ kind: 'diagnose' });
    },
  );
  const askOrLeave = (work: readonly PracticeWork[]) => {
    if (work.length === 0) return leave.mutate();
    setLost(work);
    setAsking(true);
  };
  const forgetError = () => {
    unfinished.reset();
    leave.reset();
  };
  const names = lost.map((work) => say(`practice.leaving.lost.${work}`));
  return {
    leave: () => unfinished.mutate({}, { onSuccess: askOrLeave }),
    busy: unfinished.isPending || leave.isPending,
    // The dialog says by itself what went wrong in it.
    error: asking ? null : (unfinished.error ?? leave.error),
    forgetError,
    dialog: (
      <ConfirmDialog
        opened={asking}
        title={say('practice.leaving.title')}
        explanation={say('practice.leaving.explanation', { lost: formatList(names, language) })}
        confirm={say('practice.leave')}
        busy={leave.isPending}
        error={leave.error}
        onConfirm={() => leave.mutate()}
        onClose={() => setAsking(false)}
      />
    ),
  };
}

interface LeavePracticeProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly carry?: string | null;
  readonly children: ReactNode;
}

export function LeavePractice({ carry = null, children, ...look }: LeavePracticeProps) {
  const { leave, busy, error, dialog } = useLeavePractice(carry);
  return (
    <>
      <Button {...look} loading={busy} onClick={leave}>
        {children}
      </Button>
      <CallAlert error={error} />
      {dialog}
    </>
  );
}
