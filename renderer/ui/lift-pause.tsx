import { Button } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';

interface LiftPauseProps {
  /** Called once nothing is held back any more. */
  readonly onLifted?: () => void;
}

/** Lets the person go on although a server asked for a pause. Nothing is sent by the button itself unless a run waits. */
export function LiftPause({ onLifted }: LiftPauseProps) {
  const { say } = useText();
  const lift = useCall('matrix:lift_pause');
  if (lift.isSuccess && onLifted === undefined) return <span role="status">{say('errors.pauseLifted')}</span>;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerTrackNext size={15} />}
      loading={lift.isPending}
      onClick={() => lift.mutate({}, { onSuccess: () => onLifted?.() })}
    >
      {say('errors.liftPause')}
    </Button>
  );
}
