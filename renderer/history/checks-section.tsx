import { Button, Checkbox } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { CheckRecord } from '../../shared/history/check';
import type { HistoryFilter } from '../../shared/history/views';
import { useCall } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { focusedWithin, keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { Section } from '../ui/page';
import { toggled } from '../ui/toggled';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { EVERY_CHOICE, filterOf, isChosen } from './check-choice';
import { CheckFilters } from './check-filters';
import { CheckRow } from './check-row';
import { DeletedChecks, UNDO_CHECKS, useReadDeleted } from './deleted-checks';
import styles from './history.module.css';
import { useHistory } from './queries';
import { SelectedChecks } from './selected-checks';
import { useHold } from './use-hold';
import { useRepeats } from './use-repeats';
import { filterName } from './use-show-history';

interface ChecksSectionProps {
  /** A key to filter by belongs to one world. */
  readonly world: string;
  /** That a test of the list is shown beside it. */
  readonly isOpen: boolean;
  readonly onOpen: (check: CheckRecord) => void;
}

export function ChecksSection({ world, isOpen, onOpen }: ChecksSectionProps) {
  const { say } = useText();
  const [choice, setChoice] = useRemembered(filterName(world), EVERY_CHOICE);
  const filter = filterOf(choice, new Date());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [kept, setKept] = useState(0);
  const { held, zone, top } = useHold(isOpen || chosen.size > 0);
  const history = useHistory(filter, held);
  const checks = history.data?.pages.flatMap((page) => page.checks) ?? [];
  // Those that a filter hides are not meant.
  const selected = checks.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const readDeleted = useReadDeleted();
  const repeats = useRepeats();
  const list = useRef<HTMLDivElement>(null);
  // The row that the keyboard is in; where it is in none, the newest test is the one that is repeated.
  useRetestShortcut(() => {
    const focused = focusedWithin('data-check');
    const check = checks.find(({ id }) => id === focused) ?? checks[0];
    if (check !== undefined) repeats.start(check);
  });
  const isFiltered = isChosen(choice, new Date());
  const showNewer = async () => {
    // The button goes once it has done its work; the keyboard stays in the list.
    keyboard.give(list.current);
    await history.refetch();
    list.current?.scrollIntoView({ block: 'start' });
  };
  const afterDeletion = async (gone: number, stayed: number) => {
    setKept(stayed);
    await Promise.all([readDeleted(), history.refetch()]);
    keyboard.give(gone > 0 ? UNDO_CHECKS : list.current);
  };
  return (
    <Section title={say('history.list')} actions={<Export filter={filter} />}>
      <CheckFilters choice={choice} codes={codesOf(checks)} onChange={setChoice} />
      <CallAlert error={history.error} />
      <DeletedChecks kept={kept} onKeptSeen={() => setKept(0)} onUndone={() => void history.refetch()} />
      <div {...zone} ref={list} tabIndex={-1} className={styles['zone']}>
        <div ref={top} />
        <Head total={history.total} newer={history.newer} onShowNewer={() => void showNewer()}>
          <SelectAll
            shown={checks.map(({ id }) => id)}
            count={selected.length}
            onChange={(ids) => setChosen(new Set(ids))}
          />
        </Head>
        {history.isSuccess && checks.length === 0 && (
          <Notice tone="info" {...(isFiltered ? {} : { title: say('history.emptyTitle') })}>
            {say(isFiltered ? 'history.noMatch' : 'history.empty')}
          </Notice>
        )}
        {checks.length > 0 && (
          <ul className={styles['list']} aria-label={say('history.list')}>
            {checks.map((check) => (
              <CheckRow
                key={check.id}
                check={check}
                selected={chosen.has(check.id)}
                onSelect={() => setChosen(toggled(chosen, check.id))}
                repeat={repeats.of(check.id)}
                onRepeat={() => repeats.start(check)}
                onForget={() => repeats.forget(check.id)}
                onOpen={onOpen}
              />
            ))}
          </ul>
        )}
        {history.hasNextPage && (
          <Button
            mt={12}
            size="xs"
            variant="default"
            loading={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {say('history.older')}
          </Button>
        )}
      </div>
      <SelectedChecks
        ids={selected}
        onClear={() => setChosen(new Set())}
        onDeleted={(gone, stayed) => void afterDeletion(gone, stayed)}
      />
    </Section>
  );
}

function codesOf(checks: readonly CheckRecord[]): readonly string[] {
  return [...new Set(checks.flatMap(({ code }) => (code === null ? [] : [code])))].sort();
}

interface SelectAllProps {
  readonly shown: readonly string[];
  /** How many of them are selected. */
  readonly count: number;
  readonly onChange: (ids: readonly string[]) => void;
}

function SelectAll({ shown, count, onChange }: SelectAllProps) {
  const { say } = useText();
  const isAll = count > 0 && count === shown.length;
  return (
    <Checkbox
      size="sm"
      aria-label={say('cases.selectAll')}
      title={say('cases.selectAll')}
      disabled={shown.length === 0}
      checked={isAll}
      indeterminate={count > 0 && !isAll}
      onChange={() => onChange(isAll ? [] : shown)}
    />
  );
}

interface HeadProps {
  readonly children: ReactNode;
  readonly total: number;
  readonly newer: number;
  readonly onShowNewer: () => void;
}

/** Always in sight and of one height, so that what it says of new tests moves no row. */
function Head({ total, newer, onShowNewer, children }: HeadProps) {
  const { say } = useText();
  return (
    <div className={styles['listHead']}>
      <span className={styles['listCount']}>
        {children}
        <span className={styles['small']}>{say('history.total', { count: total })}</span>
      </span>
      {newer > 0 && (
        <Button
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowUp size={14} />}
          onClick={onShowNewer}
          data-testid="show-newer"
          data-count={newer}
        >
          {say('history.newer', { count: newer })}
        </Button>
      )}
    </div>
  );
}

function Export({ filter }: { readonly filter: HistoryFilter }) {
  const exported = useCall((doctor) => doctor.history.export);
  return (
    <div>
      <ExportMenu busy={exported.isPending} onExport={(format) => exported.mutate({ filter, format })} />
      <CallAlert error={exported.error} onClose={exported.reset} />
    </div>
  );
}
