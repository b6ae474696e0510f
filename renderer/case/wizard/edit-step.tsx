import { Anchor, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ChangeRecord } from '../../../shared/admin/change';
import type { CaseView } from '../../../shared/case/views';
import { knownList } from '../../../shared/diagnosis/known-list';
import type { WizardStep } from '../../../shared/ipc/calls/cases';
import type { Say } from '../../../shared/messages/say';
import { editDrawing } from '../../../shared/wizard/drawings';
import { type Branch, changesList } from '../../../shared/wizard/wizard';
import { AdminFix } from '../../admin/admin-fix';
import { useAdminOffer, useChangesMade } from '../../admin/queries';
import { useNavigation } from '../../state/navigation';
import { useText } from '../../text/use-text';
import { OpenLink } from '../../ui/open-link';
import { BranchChoice, isOwn, type OwnBranch } from './branch-choice';
import { knownProject, linkOf } from './console-step';
import { Picture, useScene } from './drawing';
import { OwnerMessageView } from './owner-message-view';
import { LooksDifferent, NextButton, StepCard, StepFoot, StepHeading } from './step-parts';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

interface EditStepProps {
  readonly view: CaseView;
  readonly branch: Branch | null;
  readonly wizard: Wizard;
}

/**
 * Step 4: by the app where an admin key reaches the project; else which list is set decides what to click. It is asked only
 * where nobody knows it.
 */
export function EditStep({ view, branch: stored, wizard }: EditStepProps) {
  const [asking, setAsking] = useState(false);
  const offer = useAdminOffer(view.id).data;
  const changes = useChangesMade().data ?? [];
  const { project = null, key = null } = offer ?? {};
  const [list, setList] = useState<'allowed' | 'blocked'>('allowed');
  const branch = asking ? null : (stored ?? (key === null ? knownList(view.verdict) : 'admin'));
  const done = changes.find((record) => record.project.id === project && record.at >= view.createdAt) ?? null;
  // Where it could not be kept, the choice is what it was, so that it can be made again.
  const choose = (chosen: Branch) => {
    if (chosen === 'remove') setList(branch === 'blocked' ? 'blocked' : 'allowed');
    wizard.send({ kind: 'branch_chosen', branch: chosen }, { onSuccess: () => setAsking(false) });
  };
  const parts = { view, branch, onOther: () => setAsking(true), onChoose: choose };
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        {branch === null && (
          <Question view={view} withAdmin={key !== null} busy={wizard.busy} onChoose={choose}>
            {offer !== undefined && key === null && <AdminHint keysStored={offer.keysStored} />}
          </Question>
        )}
        {isOwn(branch) && (
          <Clicks
            {...parts}
            branch={branch}
            list={branch === 'remove' ? list : branch}
            known={stored === null}
          />
        )}
        {branch === 'admin' && (
          <Others {...parts} todo="admin">
            {key !== null && project !== null && (
              <AdminFix view={view} project={project} adminKey={key} done={done} />
            )}
          </Others>
        )}
        {branch === 'no_list' && (
          <Others {...parts} todo="no_list">
            <OpenLimits view={view} />
          </Others>
        )}
        {branch === 'cannot_edit' && (
          <Others {...parts} todo="cannot_edit">
            <OwnerMessageView view={view} />
          </Others>
        )}
      </StepCard>
      <StepFoot back={wizard}>
        {branch !== null && (
          <Onward
            view={view}
            wizard={wizard}
            branch={branch}
            stored={stored}
            blocked={branch === 'admin' && !isMade(done)}
          />
        )}
      </StepFoot>
    </>
  );
}

/** An undo is a change too, but not one to go on from. */
function isMade(change: ChangeRecord | null): boolean {
  return change?.undoes === null && (change.state === 'verified' || change.state === 'written');
}

interface OnwardProps {
  readonly view: CaseView;
  readonly wizard: Wizard;
  readonly branch: Branch;
  readonly stored: Branch | null;
  readonly blocked: boolean;
}

/** Whoever has changed the list wants to know whether it helped: the watch begins with the same click. */
function Onward({ view, wizard, branch, stored, blocked }: OnwardProps) {
  const { say } = useText();
  const canWatch = view.keyId !== null && view.model !== null && view.running === null;
  const events: readonly WizardStep[] = [
    ...(stored === branch ? [] : [{ kind: 'branch_chosen', branch } as const]),
    { kind: 'step_done' },
  ];
  const goOn = async () => {
    if ((await wizard.sendAll(events)) && changesList(branch) && canWatch) wizard.watch();
  };
  return (
    <NextButton
      wizard={wizard}
      label={onwardLabel(branch, say)}
      blocked={blocked}
      // The message is what there is to send first.
      quiet={branch === 'cannot_edit'}
      onNext={() => void goOn()}
    />
  );
}

function onwardLabel(branch: Branch, say: Say): string {
  if (isOwn(branch)) return say('wizard.done.saved');
  if (branch === 'cannot_edit') return say('wizard.done.sent');
  return say(branch === 'admin' ? 'wizard.watch.start' : 'wizard.next');
}

interface QuestionProps {
  readonly view: CaseView;
  readonly withAdmin: boolean;
  readonly busy: boolean;
  readonly onChoose: (branch: Branch) => void;
  readonly children: ReactNode;
}

function Question({ view, children, ...choice }: QuestionProps) {
  const { say } = useText();
  return (
    <div className={styles['text']}>
      <StepHeading step="edit_list">{say('wizard.step.edit_list.ask')}</StepHeading>
      <BranchChoice {...choice} />
      <div className={styles['foldsRow']}>
        <LooksDifferent>{say('wizard.step.edit_list.different')}</LooksDifferent>
        <OpenLimits view={view} />
      </div>
      {children}
    </div>
  );
}

