import { Center, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Page } from '../../shared/ipc/views';
import { AdminPage } from '../admin/admin-page';
import { UnsettledNotice } from '../admin/unsettled-notice';
import { CasePage } from '../case/case-page';
import { CasesPage } from '../cases/cases-page';
import { DiagnosePage } from '../diagnose/diagnose-page';
import { HistoryPage } from '../history/history-page';
import { KeysPage } from '../keys/keys-page';
import { MatrixPage } from '../matrix/matrix-page';
import { type Overlay, WindowKeyboard } from '../palette/keyboard';
import { SettingsPage } from '../settings/settings-page';
import { placeOf, useNavigation } from '../state/navigation';
import { useAppInfo, useCases } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard, PAGE } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import { UndoCaseDeletion } from '../ui/undo-case-deletion';
import { ArrivalNotice } from './arrival-notice';
import { ErrorBoundary } from './error-boundary';
import styles from './frame.module.css';
import { Navigation } from './navigation';
import { PracticeBadge } from './practice-badge';
import { StoreNotice } from './store-notice';

export function Frame() {
  const { say } = useText();
  const { page } = useNavigation();
  const info = useAppInfo();
  const main = useRef<HTMLElement>(null);
  const [overlay, showOverlay] = useState<Overlay | null>(null);
  const place = placeOf(page);
  useTidyTrail();
  // A new page starts at its top.
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    main.current?.scrollTo({ top: 0 });
  }, [place]);
  const practice = info.data?.mode === 'practice' && info.data;
  useTitle(page, practice !== false);
  return (
    <div className={styles['frame']} data-practice={practice !== false || undefined}>
      <button type="button" className={styles['skip']} onClick={() => keyboard.give(main.current)}>
        {say('app.navigation.skip')}
      </button>
      {practice && <PracticeBadge info={practice} />}
      <Navigation onSearch={() => showOverlay({ kind: 'palette' })} />
      <main id={PAGE} ref={main} tabIndex={-1} className={styles['main']}>
        {info.isPending && (
          <Center h={240}>
            <Loader aria-label={say('app.loading')} />
          </Center>
        )}
        <CallAlert error={info.error} />
        {info.data !== undefined && <ArrivalNotice />}
        {info.data !== undefined && <StoreNotice info={info.data} />}
        {info.data !== undefined && <UnsettledNotice />}
        {info.data !== undefined && <UndoCaseDeletion />}
        {info.data !== undefined && (
          <ErrorBoundary key={place} say={say}>
            <CurrentPage page={page} />
          </ErrorBoundary>
        )}
      </main>
      <WindowKeyboard shown={overlay} onShow={showOverlay} />
    </div>
  );
}

/** The task bar tells practice from the real thing, and one case from another by its name or model. */
function useTitle(page: Page, practising: boolean) {
  const { say } = useText();
  const cases = useCases().data;
  const item = page.kind === 'case' ? cases?.find(({ id }) => id === page.id) : undefined;
  const world = practising ? say('practice.name') : undefined;
  const title = [world, item?.name ?? item?.model, say(`app.navigation.${page.kind}`), say('app.name')]
    .filter(Boolean)
    .join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Cases are deleted, and practice has others: the way back leads to none that is gone. */
function useTidyTrail() {
  const { keepCases } = useNavigation();
  const cases = useCases().data;
  useEffect(() => {
    if (cases !== undefined) keepCases(new Set(cases.map(({ id }) => id)));
  }, [cases, keepCases]);
}

function CurrentPage({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case 'diagnose':
      return <DiagnosePage />;
    case 'keys':
      return <KeysPage />;
    case 'matrix':
      return <MatrixPage />;
    case 'history':
      return <HistoryPage />;
    case 'admin':
      return <AdminPage />;
    case 'settings':
      return <SettingsPage />;
    case 'cases':
      return <CasesPage />;
    case 'case':
      return <CasePage id={page.id} part={page.part} />;
  }
}
