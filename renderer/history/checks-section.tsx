import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import type { CheckRecord } from '../../shared/history/check';
import type { HistoryFilter } from '../../shared/history/views';
import { useCall } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { focusedWithin, keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { Section } from '../ui/page';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { EVERY_CHOICE, filterOf, isChosen } from './check-choice';
import { CheckFilters } from './check-filters';
import { CheckRow } from './check-row';
import styles from './history.module.css';
import { useHistory } from './queries';
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
  const { held, zone, top } = useHold(isOpen);
  const history = useHistory(filter, held);
  const checks = history.data?.pages.flatMap((page) => page.checks) ?? [];
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
  return (
    <Section title={say('history.list')} actions={<Export filter={filter} />}>
      <CheckFilters choice={choice} codes={codesOf(checks)} onChange={setChoice} />
      <CallAlert error={history.error} />
      <div {...zone} ref={list} tabIndex={-1} className={styles['zone']}>
        <div ref={top} />
        <Head total={history.total} newer={history.newer} onShowNewer={() => void showNewer()} />
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
    </Section>
  );
}

function codesOf(checks: readonly CheckRecord[]): readonly string[] {
  return [...new Set(checks.flatMap(({ code }) => (code === null ? [] : [code])))].sort();
}

interface HeadProps {
  readonly total: number;
  readonly newer: number;
  readonly onShowNewer: () => void;
}

/** Always in sight and of one height, so that what it says of new tests moves no row. */
function Head({ total, newer, onShowNewer }: HeadProps) {
  const { say } = useText();
  return (
    <div className={styles['listHead']}>
      <span className={styles['small']}>{say('history.total', { count: total })}</span>
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
