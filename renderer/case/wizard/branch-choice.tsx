import { UnstyledButton } from '@mantine/core';
import { USAGE_LOOKS, usageSketch } from '../../../shared/wizard/drawings';
import type { Branch } from '../../../shared/wizard/wizard';
import { useText } from '../../text/use-text';
import { Picture, wordsIn } from './drawing';
import styles from './wizard.module.css';

/** What the person clicks in the console themselves. */
export type OwnBranch = Extract<Branch, 'allowed' | 'blocked' | 'remove'>;

export function isOwn(branch: Branch | null): branch is OwnBranch {
  return branch === 'allowed' || branch === 'blocked' || branch === 'remove';
}

interface BranchChoiceProps {
  readonly withAdmin: boolean;
  readonly busy: boolean;
  readonly onChoose: (branch: Branch) => void;
}

/** The one question of step 4: what the page shows. The answer says what to click. */
export function BranchChoice({ withAdmin, busy, onChoose }: BranchChoiceProps) {
  const { say } = useText();
  return (
    <ul className={styles['branches']}>
      {USAGE_LOOKS.map((name) => (
        <li key={name}>
          <UnstyledButton
            className={styles['branch']}
            data-testid={`branch-${name}`}
            disabled={busy}
            onClick={() => onChoose(name)}
          >
            <span className={styles['sketch']}>
              <Picture label={null} drawing={usageSketch(name, wordsIn(say))} />
            </span>
            <span>
              <span className={styles['branchTitle']}>{say(`wizard.branch.${name}.title`)}</span>
              <span className={styles['branchHint']}>{say(`wizard.branch.${name}.hint`)}</span>
            </span>
          </UnstyledButton>
        </li>
      ))}
      {withAdmin && (
        <li className={styles['wholeRow']}>
          <UnstyledButton
            className={styles['branch']}
            data-testid="branch-admin"
            disabled={busy}
            onClick={() => onChoose('admin')}
          >
            <span>
              <span className={styles['branchTitle']}>{say('wizard.branch.admin.title')}</span>
              <span className={styles['branchHint']}>{say('wizard.branch.admin.hint')}</span>
            </span>
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
}
