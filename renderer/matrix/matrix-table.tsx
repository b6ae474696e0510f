import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { CellDetails } from './cell-details';
import { ConsentDialog } from './consent-dialog';
import { FilterBar } from './filter-bar';
import {
  type CellChoice,
  cellsOf,
  chooseBlock,
  codesOf,
  columnsOf,
  filterGrid,
  type Grid,
  isFiltered,
  NO_FILTER,
  type Place,
  sizeOf,
} from './grid-model';
import { Legend } from './legend';
import styles from './matrix.module.css';
import type { MatrixData } from './matrix-data';
import { MatrixGrid } from './matrix-grid';
import { RunBar } from './run-bar';
import { TitleLine, Toolbar } from './toolbar';
import { useChoice } from './use-choice';

interface MatrixTableProps {
  readonly data: MatrixData;
  readonly keys: readonly KeySummary[];
}

export function MatrixTable({ data, keys }: MatrixTableProps) {
  const { say } = useText();
  const [filter, setFilter] = useState(NO_FILTER);
  const [filterShown, showFilter] = useState(false);
  const [words, setWords] = useState(true);
  const [opened, setOpened] = useState<CellName | null>(null);
  const [asking, setAsking] = useState<CellChoice[] | null>(null);
  const today = new Date().toISOString().slice(0, 10);
  const columns = useMemo(() => columnsOf(data.models, today), [data.models, today]);
  const grid = useMemo(() => filterGrid(data, keys, columns, filter), [data, keys, columns, filter]);
  const choice = useChoice(grid);
  const { selection, cursor } = choice;
  const chosen = sizeOf(selection) > 0 ? selection : chooseBlock(grid, cursor, cursor);
  const run = useStarts(data);
  const confirmFree = () => run.confirm('free_probe', cellsOf(chosen, data.models), false);
  useRetestShortcut(opened === null && asking === null ? confirmFree : null);
  return (
    <>
      <TitleLine words={words} onWords={setWords} />
      <Toolbar
        grid={grid}
        choice={choice}
        busy={run.busy}
        filterShown={filterShown}
        filtered={isFiltered(filter)}
        onToggleFilter={() => showFilter(!filterShown)}
        onFill={run.fill}
        onConfirmFree={confirmFree}
        onConfirmReal={() => setAsking(cellsOf(chosen, data.models))}
      />
      {filterShown && <FilterBar filter={filter} keys={keys} codes={codesOf(data)} onChange={setFilter} />}
      <CallAlert error={run.error} onClose={run.forgetError} />
      {data.truncated && <Notice tone="warn">{say('matrix.truncated')}</Notice>}
      <LastRun data={data} />
      {grid.rows.length === 0 || grid.columns.length === 0 ? (
        <Notice tone="info">{say('matrix.noMatch')}</Notice>
      ) : (
        <MatrixGrid
          grid={grid}
          filter={filter}
          words={words}
          choice={choice}
          inFlight={data.run?.inFlight ?? []}
          onOpen={(place) => setOpened(nameAt(grid, place))}
        />
      )}
      <div className={styles['foot']}>
        <Text size="xs" c="dimmed">
          {say('matrix.hint')}
        </Text>
        {!words && <Legend />}
      </div>
      <ConsentDialog
        cells={asking}
        onClose={() => setAsking(null)}
        onSend={(cells, expensive) => {
          setAsking(null);
          run.confirm('real_probe', cells, expensive);
        }}
      />
      <CellDetails
        place={opened === null ? null : placeOf(grid, opened)}
        onClose={() => setOpened(null)}
        onReal={(keyId, model) => {
          setOpened(null);
          setAsking([{ keyId, models: [model] }]);
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

function placeOf(grid: Grid, { keyId, column }: CellName) {
  const found = grid.rows.find(({ key }) => key.id === keyId);
  const at = grid.columns.find(({ number }) => number === column);
  return found === undefined || at === undefined ? null : { row: found, column: at };
}

function useStarts(data: MatrixData) {
  const start = useCall('matrix:start');
  return {
    busy: data.run?.state === 'running' || data.run?.state === 'paused',
    error: start.error,
    forgetError: start.reset,
    fill: () => start.mutate({ kind: 'fill', keyIds: [] }),
    confirm: (probe: 'free_probe' | 'real_probe', cells: CellChoice[], expensive: boolean) =>
      start.mutate({ kind: 'confirm', probe, cells, consent: probe === 'real_probe', expensive }),
  };
}

function LastRun({ data: { run } }: { readonly data: MatrixData }) {
  const [closed, setClosed] = useState<string | null>(null);
  return run === null || run.id === closed ? null : <RunBar run={run} onClose={() => setClosed(run.id)} />;
}
