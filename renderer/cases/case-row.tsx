import { Checkbox, UnstyledButton } from '@mantine/core';
import type { CaseSummary } from '../../shared/case/views';
import { lineOf } from '../../shared/report/headline';
import { shortenId } from '../../shared/text/shorten-id';
import { useNavigation } from '../state/navigation';
import { caseTitle } from '../text/case-title';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CasePin } from '../ui/case-pin';
import { OutcomeIcon } from '../ui/outcome-icon';
import styles from './cases.module.css';

interface CaseRowProps {
  readonly summary: CaseSummary;
  readonly selected: boolean;
  readonly onToggle: () => void;
}

export function CaseRow({ summary, selected, onToggle }: CaseRowProps) {
  const { say, language } = useText();
  const { go } = useNavigation();
  const title = caseTitle(summary, say);
  const { id, name, model, project, updatedAt } = summary;
  const details = [name === null ? null : model, project === null ? null : shortenId(project)];
  return (
    <li className={styles['row']} data-selected={selected}>
      <Checkbox aria-label={say('cases.select', { title })} checked={selected} onChange={onToggle} />
      <OutcomeIcon outcome={summary.outcome} size={18} />
      <UnstyledButton className={styles['open']} onClick={() => go({ kind: 'case', id, part: 'verdict' })}>
        <span className={styles['title']} data-named={name !== null}>
          {title}
        </span>
        <span className={styles['cause']}>{say(lineOf(summary))}</span>
        {details.map(
          (detail) =>
            detail !== null && (
              <span key={detail} className={styles['detail']}>
                {detail}
              </span>
            ),
        )}
      </UnstyledButton>
      <time className={styles['time']} dateTime={updatedAt}>
        {formatMoment(updatedAt, language, new Date())}
      </time>
      <CasePin item={summary} />
    </li>
  );
}
