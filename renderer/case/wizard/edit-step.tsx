import { Anchor, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import { knownList } from '../../../shared/diagnosis/known-list';
import type { WizardStep } from '../../../shared/ipc/calls/cases';
import type { Say } from '../../../shared/messages/say';
import { type Branch, changesList } from '../../../shared/wizard/wizard';
import { AdminFix, isMade } from '../../admin/admin-fix';
import { useAdminOffer, useChangesMade } from '../../admin/queries';
import { useNavigation } from '../../state/navigation';
import { useText } from '../../text/use-text';
import { OpenLink } from '../../ui/open-link';
import { BranchChoice, isOwn } from './branch-choice';
import { Clicks, OtherAnswer } from './clicks';
import { knownProject, linkOf } from './console-step';
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
  return (
    <>
      <StepCard view={view} wizard={wizard}>
        {branch === null ? (
          <Question view={view} withAdmin={key !== null} busy={wizard.busy} onChoose={choose}>
            {offer !== undefined && key === null && <AdminHint keysStored={offer.keysStored} />}
          </Question>
        ) : isOwn(branch) ? (
          <Clicks
            view={view}
            branch={branch}
            list={branch === 'remove' ? (knownList(view.verdict) ?? list) : branch}
            known={stored === null}
            onOther={() => setAsking(true)}
            onChoose={choose}
          />
        ) : (
          <Others view={view} todo={branch} adminKey={key?.label ?? null} onOther={() => setAsking(true)}>
            {branch === 'admin' && key !== null && project !== null && (
              <AdminFix view={view} project={project} adminKey={key} done={done} />
            )}
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

interface OthersProps {
  readonly view: CaseView;
  readonly todo: 'admin' | 'no_list' | 'cannot_edit';
  /** What the key is called that does it; null where none can. */
  readonly adminKey: string | null;
  readonly onOther: () => void;
  readonly children: ReactNode;
}

/** Ways without clicks in the list itself. */
function Others({ view, todo, adminKey, onOther, children }: OthersProps) {
  const { say } = useText();
  return (
    <div className={styles['text']}>
      <StepHeading step="edit_list">
        {todo === 'admin' ? byAdmin(view, adminKey, say) : say(`wizard.branch.${todo}.explanation`)}
      </StepHeading>
      {children}
      {todo === 'no_list' && <OpenLimits view={view} />}
      {todo === 'cannot_edit' && <OwnerMessageView view={view} />}
      <OtherAnswer onOther={onOther} byApp={todo === 'admin'} />
    </div>
  );
}

function byAdmin(view: CaseView, key: string | null, say: Say): string {
  const model = view.verdict.model ?? say('wizard.yourModel');
  return key === null ? say('wizard.branch.admin.hint') : say('admin.fix.todo', { model, key });
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
