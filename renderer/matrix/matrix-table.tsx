import { Button } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { EmptyState } from '../ui/empty-state';
import { HintLine } from '../ui/hint-line';
import { CallAlert, Notice } from '../ui/notice';
import { Runs } from '../ui/runs';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { FilterBar } from './filter-bar';
import {
  codesOf,
  columnsFitting,
  columnsOf,
  type Grid,
  type GridPlace,
  gridOf,
  isFiltered,
  keysFitting,
  looksIntoCells,
  NO_FILTER,
} from './grid-model';
import { isUnasked, type MatrixData } from './matrix-data';
import { MatrixGrid } from './matrix-grid';
import { MatrixPanels } from './panels';
import { cellsOf, type RunTarget, targetOf } from './selection';
import { TitleLine, Toolbar } from './toolbar';
import { type Choice, useChoice } from './use-choice';
import { type CellName, usePanels } from './use-panels';
import { confirmFree, useStarts } from './use-starts';

interface MatrixTableProps {
  readonly data: MatrixData;
  readonly keys: readonly KeySummary[];
}

export function MatrixTable({ data, keys }: MatrixTableProps) {
  const { say } = useText();
  // Practice and the real keys are different worlds, and each start of the app is a new session.
  const [filter, setFilter] = useRemembered(`matrix.filter ${data.session}`, NO_FILTER);
  const [filterShown, showFilter] = useState(isFiltered(filter));
  const [words, setWords] = useRemembered('matrix.words', true);
  const panels = usePanels();
  const today = new Date().toISOString().slice(0, 10);
  const columns = useMemo(() => columnsOf(data.models, today), [data.models, today]);
  const fittingKeys = useMemo(() => keysFitting(keys, filter), [keys, filter]);
  const fittingColumns = useMemo(() => columnsFitting(columns, filter), [columns, filter]);
  const grid = useMemo(
    () => gridOf(data, fittingKeys, fittingColumns, filter),
    [data, fittingKeys, fittingColumns, filter],
  );
  const choice = useChoice(grid, data.session);
  const target = useTarget(grid, fittingKeys, keys, choice);
  const run = useStarts(data);
  const unasked = keys.map(({ id }) => id).filter((id) => isUnasked(data.rows.get(id)));
  const cells = () => cellsOf(target.cells, data.models);
  const confirm = () => confirmFree(cells(), run, panels);
  const modelAtCursor = (grid.columns[choice.cursor.column] ?? columns[0])?.model.id ?? '';
  useRetestShortcut(run.busy || target.obstacle !== null ? null : confirm);
  return (
    <>
      <TitleLine grid={grid} target={target} models={data.models} words={words} onWords={setWords} />
      <Toolbar
        grid={grid}
        choice={choice}
        target={target}
        busy={run.busy}
        isUnasked={unasked.length === keys.length}
        filterShown={filterShown}
        filtered={isFiltered(filter)}
        onToggleFilter={() => showFilter(!filterShown)}
        onFill={run.fill}
        onByModel={() => panels.open({ kind: 'model', model: modelAtCursor, from: null })}
        onConfirmFree={confirm}
        onConfirmReal={() => panels.open({ kind: 'consent', cells: cells() })}
      />
      {filterShown && <FilterBar filter={filter} keys={keys} codes={codesOf(data)} onChange={setFilter} />}
      <CallAlert error={run.error} onClose={run.forgetError} />
      {data.truncated && <Notice tone="warn">{say('matrix.truncated')}</Notice>}
      <Runs run={data.run} rests={data.rests} />
      {unasked.length > 0 && !run.busy && (
        // Rows of nothing but question marks say what fills them.
        <HintLine testId="unasked" action={say('matrix.fill')} onAct={() => run.fillThese(unasked)}>
          {say('matrix.unasked', { count: unasked.length })}
        </HintLine>
      )}
      {grid.rows.length === 0 || grid.columns.length === 0 ? (
        <NoMatch onClear={() => setFilter(NO_FILTER)} />
      ) : (
        <MatrixGrid
          grid={grid}
          words={words}
          choice={choice}
          inFlight={data.run?.inFlight ?? []}
          onOpen={(place) => {
            const cell = nameAt(grid, place);
            if (cell !== null) panels.open({ kind: 'cell', cell });
          }}
        />
      )}
      <MatrixPanels panels={panels} data={data} keys={keys} columns={columns} today={today} run={run} />
    </>
  );
}

/** A grid of 60,000 chosen cells is not gone through with each answer, unless the filter asks what cells hold. */
function useTarget(
  grid: Grid,
  fittingKeys: readonly KeySummary[],
  keys: readonly KeySummary[],
  { selection, cursor }: Choice,
): RunTarget {
  const { row, column } = cursor;
  const cells = looksIntoCells(grid.filter) ? grid : fittingKeys;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the grid, only what the target depends on.
  return useMemo(() => {
    const keyIds = keys.map(({ id }) => id);
    return targetOf(grid, keyIds, selection, { row, column });
  }, [cells, grid.columns, keys, selection, row, column]);
}

function nameAt(grid: Grid, { row, column }: GridPlace): CellName | null {
  const [found, at] = [grid.rows[row], grid.columns[column]];
  return found === undefined || at === undefined ? null : { keyId: found.key.id, column: at.number };
}

/** In place of the grid where the filter leaves nothing of it. */
function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const { say } = useText();
  return (
    <EmptyState icon={IconFilterOff} title={say('matrix.noMatch')}>
      <Button variant="default" leftSection={<IconFilterOff size={15} />} onClick={onClear}>
        {say('matrix.filter.clear')}
      </Button>
    </EmptyState>
  );
}