function OpenLimits({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  return (
    <OpenLink
      link={linkOf('open_limits', knownProject(view))}
      caseId={view.id}
      label={say('wizard.step.edit_list.open')}
      variant="default"
      size="xs"
    />
  );
}

interface PartProps {
  readonly view: CaseView;
  readonly onOther: () => void;
  readonly onChoose: (branch: Branch) => void;
}

interface OthersProps extends PartProps {
  readonly todo: 'admin' | 'no_list' | 'cannot_edit';
  readonly children: ReactNode;
}

/** Ways without clicks in the list itself. */
function Others({ view, todo, onOther, children }: OthersProps) {
  const { say } = useText();
  const model = view.verdict.model ?? say('wizard.yourModel');
  return (
    <div className={styles['text']}>
      <StepHeading step="edit_list">
        {todo === 'admin' ? say('admin.fix.todo', { model }) : say(`wizard.branch.${todo}.explanation`)}
      </StepHeading>
      {children}
      <OtherAnswer onOther={onOther} byApp={todo === 'admin'} />
    </div>
  );
}

interface OtherAnswerProps extends Pick<PartProps, 'onOther'> {
  readonly byApp?: boolean;
}

function OtherAnswer({ onOther, byApp = false }: OtherAnswerProps) {
  const { say } = useText();
  return (
    <UnstyledButton className={styles['fold']} onClick={onOther}>
      {say(`wizard.step.edit_list.${byApp ? 'byHand' : 'other'}`)}
    </UnstyledButton>
  );
}

interface ClicksProps extends PartProps {
  readonly branch: OwnBranch;
  /** The list that the page shows, as far as the person said. */
  readonly list: 'allowed' | 'blocked';
  /** The answer was read, and not given by the person. */
  readonly known: boolean;
}

/** What to click in the list that is set, beside its picture. */
function Clicks({ view, branch, list, known, onOther, onChoose }: ClicksProps) {
  const { say } = useText();
  const { model } = view.verdict;
  const scene = useScene(knownProject(view));
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <StepHeading step="edit_list" {...(known ? { why: say('wizard.step.edit_list.known') } : {})}>
          {branch === 'remove'
            ? say('wizard.branch.remove.title')
            : say('wizard.step.edit_list.todo', { model: model ?? say('wizard.yourModel') })}
        </StepHeading>
        <Steps branch={branch} model={model} />
        <Caution view={view} branch={branch} />
        <div className={styles['foldsRow']}>
          <OtherAnswer onOther={onOther} />
          {branch !== 'remove' && (
            <UnstyledButton
              className={styles['fold']}
              data-testid="branch-remove"
              onClick={() => onChoose('remove')}
            >
              {say('wizard.branch.remove.instead')}
            </UnstyledButton>
          )}
        </div>
      </div>
      <Picture
        label={say(`wizard.step.edit_list.picture.${branch}`)}
        drawing={editDrawing(scene, { change: branch, list, model })}
      />
    </div>
  );
}

const STEPS_OF = {
  allowed: ['step1', 'step2', 'step3'],
  blocked: ['step1', 'step2', 'step3'],
  remove: ['step1', 'step2'],
} as const;

function Steps({ branch, model }: { readonly branch: OwnBranch; readonly model: string | null }) {
  const { say } = useText();
  const values = { model: model ?? say('wizard.yourModel') };
  return (
    <ol className={styles['clicks']}>
      {STEPS_OF[branch].map((name, index) => (
        <li key={name} className="break">
          <span className={styles['number']} aria-hidden>
            {index + 1}
          </span>
          {sentenceOf(branch, name, values, say)}
        </li>
      ))}
    </ol>
  );
}

function sentenceOf(
  branch: OwnBranch,
  name: 'step1' | 'step2' | 'step3',
  values: Readonly<Record<string, string>>,
  say: Say,
): string {
  if (branch === 'remove') return say(`wizard.branch.remove.${name === 'step3' ? 'step2' : name}`);
  return say(`wizard.branch.${branch}.${name}`, values);
}

/** The one trap of the chosen way. */
function Caution({ view, branch }: { readonly view: CaseView; readonly branch: OwnBranch }) {
  const { say } = useText();
  return (
    <div className={styles['caution']} role="note">
      <IconAlertTriangle size={17} aria-hidden />
      <span className="break">{cautionOf(view, branch, say)}</span>
    </div>
  );
}

function cautionOf(view: CaseView, branch: OwnBranch, say: Say): string {
  if (branch !== 'allowed') return say(`wizard.branch.${branch}.caution`);
  const further = (view.reading?.facts.furtherModels ?? []).filter((name) => name !== view.verdict.model);
  return further.length > 0
    ? say('wizard.caution.furtherModels', { models: further.join(', ') })
    : say('wizard.caution.furtherGeneral');
}

/** Quiet, since most people own no organization. */
function AdminHint({ keysStored }: { readonly keysStored: number }) {
  const { say } = useText();
  const { go } = useNavigation();
  return (
    <Text size="xs" c="dimmed">
      {say(keysStored === 0 ? 'admin.fix.offer' : 'admin.fix.otherOrganization')}{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => go({ kind: 'admin' })}>
        {say(keysStored === 0 ? 'admin.fix.offerAction' : 'admin.fix.offerRead')}
      </Anchor>
    </Text>
  );
}
