import { useCallback, useState } from 'react';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useAppInfo, useCaseCall } from '../state/queries';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame } from '../ui/page';
import styles from './diagnose.module.css';
import { MAX_TEXT } from './live-reading';
import { LiveReadingView } from './live-reading-view';
import { PasteBox } from './paste-box';
import { PracticeCard } from './practice-card';
import { QuestionForm } from './question-form';
import { Scenarios } from './scenarios';

type Objection = 'empty' | 'too_large' | 'file_unreadable';

export function DiagnosePage() {
  const { say } = useText();
  const { draft, change } = useDraft();
  const { go } = useNavigation();
  const info = useAppInfo().data;
  const open = useCaseCall('cases:open');
  const [objection, setObjection] = useState<{ readonly kind: Objection; readonly size: number } | null>(
    null,
  );
  const object = useCallback((kind: Objection, size = 0) => setObjection({ kind, size }), []);

  const submit = () => {
    if (draft.text.trim() === '') return object('empty');
    if (draft.text.length > MAX_TEXT) return object('too_large', draft.text.length);
    setObjection(null);
    open.mutate(
      { text: draft.text, keyId: null, model: null },
      {
        onSuccess: (view) => {
          change({ text: '', pasted: false });
          go({ kind: 'case', id: view.id, part: 'verdict' });
        },
      },
    );
  };

  return (
    <PageFrame title={say('app.diagnose.title')} lead={say('app.diagnose.lead')}>
      <PasteBox
        busy={open.isPending}
        onSubmit={submit}
        onObjection={object}
        onChange={() => {
          setObjection(null);
          open.reset();
        }}
      />
      {objection !== null && <ObjectionNotice {...objection} />}
      <CallAlert
        error={open.error}
        title={say('app.diagnose.failedTitle')}
        after={say('app.diagnose.failedKept')}
        onClose={open.reset}
      />
      <LiveReadingView />
      {info?.mode === 'practice' && <Scenarios />}
      <div className={styles['grid']}>
        <QuestionForm />
        {info?.mode === 'real' && <PracticeCard />}
      </div>
    </PageFrame>
  );
}

function ObjectionNotice({ kind, size }: { readonly kind: Objection; readonly size: number }) {
  const { say } = useText();
  switch (kind) {
    case 'empty':
      return (
        <Notice tone="warn" role="alert" title={say('app.diagnose.emptyTitle')}>
          {say('app.diagnose.empty')}
        </Notice>
      );
    case 'too_large':
      return (
        <Notice tone="warn" role="alert" title={say('app.diagnose.tooLargeTitle')}>
          {say('app.diagnose.tooLarge', { size: formatBytes(size), limit: formatBytes(MAX_TEXT) })}
        </Notice>
      );
    case 'file_unreadable':
      return (
        <Notice tone="warn" role="alert">
          {say('app.diagnose.fileUnreadable')}
        </Notice>
      );
  }
}
