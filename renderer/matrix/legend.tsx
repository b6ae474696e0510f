import { ActionIcon, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useText } from '../text/use-text';
import { PopPanel } from '../ui/pop-panel';
import { LOOKS } from './cell-look';
import styles from './legend.module.css';

/** What the signs of the cells mean, and how cells are chosen. */
export function LegendButton() {
  const { say } = useText();
  return (
    <PopPanel
      position="bottom-end"
      width={330}
      withArrow
      target={(toggle) => (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say('matrix.legend')}
          title={say('matrix.legend')}
          onClick={toggle}
        >
          <IconHelp size={17} />
        </ActionIcon>
      )}
    >
      <Legend />
      <Text size="xs" c="dimmed" mt={10}>
        {say('matrix.hint')}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {say('matrix.mouseHint')}
      </Text>
    </PopPanel>
  );
}

function Legend() {
  const { say } = useText();
  return (
    <ul className={styles['legend']} aria-label={say('matrix.legend')}>
      {Object.values(LOOKS).map(({ tone, Icon, word }) => (
        <li key={word}>
          <span className={styles['sign']} data-tone={tone}>
            <Icon size={14} aria-hidden />
          </span>
          {say(word)}
        </li>
      ))}
    </ul>
  );
}
