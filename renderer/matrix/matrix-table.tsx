import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useKept } from '../state/kept';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { CellDetails } from './cell-details';
import { ConsentDialog } from './consent-dialog';
import { FilterBar } from './filter-bar';
import {
  codesOf,
  columnsOf,
  filterGrid,
  type Grid,
  type GridColumn,
  isFiltered,
  NO_FILTER,
  type Place,
} from './grid-model';
import { Legend } from './legend';
import styles from './matrix.module.css';
import { type MatrixData, unknownRow } from './matrix-data';
import { MatrixGrid } from './matrix-grid';
import { ModelView } from './model-view';
import { NoMatch } from './no-match';
import { RunBar } from './run-bar';
import { type CellChoice, cellsOf, type Target, targetOf } from './selection';
import { TitleLine, Toolbar } from './toolbar';
import { type Choice, useChoice } from './use-choice';

interface MatrixTableProps {
  readonly data: MatrixData;
  readonly keys: readonly KeySummary[];
}

export function MatrixTable({ data, keys }: MatrixTableProps) {
  const { say } = useText();
  // Practice and the real keys are different worlds, and each start of the app is a new session.
  const [filter, setFilter] = useKept(`matrix.filter ${data.session}`, NO_FILTER);
  const [filterShown, showFilter] = useState(isFiltered(filter));
  const [words, setWords] = useKept('matrix.words', true);
  const panels = usePanels();
  const today = new Date().toISOString().slice(0, 10);
  const columns = useMemo(() => columnsOf(data.models, today), [data.models, today]);
  const grid = useMemo(() => filterGrid(data, keys, columns, filter), [data, keys, columns, filter]);
  const choice = useChoice(grid, data.session);
  const target = useTarget(grid, keys, choice);
  const run = useStarts(data);
  const cells = () => cellsOf(target.cells, data.models);
  const confirmFree = () => run.confirm('free_probe', cells(), false);
  useRetestShortcut(run.busy || target.obstacle !== null ? null : confirmFree);
  return (
    <>
      <TitleLine grid={grid} target={target} words={words} onWords={setWords} />
      <Toolbar
        grid={grid}
        choice={choice}
        target={target}
        busy={run.busy}
        filterShown={filterShown}
        filtered={isFiltered(filter)}
        onToggleFilter={() => showFilter(!filterShown)}
        onFill={run.fill}
        onByModel={() => panels.showModel((grid.columns[choice.cursor.column] ?? columns[0])?.number ?? null)}
        onConfirmFree={confirmFree}
        onConfirmReal={() => panels.askFor(cells())}
      />
      {filterShown && <FilterBar filter={filter} keys={keys} codes={codesOf(data)} onChange={setFilter} />}
      <CallAlert error={run.error} onClose={run.forgetError} />
      {data.truncated && <Notice tone="warn">{say('matrix.truncated')}</Notice>}
      <LastRun data={data} onRest={run.rest} />
      {grid.rows.length === 0 || grid.columns.length === 0 ? (
        <NoMatch onClear={() => setFilter(NO_FILTER)} />
      ) : (
        <MatrixGrid
          grid={grid}
          words={words}
          choice={choice}
          inFlight={data.run?.inFlight ?? []}
          onOpen={(place) => panels.open(nameAt(grid, place))}
        />
      )}
      <div className={styles['foot']}>
        <Text size="xs" c="dimmed">
          {say('matrix.hint')}
        </Text>
        {!words && <Legend />}
      </div>
      <Panels panels={panels} data={data} keys={keys} columns={columns} run={run} />
    </>
  );
}

function useTarget(grid: Grid, keys: readonly KeySummary[], { selection, cursor }: Choice): Target {
  const { row, column } = cursor;
  return useMemo(() => {
    const keyIds = keys.map(({ id }) => id);
    return targetOf(grid, keyIds, selection, { row, column });
  }, [grid, keys, selection, row, column]);
}

/** What lies over the grid: one cell, one model, or the question before real requests. */
function usePanels() {
  const [opened, open] = useState<CellName | null>(null);
  const [modelShown, showModel] = useState<number | null>(null);
  const [asking, askFor] = useState<CellChoice[] | null>(null);
  return { opened, open, modelShown, showModel, asking, askFor };
}

interface PanelsProps extends MatrixTableProps {
  readonly panels: ReturnType<typeof usePanels>;
  readonly columns: readonly GridColumn[];
  readonly run: ReturnType<typeof useStarts>;
}

function Panels({ panels, data, keys, columns, run }: PanelsProps) {
  const { opened, open, modelShown, showModel, asking, askFor } = panels;
  return (
    <>
      <ModelView
        data={data}
        keys={keys}
        columns={columns}
        shown={modelShown}
        onShow={showModel}
        onOpenCell={(keyId, column) => {
          showModel(null);
          open({ keyId, column });
        }}
        onTest={run.busy ? null : run.testModel}
      />
      <CellDetails
        place={opened === null ? null : placeOf(data, keys, columns, opened)}
        onClose={() => open(null)}
        onReal={(keyId, model) => {
          open(null);
          askFor([{ keyId, models: [model] }]);
        }}
      />
      <ConsentDialog
        cells={asking}
        keys={keys}
        onClose={() => askFor(null)}
        onSend={(cells, expensive) => {
          askFor(null);
          run.confirm('real_probe', cells, expensive);
        }}
      />
    </>
  );
}

/** A cell by what it is about, since its row and column can move while it is open. */
interface CellName {
  readonly keyId: string;
  readonly column: number;
}

function nameAt(grid: Grid, { row, column }: Place): CellName | null {
  const [found, at] = [grid.rows[row], grid.columns[column]];
  return found === undefined || at === undefined ? null : { keyId: found.key.id, column: at.number };
}

/** Found whether or not the filter shows it. */
function placeOf(
  data: MatrixData,
  keys: readonly KeySummary[],
  columns: readonly GridColumn[],
  { keyId, column }: CellName,
) {
  const key = keys.find(({ id }) => id === keyId);
  const at = columns.find(({ number }) => number === column);
  if (key === undefined || at === undefined) return null;
  return { row: { key, data: data.rows.get(keyId) ?? unknownRow(keyId) }, column: at };
}

function useStarts(data: MatrixData) {
  const start = useCall('matrix:start');
  return {
    busy: data.run?.state === 'running' || data.run?.state === 'paused',
    error: start.error,
    forgetError: start.reset,
    fill: () => start.mutate({ kind: 'fill', keyIds: [] }),
    rest: () => start.mutate({ kind: 'rest' }),
    testModel: (keyIds: readonly string[], model: string) => {
      const cells = keyIds.map((keyId) => ({ keyId, models: [model] }));
      start.mutate({ kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false });
    },
    confirm: (probe: 'free_probe' | 'real_probe', cells: CellChoice[], expensive: boolean) =>
      start.mutate({ kind: 'confirm', probe, cells, consent: probe === 'real_probe', expensive }),
  };
}

function LastRun({ data: { run }, onRest }: { readonly data: MatrixData; readonly onRest: () => void }) {
  const [closed, setClosed] = useKept<string | null>('matrix.closedRun', null);
  return run === null || run.id === closed ? null : (
    <RunBar run={run} onClose={() => setClosed(run.id)} onRest={onRest} />
  );
}
