import { Button, Indicator, Menu, SegmentedControl, Title } from '@mantine/core';
import { IconChevronDown, IconFilter, IconListCheck, IconListSearch, IconRefresh } from '@tabler/icons-react';
import type { ExportChoice } from '../../shared/ipc/calls/probing';
import { hasFailed } from '../../shared/matrix/cell';
import type { MatrixModel } from '../../shared/matrix/views';
import type { MessageKey } from '../../shared/messages/say';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { ExportSections } from '../ui/export-menu';
import { CallAlert } from '../ui/notice';
import { ReasonedButton } from '../ui/reasoned-button';
import { RETEST_KEYS } from '../ui/use-retest-shortcut';
import { type Grid, isFiltered } from './grid-model';
import { LegendButton } from './legend';
import styles from './matrix.module.css';
import { cellsOf, chooseWhere, type RunTarget, type Selection } from './selection';
import type { Choice } from './use-choice';

interface TitleLineProps {
  readonly grid: Grid;
  readonly target: RunTarget;
  readonly models: readonly MatrixModel[];
  readonly words: boolean;
  readonly onWords: (words: boolean) => void;
}

export function TitleLine({ grid, target, models, words, onWords }: TitleLineProps) {
  const { say, language } = useText();
  const exported = useCall((doctor) => doctor.matrix.export);
  const choices = exportChoices(grid, target, models);
  return (
    <>
      <div className={styles['titleLine']}>
        <Title order={1}>{say('matrix.title')}</Title>
        <span className={styles['titleFacts']}>
          {target.chosen > 0 && <ChosenCount target={target} />}
          <span>{say('matrix.keyCount', { count: grid.rows.length })}</span>
          <span>{say('matrix.modelCount', { count: grid.columns.length })}</span>
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
          <LegendButton />
          <ExportSections
            busy={exported.isPending}
            sections={choices.map(({ name, what }) => ({
              label: choices.length === 1 ? null : say(`matrix.exported.${name}`),
              onExport: (format) => exported.mutate({ format, language, what: what() }),
            }))}
          />
        </div>
      </div>
      <CallAlert error={exported.error} onClose={exported.reset} />
    </>
  );
}

interface ExportItem {
  readonly name: 'shown' | 'chosen' | 'all';
  readonly what: () => ExportChoice;
}

/** What is shown first, since that is what the person looks at; each only where it differs from everything. */
function exportChoices(grid: Grid, target: RunTarget, models: readonly MatrixModel[]): readonly ExportItem[] {
  const cells = (selection: Selection) => ({ kind: 'cells' as const, cells: cellsOf(selection, models) });
  const isNarrowed = isFiltered(grid.filter) && grid.rows.length > 0 && grid.columns.length > 0;
  const shown: ExportItem = { name: 'shown', what: () => cells(chooseWhere(grid, () => true)) };
  const chosen: ExportItem = { name: 'chosen', what: () => cells(target.cells) };
  return [
    ...(isNarrowed ? [shown] : []),
    ...(target.chosen > 0 && target.count > 0 ? [chosen] : []),
    { name: 'all', what: () => ({ kind: 'all' }) },
  ];
}

function ChosenCount({ target: { chosen, hidden } }: { readonly target: RunTarget }) {
  const { say } = useText();
  const words = say(hidden === 0 ? 'matrix.selectedCount' : 'matrix.selectedHidden', {
    count: chosen,
    hidden,
  });
  return (
    <strong data-testid="matrix-chosen" title={words}>
      {words}
    </strong>
  );
}

interface ToolbarProps {
  readonly grid: Grid;
  readonly choice: Choice;
  readonly target: RunTarget;
  readonly busy: boolean;
  /** No key's list was read yet. */
  readonly isUnasked: boolean;
  /** Whether the filter's fields are shown, and whether any is filled in. */
  readonly filterShown: boolean;
  readonly filtered: boolean;
  readonly onToggleFilter: () => void;
  readonly onFill: () => void;
  readonly onByModel: () => void;
  readonly onConfirmFree: () => void;
  readonly onConfirmReal: () => void;
}

const OBSTACLES = {
  noMatch: 'matrix.noMatch',
  allHidden: 'matrix.obstacle.allHidden',
} as const satisfies Readonly<Record<NonNullable<RunTarget['obstacle']>, MessageKey>>;

export function Toolbar(props: ToolbarProps) {
  const { grid, choice, target, busy, filterShown } = props;
  const { say } = useText();
  const running = busy ? say('matrix.obstacle.running') : null;
  const obstacle = running ?? (target.obstacle === null ? null : say(OBSTACLES[target.obstacle]));
  return (
    <div className={`${styles['bar']} ${styles['tools']}`}>
      <ReasonedButton
        size="xs"
        leftSection={<IconRefresh size={15} />}
        obstacle={running}
        onClick={props.onFill}
      >
        {say(props.isUnasked ? 'matrix.fill' : 'matrix.refill')}
      </ReasonedButton>
      <ReasonedButton
        size="xs"
        variant="light"
        obstacle={obstacle}
        hint={say('matrix.retestHint', { keys: RETEST_KEYS })}
        onClick={props.onConfirmFree}
      >
        {say('matrix.confirmFree', { count: target.count })}
      </ReasonedButton>
      <ReasonedButton size="xs" variant="default" obstacle={obstacle} onClick={props.onConfirmReal}>
        {say('matrix.confirmReal')}
      </ReasonedButton>
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
  const choices = [
    ['failed', () => choose(chooseWhere(grid, hasFailed))],
    ['unknown', () => choose(chooseWhere(grid, (cell) => cell.state === 'unknown'))],
    ['listed', () => choose(chooseWhere(grid, (cell) => cell.state === 'listed'))],
    ['row', () => choice.chooseRow(cursor.row, 'only')],
    ['column', () => choice.chooseColumn(cursor.column, 'only')],
    ['all', choice.chooseAll],
    ['none', choice.clear],
  ] as const;
  return (
    <ActionMenu
      position="bottom-start"
      target={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconListCheck size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {say('matrix.select.label')}
        </Button>
      }
    >
      {choices.map(([name, perform]) => (
        <Menu.Item key={name} onClick={perform}>
          {say(`matrix.select.${name}`)}
        </Menu.Item>
      ))}
    </ActionMenu>
  );
}
