import { NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { MAX_PROBING, type ProbingSettings } from '../../shared/matrix/views';
import { PROBING_SETTINGS, useCall, useProbingSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './settings.module.css';

/** How hard the API may be asked, and how long checks are kept. */
export function ProbingSection() {
  const { say } = useText();
  const client = useQueryClient();
  const settings = useProbingSettings();
  const write = useCall((doctor) => doctor.probing.write_settings);
  const retention = useRetention((keepDays) => change({ keepDays }));
  if (settings.data === undefined) return <CallAlert error={settings.error} />;
  const { overall, perKey, keepDays } = settings.data;
  const change = (part: Partial<ProbingSettings>) =>
    write.mutate(
      { overall, perKey, keepDays, ...part },
      { onSuccess: (written) => client.setQueryData(PROBING_SETTINGS, written) },
    );
  return (
    <Section title={say('matrix.settings.title')} lead={say('matrix.settings.lead')}>
      <CallAlert error={write.error} onClose={write.reset} />
      <CallAlert error={retention.error} onClose={retention.forgetError} />
      <div className={styles['rows']}>
        <Whole
          label={say('matrix.settings.overall')}
          description={say('matrix.settings.overallHelp')}
          value={overall}
          min={1}
          max={MAX_PROBING.overall}
          // With one key, no more can be under way than over all.
          onCommit={(value) => change({ overall: value, perKey: Math.min(perKey, value) })}
        />
        <Whole
          label={say('matrix.settings.perKey')}
          description={say('matrix.settings.perKeyHelp')}
          value={perKey}
          min={1}
          max={Math.min(MAX_PROBING.perKey, overall)}
          onCommit={(value) => change({ perKey: value })}
        />
        <Whole
          key={retention.tries}
          label={say('matrix.settings.keepDays')}
          description={say('matrix.settings.keepDaysHelp')}
          value={keepDays}
          min={0}
          max={MAX_PROBING.keepDays}
          onCommit={(value) => retention.wish(value)}
        />
      </div>
      <ForgetDialog retention={retention} />
    </Section>
  );
}

interface Wish {
  readonly keepDays: number;
  readonly count: number;
}

/** What would be deleted is asked about first. */
function useRetention(write: (keepDays: number) => void) {
  const forgotten = useCall((doctor) => doctor.history.forgotten_by);
  const [asking, setAsking] = useState<Wish | null>(null);
  // Counts the wishes that were thought better of: the field then shows again what holds.
  const [tries, setTries] = useState(0);
  const wish = (keepDays: number) =>
    forgotten.mutate(
      { keepDays },
      { onSuccess: (count) => (count === 0 ? write(keepDays) : setAsking({ keepDays, count })) },
    );
  const confirm = () => {
    if (asking !== null) write(asking.keepDays);
    setAsking(null);
  };
  const dismiss = () => {
    setAsking(null);
    setTries(tries + 1);
  };
  return { wish, asking, tries, confirm, dismiss, error: forgotten.error, forgetError: forgotten.reset };
}

function ForgetDialog({ retention }: { readonly retention: ReturnType<typeof useRetention> }) {
  const { say } = useText();
  const { asking } = retention;
  return (
    <ConfirmDialog
      opened={asking !== null}
      title={say('matrix.settings.forget.title')}
      explanation={say('matrix.settings.forget.explanation', {
        days: asking?.keepDays ?? 0,
        count: asking?.count ?? 0,
      })}
      confirm={say('matrix.settings.forget.confirm')}
      busy={false}
      error={null}
      onConfirm={retention.confirm}
      onClose={retention.dismiss}
    />
  );
}

interface WholeProps {
  readonly label: string;
  readonly description: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number) => void;
}

const CLASSES = {
  root: styles['number'] ?? '',
  description: styles['numberHelp'] ?? '',
  wrapper: styles['numberField'] ?? '',
  error: styles['numberError'] ?? '',
};

/** Takes a whole number once it is typed to its end: what is half typed must not delete anything. */
function Whole({ onCommit, value, min, max, ...rest }: WholeProps) {
  const { say } = useText();
  const [typed, setTyped] = useState<number | string>(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const fits = typeof typed === 'number' && Number.isInteger(typed) && typed >= min && typed <= max;
  const commit = () => {
    if (!fits) return setTyped(value);
    if (typed !== value) onCommit(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && fits) commit();
  };
  return (
    <NumberInput
      {...rest}
      hideControls
      classNames={CLASSES}
      min={min}
      max={max}
      value={typed}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      error={fits ? null : say('matrix.settings.range', { min, max })}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
