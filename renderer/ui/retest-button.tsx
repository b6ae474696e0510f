import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useText } from '../text/use-text';
import { RETEST_KEYS, useRetestShortcut } from './use-retest-shortcut';

interface RetestButtonProps {
  readonly busy: boolean;
  readonly onTest: () => void;
}

/** In a panel: the same test once more, by the button or by the shortcut. */
export function RetestButton({ busy, onTest }: RetestButtonProps) {
  const { say } = useText();
  useRetestShortcut(onTest, 'dialog');
  return (
    <Button
      size="xs"
      leftSection={<IconRefresh size={15} />}
      loading={busy}
      title={say('matrix.retestShortcut', { keys: RETEST_KEYS })}
      onClick={onTest}
    >
      {say('matrix.details.retest')}
    </Button>
  );
}
