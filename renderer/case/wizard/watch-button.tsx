import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/case/views';
import type { ById } from '../../../shared/ipc/calls/call';
import type { useCaseCall } from '../../state/queries';
import { useText } from '../../text/use-text';
import { keyboard } from '../../ui/keyboard';
import { WATCH } from './watch-panel';

interface WatchButtonProps {
  readonly view: CaseView;
  readonly watch: ReturnType<typeof useCaseCall<ById>>;
  readonly variant: 'filled' | 'default';
}

/** Starts a watch; not there while one is under way, which has a button of its own to stop it. */
export function WatchButton({ view, watch, variant }: WatchButtonProps) {
  const { say } = useText();
  if (view.watch?.state === 'running') return null;
  return (
    <Button
      variant={variant}
      leftSection={<IconEye size={17} />}
      disabled={view.keyId === null || view.model === null || view.running !== null}
      loading={watch.isPending}
      onClick={() => watch.mutate({ id: view.id }, { onSuccess: () => keyboard.give(WATCH) })}
    >
      {say(view.watch === null ? 'wizard.watch.start' : 'wizard.watch.again')}
    </Button>
  );
}
