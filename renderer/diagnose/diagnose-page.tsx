import { Button, Stack } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useEffect } from 'react';
import { MAX_PASTE } from '../../shared/base/limits';
import { readError } from '../../shared/errors/read-error';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useAppInfo, useCaseCall, useSwitchPractice } from '../state/queries';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame, Section } from '../ui/page';
import { ClipboardHint } from './clipboard-hint';
import styles from './diagnose.module.css';
import { type IntakeObjection, useIntake } from './intake';
import { LiveReadingView, useLiveReading } from './live-reading-view';
import { PasteBox } from './paste-box';
import { QuestionForm } from './question-form';
import { FirstCase, MoreCases } from './scenarios';

export function DiagnosePage() {
  const { say } = useText();
  const { draft, change } = useDraft();
  const { go } = useNavigation();
  const info = useAppInfo().data;
  const open = useCaseCall((doctor) => doctor.cases.open);
  const { objection, object } = useIntake();
  const live = useLiveReading();
  const isClear = draft.pasted && live.kind === 'read' && live.verdict.outcome === 'refused';
  const practising = info?.mode === 'practice';
  const { reset } = open;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of one text is not true of the next.
  useEffect(() => reset(), [draft.text, reset]);

  const submit = (anyway = false) => {
    if (draft.text.trim() === '') return object('empty');
    if (draft.text.length > MAX_PASTE) return object('too_large', draft.text.length);
    if (!anyway && !reportsFailure(draft.text)) return object('no_error');
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
      {practising && <FirstCase />}
      <PasteBox busy={open.isPending} isClear={isClear} isSecondary={practising} onSubmit={() => submit()} />
      {objection !== null && <ObjectionNotice {...objection} onAnyway={() => submit(true)} />}
      <CallAlert
        error={open.error}
        title={say('app.diagnose.failedTitle')}
        after={say('app.diagnose.failedKept')}
        onClose={open.reset}
      />
      <LiveReadingView live={live} />
      {info?.mode === 'real' && draft.text === '' && <ClipboardHint />}
      {practising && <MoreCases />}
      <div className={styles['grid']}>
        <QuestionForm />
        {info?.mode === 'real' && <PracticeCard />}
      </div>
    </PageFrame>
  );
}

interface ObjectionNoticeProps extends IntakeObjection {
  readonly onAnyway: () => void;
}

/** A case without a refusal has little to say, so it is opened only on purpose. */
function reportsFailure(text: string): boolean {
  return readError(text).cause !== 'not_an_error';
}

function ObjectionNotice({ kind, size, onAnyway }: ObjectionNoticeProps) {
  const { say } = useText();
  switch (kind) {
    case 'empty':
      return (
        <Notice tone="warn" role="alert" title={say('app.diagnose.emptyTitle')}>
          {say('app.diagnose.empty')}
        </Notice>
      );
    case 'no_error':
      return (
        <Notice
          tone="warn"
          role="alert"
          title={say('app.diagnose.noErrorTitle')}
          actions={
            <Button size="xs" variant="default" onClick={onAnyway}>
              {say('app.diagnose.openAnyway')}
            </Button>
          }
        >
          {say('app.diagnose.nothingFound')}
        </Notice>
      );
    case 'too_large':
      return (
        <Notice tone="warn" role="alert" title={say('app.diagnose.tooLargeTitle')}>
          {say('app.diagnose.tooLarge', { size: formatBytes(size), limit: formatBytes(MAX_PASTE) })}
        </Notice>
      );
    case 'file_unreadable':
      return (
        <Notice tone="warn" role="alert">
          {say('app.diagnose.fileUnreadable')}
        </Notice>
      );
    case 'picture':
      return (
        <Notice tone="warn" role="alert">
          {say('app.diagnose.picture')}
        </Notice>
      );
  }
}

function PracticeCard() {
  const { say } = useText();
  const enter = useSwitchPractice((doctor) => doctor.app.enter_practice);
  return (
    <Section title={say('practice.card.title')} lead={say('practice.card.lead')}>
      <Stack gap={12} align="flex-start">
        <Button
          variant="light"
          leftSection={<IconSchool size={18} />}
          loading={enter.isPending}
          onClick={() => enter.mutate()}
        >
          {say('practice.card.enter')}
        </Button>
        <CallAlert error={enter.error} onClose={enter.reset} />
      </Stack>
    </Section>
  );
}
