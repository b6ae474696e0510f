import { Text } from '@mantine/core';
import type { Reading } from '../../shared/errors/reading';
import { useText } from '../text/use-text';

/** The line that a text would have needed for its cause to be told. */
export function NeededLine({ reading }: { readonly reading: Reading | null }) {
  const { say } = useText();
  // A case that was kept before this was read holds none.
  const needed = reading?.needed ?? null;
  if (needed === null) return null;
  return (
    <Text size="sm" mt={6} data-testid="needed" data-needed={needed}>
      {say(`verdict.needed.${needed}`)}
    </Text>
  );
}
