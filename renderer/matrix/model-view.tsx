import { Group, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Since } from '../../shared/history/timeline';
import type { ChosenCells } from '../../shared/ipc/calls/probing';
import type { KeySummary } from '../../shared/keys/key';
import type { Cell } from '../../shared/matrix/cell';
import { accessBy } from '../../shared/observations/standing';
import { SinceSentence } from '../history/timeline-section';
import { ask } from '../state/bridge';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { CallAlert } from '../ui/notice';
import { ReasonedButton } from '../ui/reasoned-button';
import { SidePanel } from '../ui/side-panel';
import { cellName, lookOf } from './cell-look';
import { columnFor, type GridColumn, NO_NUMBER } from './grid-model';
import legend from './legend.module.css';
import { cellAt, type MatrixData, unknownRow } from './matrix-data';
import { ModelSelect } from './model-select';
import styles from './model-view.module.css';

interface ModelViewProps {
  readonly data: MatrixData;
  readonly keys: readonly KeySummary[];
  readonly columns: readonly GridColumn[];
  /** ISO date. */
  readonly today: string;
  /** Name of the model, which may be one that nobody lists; null while closed. */
  readonly shown: string | null;
  /** The key whose cell was opened from here last. */
  readonly from: string | null;
  readonly onShow: (model: string) => void;
  readonly onClose: () => void;
  readonly onOpenCell: (keyId: string, column: GridColumn) => void;
  /** Tests these cells, free of charge; null while a run is under way. */
  readonly onTest: ((cells: ChosenCells[]) => void) | null;
}

/** One model and every key: who lacks it, who has it, and since when. */
export function ModelView(props: ModelViewProps) {
  const { say } = useText();
  const { shown, columns, today } = props;
  const column = shown === null ? null : columnFor(shown, columns, today);
  return (
    <SidePanel opened={column !== null} onClose={props.onClose} size={540} title={say('matrix.model.title')}>
      {column !== null && <Body {...props} column={column} />}
    </SidePanel>
  );
}

const GROUPS = ['lacks', 'has', 'unknown'] as const;

function Body(props: ModelViewProps & { readonly column: GridColumn }) {
  const { data, keys, columns, column, onTest } = props;
  const { say, language } = useText();
  const exported = useCall((doctor) => doctor.matrix.export);
  const model = column.model.id;
  const since = useSince(data, model);
  const cells = keys.map((key) => ({
    key,
    cell: cellAt(data.rows.get(key.id) ?? unknownRow(key.id), column.number, column.gone),
  }));
  return (
    <Stack gap={16} data-testid="model-view" data-model={model}>
      <ModelSelect models={columns.map((other) => other.model.id)} value={model} onChange={props.onShow} />
      {column.number === NO_NUMBER && <Text size="sm">{say('matrix.model.unheard')}</Text>}
      {column.shutdown !== null && (
        <Text size="sm" c="var(--doctor-warn)">
          {say(column.gone ? 'matrix.retired' : 'matrix.retiring', { date: column.shutdown })}
        </Text>
      )}
      <Group gap={8}>
        <ReasonedButton
          size="xs"
          leftSection={<IconRefresh size={15} />}
          obstacle={onTest === null ? say('matrix.obstacle.running') : null}
          onClick={() => onTest?.(keys.map(({ id: keyId }) => ({ keyId, models: [model] })))}
        >
          {say('matrix.model.test')}
        </ReasonedButton>
        <ExportMenu
          busy={exported.isPending}
          onExport={(format) => exported.mutate({ format, language, what: { kind: 'model', model } })}
        />
      </Group>
      <CallAlert error={exported.error ?? since.error} onClose={exported.reset} />
      {GROUPS.map((group) => {
        const members = cells.filter(({ cell }) => accessBy(cell.state) === group);
        return members.length === 0 ? null : (
          <section key={group} data-testid={`model-${group}`}>
            <Title order={3} fz={14} mb={6}>
              {say(`matrix.model.${group}`, { count: members.length })}
            </Title>
            <ul className={styles['list']}>
              {members.map(({ key, cell }) => (
                <li key={key.id}>
                  <Member
                    summary={key}
                    cell={cell}
                    since={since.of(key.id)}
                    first={key.id === props.from}
                    onOpen={column.number === NO_NUMBER ? null : () => props.onOpenCell(key.id, column)}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}

interface MemberProps {
  readonly summary: KeySummary;
  readonly cell: Cell;
  readonly since: Since | null;
  /** Takes the keyboard as the panel opens. */
  readonly first: boolean;
  /** null where there are no details yet. */
  readonly onOpen: (() => void) | null;
}

function Member({ summary, cell, since, first, onOpen }: MemberProps) {
  const { say } = useText();
  const { Icon, tone } = lookOf(cell);
  return (
    <button
      type="button"
      className={styles['key']}
      data-autofocus={first || undefined}
      disabled={onOpen === null}
      onClick={() => onOpen?.()}
    >
      <span className={legend['sign']} data-tone={tone}>
        <Icon size={17} aria-hidden />
      </span>
      <span className={styles['name']}>
        {summary.label} <span className="mono">…{summary.lastFour}</span>
      </span>
      <span className={styles['state']}>{cellName(cell, false, say)}</span>
      <span className={styles['since']}>
        {since !== null && since.kind !== 'unknown' && <SinceSentence since={since} />}
      </span>
    </button>
  );
}

/** Read anew with every change, but during a run only at its end: each reading asks the history about every key. */
function useSince(data: MatrixData, model: string) {
  const isRunning = data.run?.state === 'running';
  const { data: found, error } = useQuery({
    queryKey: ['matrix', 'since', data.session, model, isRunning ? data.run?.id : data.revision],
    queryFn: () => ask((doctor) => doctor.matrix.since({ model })),
    placeholderData: (previous, query) => (query?.queryKey[3] === model ? previous : undefined),
    gcTime: 0,
  });
  const byKey = new Map(found?.map(({ keyId, since }) => [keyId, since]));
  return { error, of: (keyId: string): Since | null => byKey.get(keyId) ?? null };
}
