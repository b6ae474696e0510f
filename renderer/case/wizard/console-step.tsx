import { Button } from '@mantine/core';
import type { CaseView } from '../../../shared/case/views';
import type { WizardStep } from '../../../shared/ipc/calls/cases';
import type { Say } from '../../../shared/messages/say';
import type { LinkId } from '../../../shared/remedies/links';
import { type AddressCheck, isProjectId } from '../../../shared/wizard/console-address';
import type { Step } from '../../../shared/wizard/wizard';
import { useAdminOffer } from '../../admin/queries';
import { useConsoleOrigin } from '../../state/queries';
import { useText } from '../../text/use-text';
import { Notice } from '../../ui/notice';
import { OpenLink } from '../../ui/open-link';
import { AddressForm } from './address-form';
import { LimitsPicture } from './pictures/limits-picture';
import { LogInPicture } from './pictures/log-in-picture';
import { ProjectPicture } from './pictures/project-picture';
import { ClickPath, LooksDifferent, ShouldSee, StepFoot, StepHeading } from './step-parts';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

export type ConsoleStepName = Extract<Step, 'log_in' | 'choose_project' | 'open_limits'>;

interface ConsoleStepProps {
  readonly view: CaseView;
  readonly step: ConsoleStepName;
  readonly address: AddressCheck | null;
  readonly wizard: Wizard;
}

const PICTURES = {
  log_in: LogInPicture,
  choose_project: ProjectPicture,
  open_limits: LimitsPicture,
} as const;

/** Steps 1 to 3: find the place. They differ in the page, the picture and the check. */
export function ConsoleStep({ view, step, address, wizard }: ConsoleStepProps) {
  const { say } = useText();
  const project = knownProject(view);
  const { host } = new URL(useConsoleOrigin());
  const Picture = PICTURES[step];
  const right =
    step === 'log_in' || address?.kind === 'right_project' || address?.kind === 'nothing_to_compare';
  return (
    <>
      <div className={styles['columns']}>
        <div className={styles['text']}>
          {step === 'log_in' && <AdminShortcut view={view} wizard={wizard} />}
          <StepHeading step={step}>{todoOf(step, project, say)}</StepHeading>
          <OpenLink
            link={linkOf(step, project)}
            caseId={view.id}
            label={openLabel(step, project, say)}
            size="md"
            verbose
          />
          <ClickPath>{say(`wizard.step.${step}.path`, { host })}</ClickPath>
          <ShouldSee>{seenOf(step, project, say)}</ShouldSee>
          {step === 'log_in' && <Notice tone="info">{say('wizard.step.log_in.check')}</Notice>}
          <LooksDifferent>{say(`wizard.step.${step}.different`)}</LooksDifferent>
        </div>
        <Picture
          label={say(`wizard.step.${step}.picture`)}
          note={say('wizard.pictureNote')}
          project={project}
        />
      </div>
      {step !== 'log_in' && <AddressForm check={address} wizard={wizard} />}
      <StepFoot
        wizard={wizard}
        first={step === 'log_in'}
        next={say(right ? 'wizard.next' : 'wizard.nextUnchecked')}
        quiet={!right}
      />
    </>
  );
}

/** From the first step to the choice that an admin key allows in the fourth. */
const TO_ADMIN_CHOICE: readonly WizardStep[] = [
  { kind: 'step_done' },
  { kind: 'step_done' },
  { kind: 'step_done' },
  { kind: 'branch_chosen', branch: 'admin' },
];

/** Whoever has an admin key of this organization needs no console at all. */
function AdminShortcut({ view, wizard }: Pick<ConsoleStepProps, 'view' | 'wizard'>) {
  const { say } = useText();
  const key = useAdminOffer(view.id).data?.key ?? null;
  if (key === null) return null;
  return (
    <Notice
      tone="info"
      actions={
        <Button size="xs" loading={wizard.busy} onClick={() => void wizard.sendAll(TO_ADMIN_CHOICE)}>
          {say('wizard.branch.admin.title')}
        </Button>
      }
    >
      {say('admin.fix.hint', { key: key.label })}
    </Notice>
  );
}

/** Only a well-formed project id is put into a sentence as such. */
export function knownProject(view: CaseView): string | null {
  const { project } = view.verdict;
  return project !== null && isProjectId(project) ? project : null;
}

function todoOf(step: ConsoleStepName, project: string | null, say: Say): string {
  if (step !== 'choose_project') return say(`wizard.step.${step}.todo`);
  return project === null
    ? say('wizard.step.choose_project.todoUnknown')
    : say('wizard.step.choose_project.todo', { project });
}

function seenOf(step: ConsoleStepName, project: string | null, say: Say): string {
  if (step !== 'choose_project') return say(`wizard.step.${step}.see`);
  return project === null
    ? say('wizard.step.choose_project.seeUnknown')
    : say('wizard.step.choose_project.see', { project });
}

function openLabel(step: ConsoleStepName, project: string | null, say: Say): string {
  const named = step === 'choose_project' && project !== null;
  return say(named ? 'wizard.step.choose_project.openProject' : `wizard.step.${step}.open`);
}

/** The page that the step is about; pages of one project need its id. */
export function linkOf(step: ConsoleStepName, project: string | null): LinkId {
  switch (step) {
    case 'log_in':
      return 'login';
    case 'choose_project':
      return project === null ? 'projects' : 'project_keys';
    case 'open_limits':
      return project === null ? 'project_limits_current' : 'project_limits';
  }
}
