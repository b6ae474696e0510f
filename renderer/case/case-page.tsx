import { Center, Loader } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import { SettleCard } from '../admin/settle-card';
import { useCase } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { PageFrame } from '../ui/page';
import styles from './case.module.css';
import { CaseActions } from './case-head';
import { Chooser } from './chooser';
import { EvidenceList } from './evidence-list';
import { Ladder } from './ladder';
import { NearestCard } from './nearest';
import { PastedText } from './pasted-text';
import { ProjectDiffers } from './project-differs';
import { RealProbeDialog } from './real-probe-dialog';
import { RemedyCard } from './remedy-card';
import { Rivals } from './rivals';
import { VerdictCard } from './verdict-card';
import { WatchPanel } from './wizard/watch-panel';
import { WizardPage } from './wizard/wizard-page';

interface CasePageProps {
  readonly id: string;
  readonly part: 'verdict' | 'wizard';
}

export function CasePage({ id, part }: CasePageProps) {
  const { say } = useText();
  const query = useCase(id);
  if (query.isPending) {
    return (
      <Center h={240}>
        <Loader aria-label={say('app.loading')} />
      </Center>
    );
  }
  if (query.data === undefined) {
    return (
      <PageFrame title={say('app.case.verdict')}>
        <CallAlert error={query.error} title={say('app.case.notFound')} />
      </PageFrame>
    );
  }
  return part === 'wizard' ? <WizardPage view={query.data} /> : <CaseBody view={query.data} />;
}

function CaseBody({ view }: { readonly view: CaseView }) {
  const { say, language } = useText();
  const [consenting, setConsenting] = useState(false);
  const askConsent = useCallback(() => setConsenting(true), []);
  return (
    <PageFrame
      wide
      title={view.name ?? view.verdict.model ?? say('app.case.verdict')}
      lead={formatMoment(view.createdAt, language, new Date())}
      actions={<CaseActions view={view} />}
    >
      <div className={styles['body']}>
        <div className={styles['main']}>
          <VerdictCard view={view} onRealProbe={askConsent} />
          <Chooser view={view} />
          <ProjectDiffers view={view} />
          <SettleCard view={view} />
          {view.watch !== null && <WatchPanel view={view} />}
          <RemedyCard view={view} />
          <NearestCard view={view} />
        </div>
        <div className={styles['side']}>
          <Ladder view={view} onRealProbe={askConsent} />
          <Rivals view={view} onRealProbe={askConsent} />
          <EvidenceList view={view} />
          <PastedText text={view.text} />
        </div>
      </div>
      <RealProbeDialog view={view} opened={consenting} onClose={() => setConsenting(false)} />
    </PageFrame>
  );
}
