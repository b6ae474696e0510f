import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { CHECK_STATES, type CheckRecord } from '../../shared/history/check';
import type { HistoryFilter } from '../../shared/history/views';
import { useKept } from '../state/kept';
import { useAppInfo, useCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { ExportMenu } from '../ui/export-menu';
import { focusedWithin } from '../ui/focus';
import { keyName } from '../ui/key-select';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame, Section } from '../ui/page';
import { useRetestShortcut } from '../ui/use-retest-shortcut';
import { CheckDetails } from './check-details';
import { CheckRow } from './check-row';
import styles from './history.module.css';
import { useHistory } from './queries';
import { repeatOf } from './repeat';
import { RunsSection } from './runs-section';

const NO_FILTER: HistoryFilter = { keyId: null, model: '', state: null, runId: null };

/** Practice and the real keys are different worlds, and a key to filter by belongs to one of them. */
export function HistoryPage() {
  const world = useAppInfo().data?.mode ?? '';
  return <History key={world} world={world} />;
}

function History({ world }: { readonly world: string }) {
  const { say } = useText();
  const [filter, setFilter] = useKept(`history.filter ${world}`, NO_FILTER);
  const [opened, setOpened] = useState<CheckRecord | null>(null);
  const history = useHistory(filter);
  const pages = history.data?.pages ?? [];
  const checks = pages.flatMap((page) => page.checks);
  const total = pages[0]?.total ?? 0;
  const retest = useCall('matrix:retest');
  // The row that the keyboard is in; where it is in none, the newest test is the one that is repeated.
  useRetestShortcut(() => {
    const focused = focusedWithin('data-check');
    const check = checks.find(({ id }) => id === focused) ?? checks[0];
    if (check !== undefined) retest.mutate(repeatOf(check));
  });
  const isFiltered = filter.keyId !== null || filter.model !== '' || filter.state !== null;
  return (
    <PageFrame title={say('history.title')} lead={say('history.lead')}>
      <Section
        title={say('history.list')}
        lead={say('history.total', { count: total })}
        actions={<Export filter={filter} />}
      >
        <Filters filter={filter} onChange={setFilter} />
        <CallAlert error={history.error} />
        <CallAlert error={retest.error} onClose={retest.reset} />
        {history.isSuccess && checks.length === 0 && (
          <Notice tone="info" {...(isFiltered ? {} : { title: say('history.emptyTitle') })}>
            {say(isFiltered ? 'history.noMatch' : 'history.empty')}
          </Notice>
        )}
        {checks.length > 0 && (
          <ul className={styles['list']} aria-label={say('history.list')}>
            {checks.map((check) => (
              <CheckRow key={check.id} check={check} onOpen={() => setOpened(check)} />
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
      </Section>
      <RunsSection />
      <CheckDetails check={opened} onClose={() => setOpened(null)} onShow={setOpened} />
    </PageFrame>
  );
}

function Export({ filter }: { readonly filter: HistoryFilter }) {
  const exported = useCall('history:export');
  return (
    <div>
      <ExportMenu busy={exported.isPending} onExport={(format) => exported.mutate({ filter, format })} />
      <CallAlert error={exported.error} onClose={exported.reset} />
    </div>
  );
}

interface FiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { say } = useText();
  const keys = useKeys().data ?? [];
  const change = (part: Partial<HistoryFilter>) => onChange({ ...filter, ...part });
  return (
    <div className={styles['filters']} style={{ marginBottom: 14 }}>
      <Select
        size="xs"
        w={230}
        label={say('history.filter.key')}
        placeholder={say('history.filter.anyKey')}
        data={keys.map((key) => ({ value: key.id, label: keyName(key) }))}
        value={filter.keyId}
        onChange={(keyId) => change({ keyId })}
        searchable={keys.length > 8}
        clearable
      />
      <TextInput
        size="xs"
        w={190}
        label={say('matrix.filter.model')}
        placeholder={say('matrix.filter.modelPlaceholder')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.model}
        onChange={(event) => change({ model: event.currentTarget.value.slice(0, 200) })}
      />
      <Select
        size="xs"
        w={150}
        label={say('matrix.filter.outcome')}
        placeholder={say('matrix.filter.any')}
        data={CHECK_STATES.map((state) => ({ value: state, label: say(`matrix.state.${state}`) }))}
        value={filter.state}
        onChange={(value) => change({ state: CHECK_STATES.find((state) => state === value) ?? null })}
        clearable
      />
    </div>
  );
}
