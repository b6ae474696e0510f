import { Button, Indicator, Menu, SegmentedControl, Title, Tooltip } from '@mantine/core';
import { IconChevronDown, IconFilter, IconListCheck, IconListSearch, IconRefresh } from '@tabler/icons-react';
import { hasFailed } from '../../shared/matrix/cell';
import { useCall } from '../state/queries';
import { formatCount } from '../text/format';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { CallAlert } from '../ui/notice';
import { RETEST_KEYS } from '../ui/use-retest-shortcut';
import { chooseBlock, chooseWhere, type Grid, NOTHING_CHOSEN } from './grid-model';
import styles from './matrix.module.css';
import type { Choice } from './use-choice';

interface TitleLineProps {
  readonly grid: Grid;
  readonly chosen: number;
  readonly words: boolean;
  readonly onWords: (words: boolean) => void;
}

export function TitleLine({ grid, chosen, words, onWords }: TitleLineProps) {
  const { say, language } = useText();
  const count = (value: number) => ({ count: formatCount(value, language) });
  const exported = useCall('matrix:export');
  return (
    <>
      <div className={styles['titleLine']}>
        <Title order={1}>{say('matrix.title')}</Title>
        <span className={`${styles['facts']} ${styles['titleFacts']}`}>
          <span>{say('matrix.keyCount', count(grid.rows.length))}</span>
          <span>{say('matrix.modelCount', count(grid.columns.length))}</span>
          {chosen > 0 && <strong>{say('matrix.selectedCount', count(chosen))}</strong>}
        </span>
        <div className={styles['bar']}>
          <SegmentedControl
            size="xs"
            aria-label={say('matrix.density.label')}
            value={words ? 'words' : 'signs'}
            onChange={(value) => onWords(value === 'words')}
            data={[
              { value: 'words', label: say('matrix.density.words') },
              { value: 'signs', label: say('matrix.density.signs') },
            ]}
          />
          <ExportMenu
            busy={exported.isPending}
            onExport={(format) => exported.mutate({ format, model: null })}
          />
        </div>
      </div>
      <CallAlert error={exported.error} onClose={exported.reset} />
    </>
  );
}

interface ToolbarProps {
  readonly grid: Grid;
  readonly choice: Choice;
  readonly busy: boolean;
  /** Whether the filter's fields are shown, and whether any is filled in. */
  readonly filterShown: boolean;
  readonly filtered: boolean;
  readonly onToggleFilter: () => void;
  readonly onFill: () => void;
  readonly onByModel: () => void;
  readonly onConfirmFree: () => void;
  readonly onConfirmReal: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { grid, choice, busy, filterShown } = props;
  const { say } = useText();
  return (
    <div className={styles['bar']}>
      <Button size="xs" leftSection={<IconRefresh size={15} />} disabled={busy} onClick={props.onFill}>
        {say('matrix.refill')}
      </Button>
      <Tooltip label={say('matrix.retestHint', { keys: RETEST_KEYS })} withinPortal>
        <Button size="xs" variant="light" disabled={busy} onClick={props.onConfirmFree}>
          {say('matrix.confirmFree')}
        </Button>
      </Tooltip>
      <Button size="xs" variant="default" disabled={busy} onClick={props.onConfirmReal}>
        {say('matrix.confirmReal')}
      </Button>
      <ChooseMenu grid={grid} choice={choice} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconListSearch size={15} />}
        onClick={props.onByModel}
      >
        {say('matrix.model.open')}
      </Button>
      <Indicator disabled={!props.filtered || filterShown} size={9} color="lagoon.7" offset={3}>
        <Button
          size="xs"
          variant={filterShown ? 'light' : 'default'}
          leftSection={<IconFilter size={15} />}
          aria-expanded={filterShown}
          onClick={props.onToggleFilter}
        >
          {say('matrix.filter.toggle')}
        </Button>
      </Indicator>
    </div>
  );
}

function ChooseMenu({ grid, choice }: Pick<ToolbarProps, 'grid' | 'choice'>) {
  const { say } = useText();
  const { cursor, choose } = choice;
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
        {choices.map(([name, chosen]) => (
          <Menu.Item key={name} onClick={() => choose(chosen())}>
            {say(`matrix.select.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
