import { Anchor, Text } from '@mantine/core';
import type { ChangeRecord } from '../../shared/admin/change';
import type { CaseView } from '../../shared/ipc/views';
import { BRANCHES, type Branch } from '../../shared/wizard/wizard';
import { AdminFix } from '../admin/admin-fix';
import { useAdminOffer, useChangesMade } from '../admin/queries';
import { useNavigation } from '../state/navigation';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import { OpenLink } from '../ui/open-link';
import { knownProject, linkOf } from './console-step';
import { OwnerMessage } from './owner-message-view';
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
export function EditStep({ view, branch, wizard }: EditStepProps) {
  const { say } = useText();
  const offer = useAdminOffer(view.id).data;
  const changes = useChangesMade().data ?? [];
  const { project = null, key = null } = offer ?? {};
  const done = changes.find((record) => record.project.id === project && record.at >= view.createdAt) ?? null;
  const byApp = branch === 'admin';
  const waiting = byApp && !isMade(done);
  return (
    <>
      <Place view={view} branch={branch} />
      <Branches branch={branch} wizard={wizard} withAdmin={key !== null || byApp} />
      <div className={styles['text']} style={{ marginTop: 18 }}>
        {byApp && key !== null && project !== null && (
          <AdminFix view={view} project={project} adminKey={key} done={done} />
        )}
        {branch !== null && branch !== 'cannot_edit' && branch !== 'admin' && (
          <BranchSteps view={view} branch={branch} />
        )}
        {branch === 'cannot_edit' && <OwnerMessage view={view} />}
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

interface BranchesProps extends Pick<EditStepProps, 'branch' | 'wizard'> {
  readonly withAdmin: boolean;
}

function Branches({ branch, wizard, withAdmin }: BranchesProps) {
  const { say } = useText();
  return (
    <fieldset className={styles['fieldset']} style={{ marginTop: 18 }}>
      <legend className={styles['legend']}>
        {say(withAdmin ? 'admin.fix.choose' : 'wizard.step.edit_list.choose')}
      </legend>
      <div className={styles['branches']}>
        {BRANCHES.filter((name) => withAdmin || name !== 'admin').map((name) => (
          <label key={name} className={styles['branch']} data-testid={`branch-${name}`}>
            <input
              type="radio"
              name="branch"
              value={name}
              checked={branch === name}
              onChange={() => wizard.send({ kind: 'branch_chosen', branch: name })}
            />
            <span>
              <span className={styles['branchTitle']}>{say(`wizard.branch.${name}.title`)}</span>
              <span className={styles['branchHint']}>{say(`wizard.branch.${name}.hint`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type EditingBranch = Exclude<Branch, 'cannot_edit' | 'admin'>;
const STEP_NAMES = ['step1', 'step2', 'step3'] as const;

function BranchSteps({ view, branch }: { readonly view: CaseView; readonly branch: EditingBranch }) {
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
export function cautionsOf(view: CaseView, branch: EditingBranch, say: Say): readonly string[] {
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
