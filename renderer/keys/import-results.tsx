import { Button, Group, Stack } from '@mantine/core';
import { useRef } from 'react';
import type { ImportOutcome, ImportResult, ImportState } from '../../shared/keys/import/preview';
import type { Say } from '../../shared/messages/say';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { Notice } from '../ui/notice';
import styles from './import.module.css';
import { stillThereText } from './import-text';
import { RowList } from './row-list';

interface ImportResultsProps {
  readonly state: Extract<ImportState, { kind: 'finished' }>;
  readonly onClose: () => void;
}

/** How each key fared. */
export function ImportResults({ state, onClose }: ImportResultsProps) {
  const { say } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const count = (kind: ImportOutcome['kind']) =>
    state.results.filter(({ outcome }) => outcome.kind === kind).length;
  const [stored, failed, notTried] = [count('stored'), count('failed'), count('not_tried')];
  return (
    <Stack gap={14} data-testid="import-results">
      <Notice tone={failed + notTried === 0 ? 'good' : 'warn'} role="status">
        <div>{say('imports.finished.stored', { count: stored })}</div>
        {failed > 0 && <div>{say('imports.finished.failed', { count: failed })}</div>}
        {notTried > 0 && <div>{say('imports.finished.not_tried', { count: notTried })}</div>}
      </Notice>
      <div className={styles['table']}>
        <div ref={scroller} className={styles['scroller']}>
          <RowList
            rows={state.results}
            keyOf={({ row }) => String(row)}
            label={say('imports.title')}
            className={styles['list'] ?? ''}
            estimate={40}
            scroller={scroller}
          >
            {(result) => <ResultRow result={result} />}
          </RowList>
        </div>
      </div>
      {stored > 0 && <Notice tone="info">{stillThereText(state.source, say)}</Notice>}
      <Group justify="flex-end" gap={10}>
        <Button onClick={onClose}>{say('imports.done')}</Button>
      </Group>
    </Stack>
  );
}

const TONES = { stored: 'good', failed: 'bad', not_tried: 'open' } as const;

function ResultRow({ result }: { readonly result: ImportResult }) {
  const { say } = useText();
  const { label, lastFour, outcome } = result;
  return (
    <div className={styles['result']} data-testid="import-result" data-outcome={outcome.kind}>
      <span className={styles['state']}>{label}</span>
      <span className={`${styles['quiet']} mono`}>{lastFour === '' ? '–' : `…${lastFour}`}</span>
      <span>
        <Pill tone={TONES[outcome.kind]}>{outcomeName(outcome, say)}</Pill>
        {outcome.kind === 'failed' && (
          <span className={styles['state']}> {say(`errors.${outcome.code}`, outcome.values)}</span>
        )}
      </span>
    </div>
  );
}

function outcomeName(outcome: ImportOutcome, say: Say): string {
  switch (outcome.kind) {
    case 'stored':
      return say('imports.finished.storedRow');
    case 'not_tried':
      return say('imports.finished.notTriedRow');
    case 'failed':
      return say('imports.finished.failedRow');
  }
}
