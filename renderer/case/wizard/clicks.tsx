import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CaseView } from '../../../shared/case/views';
import type { Say } from '../../../shared/messages/say';
import { editDrawing } from '../../../shared/wizard/drawings';
import type { Branch } from '../../../shared/wizard/wizard';
import { useText } from '../../text/use-text';
import type { OwnBranch } from './branch-choice';
import { knownProject } from './console-step';
import { Picture, useScene } from './drawing';
import { StepHeading } from './step-parts';
import styles from './wizard.module.css';

/** A way through step 4, and the way out of it. */
interface WayProps {
  readonly view: CaseView;
  readonly onOther: () => void;
  readonly onChoose: (branch: Branch) => void;
}

interface OtherAnswerProps extends Pick<WayProps, 'onOther'> {
  readonly byApp?: boolean;
}

export function OtherAnswer({ onOther, byApp = false }: OtherAnswerProps) {
  const { say } = useText();
  return (
    <UnstyledButton className={styles['fold']} onClick={onOther}>
      {say(`wizard.step.edit_list.${byApp ? 'byHand' : 'other'}`)}
    </UnstyledButton>
  );
}

interface ClicksProps extends WayProps {
  readonly branch: OwnBranch;
  /** The list that the page shows, as far as the person said. */
  readonly list: 'allowed' | 'blocked';
  /** The answer was read, and not given by the person. */
  readonly known: boolean;
}

/** What to click in the list that is set, beside its picture. */
export function Clicks({ view, branch, list, known, onOther, onChoose }: ClicksProps) {
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
