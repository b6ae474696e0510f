import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ImportPreview, ImportRow, ImportRowState } from '../../shared/keys/import/preview';
import { MAX_LABEL, OPENAI_BASE_URL } from '../../shared/keys/key';
import type { Say } from '../../shared/messages/say';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { CallAlert, Notice } from '../ui/notice';
import styles from './import.module.css';
import { leftOutText, sourceText } from './import-text';
import { RowList } from './row-list';

/** What was found, before anything is stored: rows can be left out and given other labels. */
export function ImportPreviewView({ preview }: { readonly preview: ImportPreview }) {
  const { say } = useText();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [labels, setLabels] = useState<ReadonlyMap<number, string>>(new Map());
  const [baseUrl, setBaseUrl] = useState(preview.baseUrl);
  const commit = useKeyCall((doctor) => doctor.imports.commit);
  const back = useKeyCall((doctor) => doctor.imports.cancel);
  const taken = preview.rows.filter(({ row, state }) => state.kind === 'new' && !left.has(row));
  const store = () =>
    commit.mutate({
      id: preview.id,
      rows: taken.map(({ row, label }) => ({ row, label: labels.get(row) ?? label })),
      baseUrl,
    });
  return (
    <Stack gap={14} data-testid="import-preview">
      <Text size="sm" c="dimmed">
        {sourceText(preview.source, say)} · {say(`imports.format.${preview.format}`)}
      </Text>
      {preview.rows.length === 0 ? (
        <Notice tone="info">{say('imports.none')}</Notice>
      ) : (
        <Counts rows={preview.rows} />
      )}
      <Warnings preview={preview} baseUrl={baseUrl} onBaseUrl={setBaseUrl} />
      {preview.rows.length > 0 && (
        <PreviewTable
          rows={preview.rows}
          left={left}
          labels={labels}
          onTake={(row, take) => setLeft(toggled(left, row, !take))}
          onLabel={(row, label) => setLabels(new Map(labels).set(row, label))}
        />
      )}
      <CallAlert error={commit.error} />
      <Group justify="flex-end" gap={10}>
        <Button variant="default" onClick={() => back.mutate({})}>
          {say('imports.back')}
        </Button>
        <Button disabled={taken.length === 0} loading={commit.isPending} onClick={store}>
          {say('imports.store', { count: taken.length })}
        </Button>
      </Group>
    </Stack>
  );
}

function toggled(set: ReadonlySet<number>, row: number, inside: boolean): ReadonlySet<number> {
  const next = new Set(set);
  if (inside) next.add(row);
  else next.delete(row);
  return next;
}

const TONES = { new: 'good', known: 'info', left_out: 'open' } as const;

function Counts({ rows }: { readonly rows: readonly ImportRow[] }) {
  const { say } = useText();
  return (
    <Group gap={8}>
      {(['new', 'known', 'left_out'] as const).map((kind) => {
        const count = rows.filter(({ state }) => state.kind === kind).length;
        return (
          count > 0 && (
            <Pill key={kind} tone={TONES[kind]}>
              {say(`imports.found.${kind}`, { count })}
            </Pill>
          )
        );
      })}
    </Group>
  );
}

interface WarningsProps {
  readonly preview: ImportPreview;
  readonly baseUrl: string | null;
  readonly onBaseUrl: (baseUrl: string | null) => void;
}

/** A key is sent to the one address that it is bound to, so whoever imports it decides that before it is stored. */
function Warnings({ preview, baseUrl, onBaseUrl }: WarningsProps) {
  const { say } = useText();
  return (
    <>
      {preview.truncated && <Notice tone="warn">{say('imports.truncated')}</Notice>}
      {preview.vaultProblem !== null && (
        <Notice tone="warn" title={say('imports.vaultProblem')}>
          {say(`errors.${preview.vaultProblem}`)}
        </Notice>
      )}
      {preview.baseUrl !== null && (
        <Notice tone="warn" title={say('imports.address.title')}>
          {say('imports.address.text')}
          <Radio.Group
            mt={8}
            label={say('imports.address.label')}
            value={baseUrl ?? ''}
            onChange={(value) => onBaseUrl(value === '' ? null : value)}
          >
            <Stack gap={6} mt={4}>
              <Radio value={preview.baseUrl} label={<span className="mono break">{preview.baseUrl}</span>} />
              <Radio value="" label={say('imports.address.openai', { address: OPENAI_BASE_URL })} />
            </Stack>
          </Radio.Group>
        </Notice>
      )}
    </>
  );
}

interface PreviewTableProps {
  readonly rows: readonly ImportRow[];
  readonly left: ReadonlySet<number>;
  readonly labels: ReadonlyMap<number, string>;
  readonly onTake: (row: number, take: boolean) => void;
  readonly onLabel: (row: number, label: string) => void;
}

function PreviewTable({ rows, left, labels, onTake, onLabel }: PreviewTableProps) {
  const { say } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div className={styles['table']}>
      <div className={`${styles['row']} ${styles['heading']}`} aria-hidden>
        <span />
        <span>{say('imports.column.line')}</span>
        <span>{say('imports.column.label')}</span>
        <span>{say('imports.column.key')}</span>
        <span>{say('imports.column.state')}</span>
      </div>
      <div ref={scroller} className={styles['scroller']}>
        <RowList
          rows={rows}
          keyOf={({ row }) => String(row)}
          label={say('imports.title')}
          className={styles['list'] ?? ''}
          estimate={49}
          scroller={scroller}
        >
          {(row) => (
            <PreviewRow
              row={row}
              taken={row.state.kind === 'new' && !left.has(row.row)}
              label={labels.get(row.row) ?? row.label}
              onTake={(take) => onTake(row.row, take)}
              onLabel={(label) => onLabel(row.row, label)}
            />
          )}
        </RowList>
      </div>
    </div>
  );
}

interface PreviewRowProps {
  readonly row: ImportRow;
  readonly taken: boolean;
  readonly label: string;
  readonly onTake: (take: boolean) => void;
  readonly onLabel: (label: string) => void;
}

function PreviewRow({ row, taken, label, onTake, onLabel }: PreviewRowProps) {
  const { say } = useText();
  const { line, state } = row;
  const isNew = state.kind === 'new';
  return (
    <div className={styles['row']} data-testid="import-row" data-state={state.kind}>
      <Checkbox
        size="sm"
        aria-label={say('imports.take', { line })}
        checked={taken}
        disabled={!isNew}
        onChange={(event) => onTake(event.currentTarget.checked)}
      />
      <span className={styles['line']}>{line}</span>
      {isNew ? (
        <TextInput
          size="xs"
          aria-label={say('imports.labelOf', { line })}
          value={label}
          disabled={!taken}
          maxLength={MAX_LABEL}
          onChange={(event) => onLabel(event.currentTarget.value)}
        />
      ) : (
        <span className={styles['quiet']}>{row.label}</span>
      )}
      <span className={`${styles['quiet']} mono`}>{row.lastFour === '' ? '–' : `…${row.lastFour}`}</span>
      <span className={styles['state']}>{stateText(state, row, say)}</span>
    </div>
  );
}

function stateText(state: ImportRowState, { repairs }: ImportRow, say: Say): string {
  switch (state.kind) {
    case 'known':
      return say('imports.state.known', { label: state.label });
    case 'left_out':
      return leftOutText(state.why, say);
    case 'new': {
      const names = repairs.map((repair) => say(`imports.repair.${repair}`)).join(', ');
      const kind = say(`keys.kind.${state.keyKind}`);
      return `${kind} · ${names === '' ? say('imports.state.new') : say('imports.state.repaired', { repairs: names })}`;
    }
  }
}
