import { Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChevronDown, IconListCheck, IconRefresh } from '@tabler/icons-react';
import { hasFailed } from '../../shared/matrix/cell';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { CallAlert } from '../ui/notice';
import { RETEST_KEYS } from '../ui/use-retest-shortcut';
import {
  chooseBlock,
  chooseWhere,
  type Grid,
  NOTHING_CHOSEN,
  type Place,
  type Selection,
  sizeOf,
} from './grid-model';
import styles from './matrix.module.css';

interface ToolbarProps {
  readonly grid: Grid;
  readonly selection: Selection;
  readonly cursor: Place;
  readonly words: boolean;
  readonly busy: boolean;
  readonly onWords: (words: boolean) => void;
  readonly onChoose: (selection: Selection) => void;
  readonly onFill: () => void;
  readonly onConfirmFree: () => void;
  readonly onConfirmReal: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { grid, selection, busy, words } = props;
  const { say } = useText();
  const exported = useCall('matrix:export');
  const chosen = sizeOf(selection);
  return (
    <>
      <div className={styles['bar']}>
        <Button size="xs" leftSection={<IconRefresh size={15} />} disabled={busy} onClick={props.onFill}>
          {say('matrix.refill')}
        </Button>
        <ChooseMenu {...props} />
        <Tooltip label={say('matrix.retestHint', { keys: RETEST_KEYS })} withinPortal>
          <Button size="xs" variant="light" disabled={busy} onClick={props.onConfirmFree}>
            {say('matrix.confirmFree')}
          </Button>
        </Tooltip>
        <Button size="xs" variant="default" disabled={busy} onClick={props.onConfirmReal}>
          {say('matrix.confirmReal')}
        </Button>
        <span className={styles['grow']} />
        <SegmentedControl
          size="xs"
          aria-label={say('matrix.density.label')}
          value={words ? 'words' : 'signs'}
          onChange={(value) => props.onWords(value === 'words')}
          data={[
            { value: 'words', label: say('matrix.density.words') },
            { value: 'signs', label: say('matrix.density.signs') },
          ]}
        />
        <ExportMenu busy={exported.isPending} onExport={(format) => exported.mutate({ format })} />
      </div>
      <CallAlert error={exported.error} onClose={exported.reset} />
      <div className={styles['facts']}>
        <span>{say('matrix.keyCount', { count: grid.rows.length })}</span>
        <span>{say('matrix.modelCount', { count: grid.columns.length })}</span>
        {chosen > 0 && <strong>{say('matrix.selectedCount', { count: chosen })}</strong>}
        <span>{say('matrix.hint')}</span>
      </div>
    </>
  );
}

function ChooseMenu({ grid, cursor, onChoose }: ToolbarProps) {
  const { say } = useText();
  const last = { row: grid.rows.length - 1, column: grid.columns.length - 1 };
  const choices = [
    ['failed', () => chooseWhere(grid, hasFailed)],
    ['unknown', () => chooseWhere(grid, (cell) => cell.state === 'unknown')],
    ['listed', () => chooseWhere(grid, (cell) => cell.state === 'listed')],
    ['row', () => chooseBlock(grid, { ...cursor, column: 0 }, { ...cursor, column: last.column })],
    ['column', () => chooseBlock(grid, { ...cursor, row: 0 }, { ...cursor, row: last.row })],
    ['all', () => chooseWhere(grid, () => true)],
    ['none', () => NOTHING_CHOSEN],
  ] as const;
  return (
    <Menu position="bottom-start" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconListCheck size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {say('matrix.select.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([name, choose]) => (
          <Menu.Item key={name} onClick={() => onChoose(choose())}>
            {say(`matrix.select.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
