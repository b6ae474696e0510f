import { useState } from 'react';
import type { CheckRecord } from '../../shared/history/check';
import { useAppInfo } from '../state/queries';
import { useText } from '../text/use-text';
import { PageFrame } from '../ui/page';
import { CheckDetails } from './check-details';
import { ChecksSection } from './checks-section';
import { RunsSection } from './runs-section';

/** Practice and the real keys are different worlds, and a key to filter by belongs to one of them. */
export function HistoryPage() {
  const world = useAppInfo().data?.mode ?? '';
  return <History key={world} world={world} />;
}

function History({ world }: { readonly world: string }) {
  const { say } = useText();
  const [opened, setOpened] = useState<CheckRecord | null>(null);
  return (
    <PageFrame title={say('history.title')} lead={say('history.lead')}>
      <ChecksSection world={world} isOpen={opened !== null} onOpen={setOpened} />
      <RunsSection />
      <CheckDetails check={opened} onClose={() => setOpened(null)} onShow={setOpened} />
    </PageFrame>
  );
}
