import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconRotate } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/case/views';
import { stepOf } from '../../../shared/wizard/wizard';
import { useNavigation } from '../../state/navigation';
import { useText } from '../../text/use-text';
import { FactChips } from '../../ui/chip';
import { ConsoleStep } from './console-step';
import { EditStep } from './edit-step';
import { Progress } from './progress';
import { NextButton, StepCard, StepFoot } from './step-parts';
import { useWizard, type Wizard } from './use-wizard';
import { VerifyStep } from './verify-step';
import styles from './wizard.module.css';

interface WizardProps {
  readonly view: CaseView;
  readonly wizard: Wizard;
}

/** One step at a time, made to fit the smallest window: where one is, what to do, and what comes next at the lower edge. */
export function WizardPage({ view }: { readonly view: CaseView }) {
  const wizard = useWizard(view.id);
  return (
    <div className={styles['wizard']}>
      <div className={styles['column']}>
        <Head view={view} wizard={wizard} />
        <Progress view={view} wizard={wizard} />
      </div>
      <CurrentStep view={view} wizard={wizard} />
    </div>
  );
}

function Head({ view, wizard }: WizardProps) {
  const { say } = useText();
  const { go } = useNavigation();
  const step = stepOf(view.wizard);
  const { model, project } = view.verdict;
  const unknown = say('wizard.target.unknownProject');
  return (
    <>
      <header className={styles['head']}>
        <Title order={1}>{say('wizard.title')}</Title>
        <Group gap={8} wrap="nowrap">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconArrowLeft size={15} />}
            onClick={() => go({ kind: 'case', id: view.id, part: 'verdict' })}
          >
            {say('wizard.backToVerdict')}
          </Button>
          {step !== null && step !== 'log_in' && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<IconRotate size={15} />}
              onClick={() => wizard.send({ kind: 'restarted' })}
            >
              {say('wizard.restart')}
            </Button>
          )}
        </Group>
      </header>
      <FactChips
        facts={[
          { name: say('wizard.target.model'), value: model ?? unknown },
          { name: say('wizard.target.project'), value: project ?? unknown },
        ]}
      />
    </>
  );
}

function CurrentStep({ view, wizard }: WizardProps) {
  switch (view.wizard.kind) {
    case 'not_started':
      return <NotStarted view={view} wizard={wizard} />;
    case 'log_in':
      return <ConsoleStep key="log_in" view={view} step="log_in" address={null} wizard={wizard} />;
    case 'choose_project':
    case 'open_limits':
      return (
        <ConsoleStep
          key={view.wizard.kind}
          view={view}
          step={view.wizard.kind}
          address={view.wizard.address}
          wizard={wizard}
        />
      );
    case 'edit_list':
      return <EditStep view={view} branch={view.wizard.branch} wizard={wizard} />;
    case 're_verify':
    case 'proven':
      return <VerifyStep view={view} wizard={wizard} />;
  }
}

function NotStarted({ view, wizard }: WizardProps) {
  const { say } = useText();
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        <Text>{say('wizard.step.log_in.todo')}</Text>
      </StepCard>
      <StepFoot back={null}>
        <NextButton
          wizard={wizard}
          label={say('wizard.start')}
          onNext={() => wizard.send({ kind: 'started' })}
        />
      </StepFoot>
    </>
  );
}
