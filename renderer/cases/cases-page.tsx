import { Checkbox, Text, TextInput } from '@mantine/core';
import { IconSearch, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseSummary } from '../../shared/case/views';
import type { Say } from '../../shared/messages/say';
import { lineOf } from '../../shared/report/headline';
import { fitsTerms, fold, termsOf } from '../../shared/text/terms';
import { useAllCases, useCasesCall } from '../state/queries';
import { caseTitle } from '../text/case-title';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import { PageFrame } from '../ui/page';
import { DeleteSelected, SelectionBar } from '../ui/selection-bar';
import { toggled } from '../ui/toggled';
import { UNDO_CASES } from '../ui/undo-case-deletion';
import { CaseRow } from './case-row';
import styles from './cases.module.css';

/** Every case that is kept, to be found, told apart and cleared away. */
export function CasesPage() {
  const { say } = useText();
  const query = useAllCases();
  const { cases, isWhole } = query.data ?? { cases: [], isWhole: true };
  return (
    <PageFrame title={say('app.navigation.cases')} lead={say(isWhole ? 'cases.lead' : 'cases.leadCut')}>
      <CallAlert error={query.error} />
      {query.data !== undefined && cases.length === 0 && (
        <EmptyState icon={IconStethoscope} title={say('cases.emptyTitle')}>
          <Text c="dimmed">{say('cases.empty')}</Text>
        </EmptyState>
      )}
      {cases.length > 0 && <Cases cases={cases} />}
    </PageFrame>
  );
}

function Cases({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { say } = useText();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = fitting(cases, search, say);
  const selected = shown.filter(({ id }) => chosen.has(id));
  const isAll = selected.length === shown.length;
  const toggle = (id: string) => setChosen((before) => toggled(before, id));
  return (
    <>
      <div className={styles['tools']}>
        <Checkbox
          aria-label={say('cases.selectAll')}
          title={say('cases.selectAll')}
          checked={isAll && shown.length > 0}
          indeterminate={!isAll && selected.length > 0}
          onChange={() => setChosen(new Set(isAll ? [] : shown.map(({ id }) => id)))}
        />
        <TextInput
          className={styles['search']}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={say('cases.search')}
          placeholder={say('cases.searchHint')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      {shown.length === 0 && (
        <Text c="dimmed" role="status">
          {say('cases.nothing', { query: search.trim() })}
        </Text>
      )}
      <ul className={styles['list']} aria-label={say('cases.list')}>
        {shown.map((summary) => (
          <CaseRow
            key={summary.id}
            summary={summary}
            selected={chosen.has(summary.id)}
            onToggle={() => toggle(summary.id)}
          />
        ))}
      </ul>
      <SelectedCases selected={selected} onClear={() => setChosen(new Set())} />
    </>
  );
}

/** By what a row shows, and by the project's whole id. */
function fitting(cases: readonly CaseSummary[], search: string, say: Say): readonly CaseSummary[] {
  const terms = termsOf(search);
  return cases.filter((summary) => {
    const { model, project } = summary;
    const text = fold([caseTitle(summary, say), model, project, say(lineOf(summary))].join(' '));
    return fitsTerms(terms, (word) => text.includes(word));
  });
}

interface SelectedCasesProps {
  readonly selected: readonly CaseSummary[];
  readonly onClear: () => void;
}

/** Those that a search hides are not among them. */
function SelectedCases({ selected, onClear }: SelectedCasesProps) {
  const { say } = useText();
  const remove = useCasesCall((doctor) => doctor.cases.delete);
  const [deleting, setDeleting] = useState(false);
  const ids = selected.map(({ id }) => id);
  if (selected.length === 0) return null;
  return (
    <SelectionBar
      label={say('cases.bar')}
      count={say('cases.selected', { count: ids.length })}
      clearLabel={say('cases.clear')}
      onClear={onClear}
      aftermath={
        <ConfirmDialog
          opened={deleting}
          title={say('cases.deleteTitle', { count: ids.length })}
          explanation={say('app.case.deleteExplanation')}
          confirm={say('app.common.delete')}
          busy={remove.isPending}
          error={remove.error}
          // The bar goes with what was selected, so the answer is awaited here and not there.
          onConfirm={() =>
            void remove.mutateAsync({ ids }).then(
              () => {
                setDeleting(false);
                onClear();
                keyboard.give(UNDO_CASES);
              },
              () => undefined,
            )
          }
          onClose={() => setDeleting(false)}
        />
      }
    >
      <DeleteSelected label={say('app.common.delete')} onClick={() => setDeleting(true)} />
    </SelectionBar>
  );
}
