import { Button, Title, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconChevronRight } from '@tabler/icons-react';
import type { PracticeScenario } from '../../shared/practice/views';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeyCall, useScenarios } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { FoldedSection } from '../ui/page';
import styles from './diagnose.module.css';

function useStart() {
  const { go } = useNavigation();
  const open = useCaseCall((doctor) => doctor.cases.open);
  const prepare = useKeyCall((doctor) => doctor.practice.prepare);
  const start = ({ id, text, keyId, model }: PracticeScenario) =>
    prepare.mutate(
      { id },
      {
        onSuccess: () =>
          open.mutate(
            { text, keyId, model },
            { onSuccess: (view) => go({ kind: 'case', id: view.id, part: 'verdict' }) },
          ),
      },
    );
  const forgetError = () => {
    prepare.reset();
    open.reset();
  };
  return {
    start,
    busy: prepare.isPending || open.isPending,
    error: prepare.error ?? open.error,
    forgetError,
  };
}

/** Who comes to practice without an error of their own begins here. */
export function FirstCase() {
  const { say } = useText();
  const scenarios = useScenarios(true);
  const { start, busy, error, forgetError } = useStart();
  const first = scenarios.data?.[0];
  if (first === undefined) return <CallAlert error={scenarios.error} />;
  return (
    <section className={styles['firstCase']} aria-labelledby="first-case">
      <div className={styles['firstText']}>
        <p className={styles['firstMark']}>{say('practice.scenarios.first')}</p>
        <Title order={2} id="first-case">
          {say(`practice.scenario.${first.id}.title`)}
        </Title>
        <p className={styles['caseLead']}>{say(`practice.scenario.${first.id}.lead`)}</p>
      </div>
      <Button
        size="md"
        variant="filled"
        loading={busy}
        rightSection={<IconArrowRight size={18} aria-hidden />}
        data-testid={`scenario-${first.id}`}
        onClick={() => start(first)}
      >
        {say('practice.scenarios.open')}
      </Button>
      <CallAlert error={error} onClose={forgetError} />
    </section>
  );
}

/** Stays open once it was opened, for who goes through them one after another. */
export function MoreCases() {
  const { say } = useText();
  const scenarios = useScenarios(true);
  const [isOpen, setOpen] = useRemembered('diagnose.moreCases', false);
  const { start, busy, error, forgetError } = useStart();
  const rest = (scenarios.data ?? []).slice(1);
  if (rest.length === 0) return null;
  return (
    <FoldedSection
      title={say('practice.scenarios.more', { count: rest.length })}
      lead={say('practice.scenarios.lead')}
      testId="more-cases"
      isOpen={isOpen}
      onToggle={setOpen}
    >
      <CallAlert error={error} onClose={forgetError} />
      <ul className={styles['moreCases']}>
        {rest.map((scenario) => (
          <li key={scenario.id}>
            <MoreCase scenario={scenario} disabled={busy} onStart={() => start(scenario)} />
          </li>
        ))}
      </ul>
    </FoldedSection>
  );
}

interface MoreCaseProps {
  readonly scenario: PracticeScenario;
  readonly disabled: boolean;
  readonly onStart: () => void;
}

function MoreCase({ scenario: { id, model }, disabled, onStart }: MoreCaseProps) {
  const { say } = useText();
  return (
    <UnstyledButton
      className={styles['moreCase']}
      disabled={disabled}
      onClick={onStart}
      data-testid={`scenario-${id}`}
    >
      <span className={styles['caseText']}>
        <span className={styles['caseTitle']}>{say(`practice.scenario.${id}.title`)}</span>
        <span className={styles['caseLead']}>{say(`practice.scenario.${id}.lead`)}</span>
      </span>
      <span className={styles['caseModel']}>{model}</span>
      <IconChevronRight size={16} aria-hidden />
    </UnstyledButton>
  );
}
