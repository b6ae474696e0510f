import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconCornerDownRight, IconRefresh } from '@tabler/icons-react';
import type { CheckRecord } from '../../shared/history/check';
import { formatClock, formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { answerText } from './check-facts';
import styles from './history.module.css';
import { OutcomePill } from './outcome-pill';
import type { Repeat } from './use-repeats';

interface CheckRowProps {
  readonly check: CheckRecord;
  readonly selected: boolean;
  readonly onSelect: () => void;
  /** What came of testing again, null where nobody did. */
  readonly repeat: Repeat | null;
  readonly onRepeat: () => void;
  readonly onForget: () => void;
  readonly onOpen: (check: CheckRecord) => void;
}

export function CheckRow(props: CheckRowProps) {
  const { check, selected, onSelect, repeat, onRepeat, onForget, onOpen } = props;
  const { say, language } = useText();
  const { model, keyLabel, keyLastFour } = check;
  const subject = model ?? wholeList(check, say);
  return (
    <li
      className={styles['check']}
      data-testid="history-check"
      data-check={check.id}
      data-outcome={check.outcome}
      data-probe={check.probe}
      data-selected={selected || undefined}
    >
      <Checkbox
        size="sm"
        className={styles['select'] ?? ''}
        aria-label={say('history.select', { subject: `${keyLabel}, ${subject}` })}
        checked={selected}
        onChange={onSelect}
      />
      <span className={`${styles['small']} ${styles['at']}`}>
        {formatMoment(check.at, language, new Date(), 'second')}
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
        <OutcomePill
          outcome={check.outcome}
          cause={check.cause}
          layer={check.layer}
          strength={check.strength}
        />
        <div className={styles['small']}>{answerText(check)}</div>
      </span>
      <span className={styles['actions']}>
        <ActionIcon
          variant="subtle"
          size="md"
          loading={repeat?.kind === 'running'}
          aria-label={`${say('history.retest')}: ${keyLabel}, ${subject}`}
          title={say('history.retest')}
          onClick={onRepeat}
        >
          <IconRefresh size={16} />
        </ActionIcon>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onOpen(check)}
          aria-label={`${say('history.details')}: ${keyLabel}, ${subject}`}
        >
          {say('history.details')}
        </Button>
      </span>
      {repeat?.kind === 'answered' && <Answered check={repeat.check} onOpen={() => onOpen(repeat.check)} />}
      {repeat?.kind === 'failed' && (
        <div className={styles['whole']}>
          <CallAlert error={repeat.error} onClose={onForget} />
        </div>
      )}
    </li>
  );
}

/** The row is of the past and stays as it was; how it is now stands below it, whatever the list is filtered by. */
function Answered({ check, onOpen }: { readonly check: CheckRecord; readonly onOpen: () => void }) {
  const { say, language } = useText();
  return (
    <div className={`${styles['whole']} ${styles['repeated']}`} role="status" data-testid="repeated">
      <IconCornerDownRight size={15} aria-hidden />
      <span>{say('history.repeated', { time: formatClock(check.at, language) })}</span>
      <OutcomePill
        outcome={check.outcome}
        cause={check.cause}
        layer={check.layer}
        strength={check.strength}
      />
      <span className={styles['small']}>{answerText(check)}</span>
      <Button size="compact-xs" variant="subtle" onClick={onOpen}>
        {say('history.repeatedDetails')}
      </Button>
    </div>
  );
}

function wholeList(check: CheckRecord, say: ReturnType<typeof useText>['say']): string {
  return check.modelsListed === null
    ? say('history.wholeListFailed')
    : say('history.wholeList', { count: check.modelsListed });
}
