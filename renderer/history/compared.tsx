import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Comparison, RunDifference, RunSummary } from '../../shared/history/views';
import { useCall } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { CallAlert, Notice } from '../ui/notice';
import styles from './history.module.css';
import { OutcomePill } from './outcome-pill';

interface ComparedProps {
  readonly comparison: Comparison;
  readonly before: Pick<RunSummary, 'id' | 'startedAt'>;
  readonly after: Pick<RunSummary, 'id' | 'startedAt'>;
  readonly onOpen: (difference: RunDifference) => void;
}

type Shown = 'changed' | 'otherwiseTested';

export function Compared({ comparison, before, after, onOpen }: ComparedProps) {
  const { say } = useText();
  const exported = useCall((doctor) => doctor.history.export_comparison);
  const { same, onlyOne, differences, otherwiseTested } = comparison;
  const [wished, setWished] = useState<Shown>('changed');
  const shown = otherwiseTested.length === 0 ? 'changed' : wished;
  const count = (key: 'same' | 'onlyOne' | Shown, value: number) =>
    say(`history.compared.${key}`, { count: value });
  const rows = shown === 'changed' ? differences : otherwiseTested;
  return (
    <div data-testid="comparison" data-changed={differences.length} data-otherwise={otherwiseTested.length}>
      <Group justify="space-between" gap={12} mb={10}>
        <Text size="sm">
          <strong>{count('changed', differences.length)}</strong> · {count('same', same)}
          {onlyOne > 0 && <> · {count('onlyOne', onlyOne)}</>}
        </Text>
        <ExportMenu
          busy={exported.isPending}
          disabled={differences.length + otherwiseTested.length === 0}
          onExport={(format) => exported.mutate({ before: before.id, after: after.id, format })}
        />
      </Group>
      <CallAlert error={exported.error} onClose={exported.reset} />
      {otherwiseTested.length > 0 && (
        <SegmentedControl
          size="xs"
          mb={10}
          aria-label={say('history.compared.show')}
          value={shown}
          onChange={setWished}
          data={[
            { value: 'changed', label: count('changed', differences.length) },
            { value: 'otherwiseTested', label: count('otherwiseTested', otherwiseTested.length) },
          ]}
        />
      )}
      {shown === 'otherwiseTested' && (
        <Text size="sm" c="dimmed" mb={10}>
          {say('history.compared.otherwiseTestedHelp')}
        </Text>
      )}
      {rows.length === 0 ? (
        <Unchanged {...comparison} />
      ) : (
        <Differences
          key={shown}
          rows={rows}
          before={before.startedAt}
          after={after.startedAt}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

/** That nothing changed is known only of what was answered in both, and good news only where that was all. */
function Unchanged({ same, onlyOne, otherwiseTested }: Comparison) {
  const { say } = useText();
  if (same + otherwiseTested.length === 0)
    return <Notice tone="info">{say('history.compared.nothingShared')}</Notice>;
  return onlyOne + otherwiseTested.length > 0 ? (
    <Notice tone="info">{say('history.compared.noneShared')}</Notice>
  ) : (
    <Notice tone="good">{say('history.compared.none')}</Notice>
  );
}

interface DifferencesProps {
  readonly rows: readonly RunDifference[];
  /** ISO moments at which the two runs began. */
  readonly before: string;
  readonly after: string;
  readonly onOpen: (difference: RunDifference) => void;
}

/** Rows drawn at first, and with each wish for more; a whole matrix can differ. */
const STEP = 100;

function Differences({ rows, before, after, onOpen }: DifferencesProps) {
  const { say, language } = useText();
  const [limit, setLimit] = useState(STEP);
  const left = rows.length - limit;
  const side = (name: 'was' | 'now', moment: string) => (
    <th>
      {say(`history.compared.${name}`)}{' '}
      <span className={styles['small']}>{formatMoment(moment, language, new Date(), 'second')}</span>
    </th>
  );
  return (
    <>
      <table className={styles['comparison']}>
        <thead>
          <tr>
            <th>{say('history.column.key')}</th>
            <th>{say('history.column.model')}</th>
            {side('was', before)}
            {side('now', after)}
            <th>
              <span className="visually-hidden">{say('history.details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <Row key={`${row.keyId} ${row.model}`} row={row} onOpen={() => onOpen(row)} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button mt={12} size="xs" variant="default" onClick={() => setLimit(limit + STEP)}>
          {say('history.compared.more', { count: left })}
        </Button>
      )}
    </>
  );
}

function Row({ row, onOpen }: { readonly row: RunDifference; readonly onOpen: () => void }) {
  const { say } = useText();
  const { keyLabel, keyLastFour, model, before, after } = row;
  return (
    <tr>
      <td>
        <span className={styles['strong']}>{keyLabel}</span>{' '}
        <span className={`${styles['small']} ${styles['tail']} mono`}>…{keyLastFour}</span>
      </td>
      <td className="mono">{model}</td>
      <td>
        <OutcomePill {...before} />
      </td>
      <td>
        <OutcomePill {...after} />
      </td>
      <td className={styles['end']}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onOpen}
          aria-label={`${say('history.details')}: ${keyLabel}, ${model}`}
        >
          {say('history.details')}
        </Button>
      </td>
    </tr>
  );
}
