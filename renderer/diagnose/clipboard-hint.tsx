import { Button, Text } from '@mantine/core';
import { useCases, useSettings, useWriteSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import styles from './diagnose.module.css';
import { PASTE_BOX } from './intake';

/**
 * Tells once that the app can look at the clipboard, to somebody who has brought it an error before. Until it is
 * answered nothing is looked at.
 */
export function ClipboardHint() {
  const { say } = useText();
  const settings = useSettings().data;
  const cases = useCases().data ?? [];
  const write = useWriteSettings();
  if (settings === undefined || settings.offerClipboard !== null || cases.length === 0) return null;
  const choose = (offerClipboard: boolean) =>
    write.mutate({ ...settings, offerClipboard }, { onSuccess: () => keyboard.give(PASTE_BOX) });
  return (
    <div className={styles['hint']} data-testid="clipboard-hint">
      <Text size="sm" c="dimmed">
        {say('arrival.clipboard.hint')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => choose(true)}>
        {say('arrival.clipboard.turnOn')}
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => choose(false)}>
        {say('arrival.clipboard.notWanted')}
      </Button>
      <CallAlert error={write.error} onClose={write.reset} />
    </div>
  );
}
