import { Button } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';

interface LiftPauseProps {
  /** Called once nothing is held back any more. */
  readonly onLifted?: () => void;
  /** Where the place for it is narrow: how its words give way to its sign. */
  readonly narrow?: { readonly className?: string | undefined; readonly title: string };
  /** What it is called where more than the pause ends with it: a run goes on. */
  readonly children?: ReactNode;
}

/** Lets the person go on although a server asked for a pause. Nothing is sent by the button itself unless a run waits. */
export function LiftPause({ onLifted, narrow, children }: LiftPauseProps) {
  const { say } = useText();
  const lift = useCall((doctor) => doctor.matrix.lift_pause);
  if (lift.isSuccess && onLifted === undefined) return <span role="status">{say('errors.pauseLifted')}</span>;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerTrackNext size={15} />}
      {...narrow}
      loading={lift.isPending}
      onClick={() => lift.mutate({}, { onSuccess: () => onLifted?.() })}
    >
      {children ?? say('errors.liftPause')}
    </Button>
  );
}
