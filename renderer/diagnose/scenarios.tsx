import { UnstyledButton } from '@mantine/core';
import { MESSAGES } from '../../shared/messages';
import type { PracticeScenario } from '../../shared/practice/views';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeyCall, useScenarios } from '../state/queries';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './diagnose.module.css';

type ScenarioName = keyof (typeof MESSAGES)['en']['practice']['scenario'];

function isNamed(id: string): id is ScenarioName {
  return Object.hasOwn(MESSAGES.en.practice.scenario, id);
}

export function Scenarios() {
  const { say } = useText();
  const { go } = useNavigation();
  const scenarios = useScenarios(true);
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
  return (
    <Section title={say('practice.scenarios.title')} lead={say('practice.scenarios.lead')}>
      <CallAlert error={scenarios.error ?? prepare.error ?? open.error} onClose={open.reset} />
      <ul className={styles['scenarios']}>
        {(scenarios.data ?? []).map((scenario, index) => (
          <li key={scenario.id}>
            <ScenarioButton
              scenario={scenario}
              first={index === 0}
              disabled={prepare.isPending || open.isPending}
              onStart={() => start(scenario)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ScenarioButtonProps {
  readonly scenario: PracticeScenario;
  readonly first: boolean;
  readonly disabled: boolean;
  readonly onStart: () => void;
}

function ScenarioButton({ scenario, first, disabled, onStart }: ScenarioButtonProps) {
  const { say } = useText();
  const name = isNamed(scenario.id) ? scenario.id : 'other';
  return (
    <UnstyledButton
      className={styles['scenario']}
      disabled={disabled}
      onClick={onStart}
      data-testid={`scenario-${scenario.id}`}
    >
      <span className={styles['scenarioTitle']}>{say(`practice.scenario.${name}.title`)}</span>
      <span>{say(`practice.scenario.${name}.lead`)}</span>
      <span className={styles['scenarioFoot']}>
        <span className="mono">{scenario.model}</span>
        {first && <Pill tone="info">{say('practice.scenarios.recommended')}</Pill>}
      </span>
    </UnstyledButton>
  );
}
