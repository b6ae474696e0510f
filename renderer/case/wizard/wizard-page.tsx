import { Button, Group, Stepper } from '@mantine/core';
import { IconArrowLeft, IconRotate } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/case/views';
import type { AppInfo } from '../../../shared/ipc/views';
import { STEPS, stepOf } from '../../../shared/wizard/wizard';
import { useNavigation } from '../../state/navigation';
import { useAppInfo } from '../../state/queries';
import { useText } from '../../text/use-text';
import { FactChips } from '../../ui/chip';
import { CallAlert } from '../../ui/notice';
import { PageFrame } from '../../ui/page';
import { ConsoleStep } from './console-step';
import { EditStep } from './edit-step';
import { useWizard } from './use-wizard';
import { VerifyStep } from './verify-step';
import styles from './wizard.module.css';

export function WizardPage({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const { go } = useNavigation();
  const wizard = useWizard(view.id);
  const info = useAppInfo().data;
  const step = stepOf(view.wizard);
  const { model, project } = view.verdict;
  const unknown = say('wizard.target.unknownProject');
  return (
    <PageFrame
      title={say('wizard.title')}
      lead={say(`wizard.lead.${keeping(info)}`)}
      actions={
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
      }
    >
      <FactChips
        facts={[
          { name: say('wizard.target.model'), value: model ?? unknown },
          { name: say('wizard.target.project'), value: project ?? unknown },
        ]}
      />
      <Progress view={view} />
      <div
        className={styles['card']}
        data-testid="wizard-step"
        data-step={step ?? ''}
        data-state={view.wizard.kind}
      >
        <CallAlert error={wizard.error} onClose={wizard.clear} />
        <CurrentStep view={view} wizard={wizard} />
      </div>
    </PageFrame>
  );
}

/** How long the place in the wizard is kept. */
function keeping(info: AppInfo | undefined): 'kept' | 'practice' | 'forgotten' {
  if (info?.mode === 'practice') return 'practice';
  return info?.storeUnavailable === true ? 'forgotten' : 'kept';
}

function Progress({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const step = stepOf(view.wizard);
  const active = view.wizard.kind === 'proven' ? STEPS.length : step === null ? 0 : STEPS.indexOf(step);
  return (
    <div className={styles['stepper']}>
      <Stepper
        active={active}
        size="sm"
        iconSize={30}
        labelPosition="bottom"
        wrap={false}
        allowNextStepsSelect={false}
      >
        {STEPS.map((name, index) => (
          <Stepper.Step
            key={name}
            label={say(`wizard.step.${name}.name`)}
            allowStepSelect={false}
            aria-current={index === active ? 'step' : undefined}
            classNames={{ stepLabel: styles['stepLabel'] ?? '', stepIcon: styles['stepIcon'] ?? '' }}
          />
        ))}
      </Stepper>
    </div>
  );
}

interface CurrentStepProps {
  readonly view: CaseView;
  readonly wizard: ReturnType<typeof useWizard>;
}

function CurrentStep({ view, wizard }: CurrentStepProps) {
  const { say } = useText();
  switch (view.wizard.kind) {
    case 'not_started':
      return (
        <Button loading={wizard.busy} onClick={() => wizard.send({ kind: 'started' })}>
          {say('wizard.start')}
        </Button>
      );
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
