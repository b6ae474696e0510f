import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useText } from '../text/use-text';
import { LOOKS } from './cell-look';
import styles from './legend.module.css';

/** What the signs of the cells mean, and how cells are chosen. */
export function LegendButton() {
  const { say } = useText();
  return (
    <Popover position="bottom-end" width={330} withinPortal withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={say('matrix.legend')}
          title={say('matrix.legend')}
        >
          <IconHelp size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1} data-autofocus>
        <Legend />
        <Text size="xs" c="dimmed" mt={10}>
          {say('matrix.hint')}
        </Text>
        <Text size="xs" c="dimmed" mt={4}>
          {say('matrix.mouseHint')}
        </Text>
      </Popover.Dropdown>
    </Popover>
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
