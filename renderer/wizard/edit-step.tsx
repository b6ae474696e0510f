import type { CaseView } from '../../shared/ipc/views';
import { BRANCHES, type Branch } from '../../shared/wizard/wizard';
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

/** Step 4: which of the lists is set decides what to click. */
export function EditStep({ view, branch, wizard }: EditStepProps) {
  const { say } = useText();
  const { model } = view.verdict;
  return (
    <>
      <div className={styles['columns']}>
        <div className={styles['text']}>
          <StepHeading step="edit_list">
            {model === null
              ? say('wizard.step.edit_list.todoUnknown')
              : say('wizard.step.edit_list.todo', { model })}
          </StepHeading>
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
      <Branches branch={branch} wizard={wizard} />
      <div className={styles['text']} style={{ marginTop: 18 }}>
        {branch !== null && branch !== 'cannot_edit' && <BranchSteps view={view} branch={branch} />}
        {branch === 'cannot_edit' && <OwnerMessage view={view} />}
        <LooksDifferent>{say('wizard.step.edit_list.different')}</LooksDifferent>
      </div>
      <StepFoot wizard={wizard} next={say('wizard.next')} blocked={branch === null} />
    </>
  );
}

function Branches({ branch, wizard }: Pick<EditStepProps, 'branch' | 'wizard'>) {
  const { say } = useText();
  return (
    <fieldset className={styles['fieldset']} style={{ marginTop: 18 }}>
      <legend className={styles['legend']}>{say('wizard.step.edit_list.choose')}</legend>
      <div className={styles['branches']}>
        {BRANCHES.map((name) => (
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

type EditingBranch = Exclude<Branch, 'cannot_edit'>;
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
    ...(branch === 'allowed' ? [models, say('wizard.caution.literal')] : []),
    say('wizard.caution.newKey'),
  ];
}
