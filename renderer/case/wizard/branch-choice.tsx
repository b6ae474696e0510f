import { useId } from 'react';
import type { Branch } from '../../../shared/wizard/wizard';
import { useText } from '../../text/use-text';
import styles from './wizard.module.css';

/** Who changes the list: the app, the person, or an owner who is asked. */
export type Way = 'admin' | 'self' | 'cannot_edit';
/** What the person does, by what the console shows. */
export type OwnBranch = Exclude<Branch, 'admin' | 'cannot_edit'>;

const WAYS: readonly Way[] = ['admin', 'self', 'cannot_edit'];
const OWN_BRANCHES: readonly OwnBranch[] = ['allowed', 'blocked', 'remove'];

export function isOwn(branch: Branch | null): branch is OwnBranch {
  return branch !== null && branch !== 'admin' && branch !== 'cannot_edit';
}

export function wayOf(branch: Branch | null): Way | null {
  return isOwn(branch) ? 'self' : branch;
}

interface BranchChoiceProps {
  readonly way: Way | null;
  readonly branch: Branch | null;
  readonly withAdmin: boolean;
  readonly onWay: (way: Way) => void;
  readonly onBranch: (branch: Branch) => void;
}

/** First who changes the list, and only of those who do it themselves, what they see. */
export function BranchChoice({ way, branch, withAdmin, onWay, onBranch }: BranchChoiceProps) {
  const { say } = useText();
  const choose = (chosen: Way) => {
    onWay(chosen);
    if (chosen !== 'self') onBranch(chosen);
  };
  return (
    <>
      <Cards
        legend={say('wizard.step.edit_list.how')}
        names={WAYS.filter((name) => withAdmin || name !== 'admin')}
        chosen={way}
        onChoose={choose}
      />
      {way === 'self' && (
        <Cards
          legend={say('wizard.step.edit_list.choose')}
          names={OWN_BRANCHES}
          chosen={branch}
          onChoose={onBranch}
        />
      )}
    </>
  );
}

interface CardsProps<Name extends Way | Branch> {
  readonly legend: string;
  readonly names: readonly Name[];
  readonly chosen: Way | Branch | null;
  readonly onChoose: (name: Name) => void;
}

function Cards<Name extends Way | Branch>({ legend, names, chosen, onChoose }: CardsProps<Name>) {
  const { say } = useText();
  const group = useId();
  return (
    <fieldset className={styles['fieldset']} style={{ marginTop: 18 }}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={styles['branches']}>
        {names.map((name) => (
          <label key={name} className={styles['branch']} data-testid={`branch-${name}`}>
            <input
              type="radio"
              name={group}
              value={name}
              checked={chosen === name}
              onChange={() => onChoose(name)}
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
