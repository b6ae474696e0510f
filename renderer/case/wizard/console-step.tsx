import { Button, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import type { WizardStep } from '../../../shared/ipc/calls/cases';
import type { Say } from '../../../shared/messages/say';
import type { LinkId } from '../../../shared/remedies/links';
import { type AddressCheck, isProjectId } from '../../../shared/wizard/console-address';
import { limitsDrawing, logInDrawing, projectDrawing } from '../../../shared/wizard/drawings';
import type { Step } from '../../../shared/wizard/wizard';
import { useAdminOffer } from '../../admin/queries';
import { useAppInfo, useCall } from '../../state/queries';
import { useText } from '../../text/use-text';
import { keyboard } from '../../ui/keyboard';
import { CallAlert } from '../../ui/notice';
import { OpenLink } from '../../ui/open-link';
import { ADDRESS_FIELD, AddressForm } from './address-form';
import { Picture, useScene } from './drawing';
import {
  FoldButton,
  Keeping,
  LooksDifferent,
  NextButton,
  StepCard,
  StepFoot,
  StepHeading,
} from './step-parts';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

type ConsoleStepName = Extract<Step, 'log_in' | 'choose_project' | 'open_limits'>;

interface ConsoleStepProps {
  readonly view: CaseView;
  readonly step: ConsoleStepName;
  readonly address: AddressCheck | null;
  readonly wizard: Wizard;
}

const DRAWINGS = {
  log_in: logInDrawing,
  choose_project: projectDrawing,
  open_limits: limitsDrawing,
} as const;

/** The id of what stands in place of the picture while the place is checked: both at once need more than the window has. */
const CHECK = 'check-where-i-am';

/** Steps 1 to 3: find the place. They differ in the page, the picture and the check. */
export function ConsoleStep(props: ConsoleStepProps) {
  const { view, step, address, wizard } = props;
  const { say } = useText();
  const project = knownProject(view);
  const scene = useScene(project);
  const straight = useStraightToList(view, wizard);
  const practising = useAppInfo().data?.mode === 'practice';
  const [checking, setChecking] = useState(false);
  const toggle = () => {
    if (!checking) keyboard.give(ADDRESS_FIELD);
    setChecking(!checking);
  };
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        <div className={styles['columns']}>
          <div className={styles['text']}>
            <StepHeading step={step} {...whyOf(step, say)}>
              {todoOf(step, project, say)}
            </StepHeading>
            <OpenLink
              link={linkOf(step, project)}
              caseId={view.id}
              label={openLabel(step, project, say)}
              variant={step === 'log_in' ? 'default' : 'light'}
              verbose={step === 'log_in' || !practising}
            />
            {step === 'log_in' && <Shortcut view={view} project={project} />}
            <CallAlert error={straight.error} />
            <div className={styles['folds']}>
              <LooksDifferent>{say(`wizard.step.${step}.different`)}</LooksDifferent>
              {step !== 'log_in' && (
                <FoldButton
                  label={say('wizard.address.open')}
                  open={checking}
                  controls={CHECK}
                  onToggle={toggle}
                />
              )}
            </div>
          </div>
          <div>
            <div id={CHECK} hidden={!checking}>
              {step !== 'log_in' && <AddressForm check={address} wizard={wizard} />}
            </div>
            {!checking && (
              <Picture label={say(`wizard.step.${step}.picture`)} drawing={DRAWINGS[step](scene)} />
            )}
          </div>
        </div>
      </StepCard>
      <StepFoot back={step === 'log_in' ? null : wizard} note={<Keeping />}>
        {step === 'log_in' ? (
          <LogInActions {...props} project={project} straight={straight} />
        ) : (
          <SearchActions wizard={wizard} wrong={address?.kind === 'wrong_project'} />
        )}
      </StepFoot>
    </>
  );
}

/** A step is skipped by those who are there already, and done by everybody else. */
function SearchActions({ wizard, wrong }: { readonly wizard: Wizard; readonly wrong: boolean }) {
  const { say } = useText();
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        disabled={wizard.busy}
        onClick={() => wizard.send({ kind: 'step_skipped' })}
      >
        {say('wizard.skip')}
      </Button>
      <NextButton
        wizard={wizard}
        label={say('wizard.next')}
        quiet={wrong}
        onNext={() => wizard.send({ kind: 'step_done' })}
      />
    </>
  );
}

interface LogInActionsProps extends ConsoleStepProps {
  readonly project: string | null;
  readonly straight: Straight;
}

/** The shortest way that is open is the filled button: by the app itself, else by one link. */
function LogInActions({ view, wizard, project, straight }: LogInActionsProps) {
  const { say } = useText();
  const key = useAdminOffer(view.id).data?.key ?? null;
  if (key === null && project === null) return <SearchActions wizard={wizard} wrong={false} />;
  return (
    <>
      <NextButton
        wizard={wizard}
        label={say('wizard.next')}
        quiet
        onNext={() => wizard.send({ kind: 'step_done' })}
      />
      {key === null ? (
        <Button
          loading={straight.busy}
          rightSection={<IconExternalLink size={16} />}
          onClick={straight.start}
        >
          {say('wizard.straight')}
        </Button>
      ) : (
        <Button loading={wizard.busy} onClick={() => void wizard.sendAll(TO_ADMIN_CHOICE)}>
          {say('wizard.branch.admin.title')}
        </Button>
      )}
    </>
  );
}

const TO_ADMIN_CHOICE: readonly WizardStep[] = [
  { kind: 'list_reached' },
  { kind: 'branch_chosen', branch: 'admin' },
];

/** What the filled button of the first step saves. */
function Shortcut({ view, project }: { readonly view: CaseView; readonly project: string | null }) {
  const { say } = useText();
  const key = useAdminOffer(view.id).data?.key ?? null;
  if (key === null && project === null) return null;
  return (
    <Text size="sm" c="dimmed" className="break">
      {key === null ? say('wizard.step.log_in.straight') : say('admin.fix.hint', { key: key.label })}
    </Text>
  );
}

interface Straight {
  readonly start: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** The address of a project's page leads there by itself; whoever is not logged in is asked to on the way. */
function useStraightToList(view: CaseView, wizard: Wizard): Straight {
  const open = useCall((doctor) => doctor.app.open_link);
  const start = () =>
    open.mutate(
      { link: linkOf('open_limits', knownProject(view)), caseId: view.id },
      { onSuccess: () => wizard.send({ kind: 'list_reached' }) },
    );
  return { start, busy: open.isPending || wizard.busy, error: open.error };
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

function whyOf(step: ConsoleStepName, say: Say): { readonly why?: string } {
  return step === 'log_in' ? {} : { why: say(`wizard.step.${step}.why`) };
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
