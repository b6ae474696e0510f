import { ActionIcon, Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { CheckRecord } from '../../shared/history/check';
import { useCall } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { answerText } from './check-facts';
import styles from './history.module.css';
import { OutcomePill } from './outcome-pill';
import { repeatOf } from './repeat';

interface CheckRowProps {
  readonly check: CheckRecord;
  readonly onOpen: () => void;
}

export function CheckRow({ check, onOpen }: CheckRowProps) {
  const { say, language } = useText();
  const retest = useCall('matrix:retest');
  const { model, keyLabel, keyLastFour } = check;
  const subject = model ?? wholeList(check, say);
  return (
    <li
      className={styles['check']}
      data-testid="history-check"
      data-check={check.id}
      data-outcome={check.outcome}
      data-probe={check.probe}
    >
      <span className={`${styles['small']} ${styles['at']}`}>
        {formatMoment(check.at, language, new Date())}
      </span>
      <span className={styles['key']}>
        <span className={styles['strong']}>{keyLabel}</span>
        <span className={`${styles['small']} ${styles['tail']} mono`}> …{keyLastFour}</span>
      </span>
      <span className={styles['subject']}>
        <span className={model === null ? undefined : 'mono break'}>{subject}</span>
        {model !== null && <div className={styles['small']}>{say(`app.case.probe.${check.probe}`)}</div>}
      </span>
      <span className={styles['answer']}>
        <OutcomePill outcome={check.outcome} layer={check.layer} strength={check.strength} />
        <div className={styles['small']}>{answerText(check)}</div>
      </span>
      <span className={styles['actions']}>
        <ActionIcon
          variant="subtle"
          size="md"
          loading={retest.isPending}
          aria-label={`${say('history.retest')}: ${keyLabel}, ${subject}`}
          title={say('history.retest')}
          onClick={() => retest.mutate(repeatOf(check))}
        >
          <IconRefresh size={16} />
        </ActionIcon>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onOpen}
          aria-label={`${say('history.details')}: ${keyLabel}, ${subject}`}
        >
          {say('history.details')}
        </Button>
      </span>
      {retest.error !== null && (
        <div style={{ gridColumn: '1 / -1' }}>
          <CallAlert error={retest.error} onClose={retest.reset} />
        </div>
      )}
    </li>
  );
}

function wholeList(check: CheckRecord, say: ReturnType<typeof useText>['say']): string {
  return check.modelsListed === null
    ? say('history.wholeListFailed')
    : say('history.wholeList', { count: check.modelsListed });
}
