import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { RunDifference } from '../../shared/history/views';
import { useAppInfo, useCall } from '../state/queries';
import { useRemembered } from '../state/window-memory';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { PageFrame } from '../ui/page';
import { CheckDetails, type ShownCheck } from './check-details';
import { ChecksSection } from './checks-section';
import { CompareSection } from './compare-section';
import { tabName } from './use-show-history';

/** Practice and the real keys are different worlds, and a key to filter by belongs to one of them. */
export function HistoryPage() {
  const world = useAppInfo().data?.mode ?? '';
  return <History key={world} world={world} />;
}

const TABS = ['tests', 'runs'] as const;
type Tab = (typeof TABS)[number];

function History({ world }: { readonly world: string }) {
  const { say } = useText();
  const [tab, setTab] = useRemembered<Tab>(tabName(world), 'tests');
  const [shown, setShown] = useState<ShownCheck | null>(null);
  const read = useCall((doctor) => doctor.history.read);
  const openDifference = (difference: RunDifference) =>
    read.mutate({ id: difference.checkId }, { onSuccess: (check) => setShown({ check, difference }) });
  return (
    <PageFrame title={say('history.title')} lead={say('history.lead')}>
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((name) => name === value) ?? 'tests')}
        keepMounted={false}
      >
        <Tabs.List mb={18}>
          <Tabs.Tab value="tests">{say('history.list')}</Tabs.Tab>
          <Tabs.Tab value="runs">{say('history.runs')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tests">
          <ChecksSection
            world={world}
            isOpen={shown !== null}
            onOpen={(check) => setShown({ check, difference: null })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <CompareSection world={world} onOpen={openDifference} />
          <CallAlert error={read.error} onClose={read.reset} />
        </Tabs.Panel>
      </Tabs>
      <CheckDetails
        shown={shown}
        onClose={() => setShown(null)}
        onShow={(check) => setShown({ check, difference: null })}
      />
    </PageFrame>
  );
}
