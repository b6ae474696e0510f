import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useText } from '../text/use-text';
import { EmptyState } from '../ui/empty-state';

/** In place of the grid where the filter leaves nothing of it. */
export function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { say } = useText();
  return (
    <EmptyState icon={IconFilterOff} title={say('matrix.noMatch')}>
      <Button variant="default" leftSection={<IconFilterOff size={15} />} onClick={onClear}>
        {say('matrix.filter.clear')}
      </Button>
    </EmptyState>
  );
}
