import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import type { ChangeRecord } from '../../../shared/admin/change';
import type { CaseView } from '../../../shared/case/views';
import type { Say } from '../../../shared/messages/say';
import type { Branch } from '../../../shared/wizard/wizard';
import { AdminFix } from '../../admin/admin-fix';
import { useAdminOffer, useChangesMade } from '../../admin/queries';
import { useNavigation } from '../../state/navigation';
import { useText } from '../../text/use-text';
import { Notice } from '../../ui/notice';
import { OpenLink } from '../../ui/open-link';
import { BranchChoice, isOwn, type OwnBranch, type Way, wayOf } from './branch-choice';
import { knownProject, linkOf } from './console-step';
import { OwnerMessageView } from './owner-message-view';
import { EditPicture } from './pictures/edit-picture';
import { ClickPath, LooksDifferent, ShouldSee, StepFoot, StepHeading } from './step-parts';
import type { Wizard } from './use-wizard';
import styles from './wizard.module.css';

interface EditStepProps {
  readonly view: CaseView;
  readonly branch: Branch | null;
  readonly wizard: Wizard;
}

/** Step 4: by the app where an admin key reaches the project; else which of the lists is set decides what to click. */
export function EditStep({ view, branch: stored, wizard }: EditStepProps) {
  const { say } = useText();
  const [turnedTo, turnTo] = useState<Way | null>(null);
  const way = turnedTo ?? wayOf(stored);
  const branch = way === wayOf(stored) ? stored : null;
  const offer = useAdminOffer(view.id).data;
  const changes = useChangesMade().data ?? [];
  const { project = null, key = null } = offer ?? {};
  const done = changes.find((record) => record.project.id === project && record.at >= view.createdAt) ?? null;
  const byApp = branch === 'admin';
  const waiting = byApp && !isMade(done);
  return (
    <>
      <Place view={view} branch={branch} />
      <BranchChoice
        way={way}
        branch={branch}
        withAdmin={key !== null || byApp}
        onWay={turnTo}
        // Where it could not be kept, the choice is what it was, so that it can be made again.
        onBranch={(chosen) =>
          wizard.send({ kind: 'branch_chosen', branch: chosen }, { onSettled: () => turnTo(null) })
        }
      />
      <div className={styles['text']} style={{ marginTop: 18 }}>
        {byApp && key !== null && project !== null && (
          <AdminFix view={view} project={project} adminKey={key} done={done} />
        )}
        {isOwn(branch) && <BranchSteps view={view} branch={branch} />}
        {branch === 'cannot_edit' && <OwnerMessageView view={view} />}
        {offer !== undefined && key === null && <AdminHint keysStored={offer.keysStored} />}
        {!byApp && <LooksDifferent>{say('wizard.step.edit_list.different')}</LooksDifferent>}
      </div>
      <StepFoot
        wizard={wizard}
        next={say(byApp ? 'admin.fix.next' : 'wizard.next')}
        blocked={branch === null || waiting}
      />
    </>
  );
}

/** An undo is a change too, but not one to go on from. */
function isMade(change: ChangeRecord | null): boolean {
  return change?.undoes === null && (change.state === 'verified' || change.state === 'written');
}

function Place({ view, branch }: Pick<EditStepProps, 'view' | 'branch'>) {
  const { say } = useText();
  const { model } = view.verdict;
  const heading = <StepHeading step="edit_list">{todoOf(branch, model, say)}</StepHeading>;
  if (branch === 'admin') return heading;
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        {heading}
        <ClickPath>{say('wizard.step.edit_list.path')}</ClickPath>
        <OpenLink
          link={linkOf('open_limits', knownProject(view))}
          caseId={view.id}
          label={say('wizard.step.edit_list.open')}
          variant="default"
          size="xs"
        />
      </div>
      <EditPicture
        label={say('wizard.step.edit_list.picture')}
        note={say('wizard.pictureNote')}
        model={model}
        branch={branch}
      />
    </div>
  );
}

function todoOf(branch: Branch | null, model: string | null, say: Say): string {
  if (branch === 'admin') return say('admin.fix.todo', { model: model ?? say('wizard.yourModel') });
  return model === null
    ? say('wizard.step.edit_list.todoUnknown')
    : say('wizard.step.edit_list.todo', { model });
}

/** Quiet, since most people own no organization. */
function AdminHint({ keysStored }: { readonly keysStored: number }) {
  const { say } = useText();
  const { go } = useNavigation();
  return (
    <Text size="sm" c="dimmed">
      {say(keysStored === 0 ? 'admin.fix.offer' : 'admin.fix.otherOrganization')}{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => go({ kind: 'admin' })}>
        {say(keysStored === 0 ? 'admin.fix.offerAction' : 'admin.fix.offerRead')}
      </Anchor>
    </Text>
  );
}

const STEP_NAMES = ['step1', 'step2', 'step3'] as const;

function BranchSteps({ view, branch }: { readonly view: CaseView; readonly branch: OwnBranch }) {
  const { say } = useText();
  const model = view.verdict.model ?? say('wizard.yourModel');
  return (
    <>
      <ol style={{ margin: 0, paddingLeft: 22, display: 'grid', gap: 5 }}>
        {STEP_NAMES.map((name) => (
          <li key={name} className="break">
            {say(`wizard.branch.${branch}.${name}`, { model })}
          </li>
        ))}
      </ol>
      <Notice tone="warn" title={say('wizard.caution.title')}>
        <ul style={{ margin: '4px 0 0', paddingLeft: 18, display: 'grid', gap: 4 }}>
          {cautionsOf(view, branch, say).map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      </Notice>
      <ShouldSee>{say('wizard.step.edit_list.see')}</ShouldSee>
    </>
  );
}

/** The traps of this page, those of the chosen branch first. */
function cautionsOf(view: CaseView, branch: OwnBranch, say: Say): readonly string[] {
  const further = (view.reading?.facts.furtherModels ?? []).filter((name) => name !== view.verdict.model);
  const models =
    further.length > 0
      ? say('wizard.caution.furtherModels', { models: further.join(', ') })
      : say('wizard.caution.furtherGeneral');
  return [
    say('wizard.caution.otherEdit'),
    say(`wizard.branch.${branch}.warning`),
    ...(branch === 'allowed' ? [say('wizard.caution.newList'), models, say('wizard.caution.literal')] : []),
    say('wizard.caution.newKey'),
  ];
}
