import { Button, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../../shared/base/settings';
import type { CaseView } from '../../../shared/case/views';
import { MESSAGE_FORMS, type MessageForm } from '../../../shared/report/message-forms';
import { messageText, ownerMessage } from '../../../shared/report/owner-message';
import adminStyles from '../../admin/admin.module.css';
import { useCall } from '../../state/queries';
import { useText } from '../../text/use-text';
import { CopyTextButton } from '../../ui/copy';
import { CallAlert, Notice } from '../../ui/notice';
import styles from './wizard.module.css';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ja', label: '日本語' },
];

/** The message in the reader's language, which need not be the window's. */
export function OwnerMessageView({ view }: { readonly view: CaseView }) {
  const { say, language: own } = useText();
  const [language, setLanguage] = useState<Language>(own);
  const [form, setForm] = useState<MessageForm>('email');
  const text = messageText(ownerMessage(view, language, form), form);
  return (
    <div data-testid="owner-message">
      <div className={adminStyles['tools']}>
        <SegmentedControl
          size="xs"
          aria-label={say('report.owner.kind')}
          value={form}
          onChange={(value) => setForm(value)}
          data={MESSAGE_FORMS.map((value) => ({ value, label: say(`report.owner.form.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={say('report.owner.language')}
          value={language}
          onChange={(value) => setLanguage(value)}
          data={[...LANGUAGES]}
        />
      </div>
      <SendTools caseId={view.id} language={language} form={form} text={text} />
      <section
        className={styles['message']}
        aria-label={say('wizard.owner.title')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        tabIndex={0}
        lang={language}
      >
        {text}
      </section>
    </div>
  );
}

interface SendToolsProps {
  readonly caseId: string;
  readonly language: Language;
  readonly form: MessageForm;
  readonly text: string;
}

function SendTools({ caseId, language, form, text }: SendToolsProps) {
  const { say } = useText();
  const save = useCall((doctor) => doctor.report.save_message);
  const saveGuide = useCall((doctor) => doctor.report.save_guide);
  const mail = useCall((doctor) => doctor.report.mail_message);
  return (
    <>
      <Group gap={10} mt={10} mb={10}>
        <CopyTextButton text={text} label={say('report.owner.copy')} size="xs" />
        {form === 'email' && (
          <Button
            variant="default"
            size="xs"
            loading={mail.isPending}
            onClick={() => mail.mutate({ id: caseId, language })}
          >
            {say('report.owner.mail')}
          </Button>
        )}
        <Button
          variant="default"
          size="xs"
          loading={save.isPending}
          onClick={() => save.mutate({ id: caseId, language, form })}
        >
          {say('report.owner.save')}
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={saveGuide.isPending}
          onClick={() => saveGuide.mutate({ id: caseId, language })}
        >
          {say('report.guide.save')}
        </Button>
      </Group>
      <CallAlert error={save.error ?? saveGuide.error ?? mail.error} />
      {mail.data !== undefined && (
        <Notice tone="info" role="status" onClose={mail.reset}>
          {say(mail.data.pasted ? 'report.owner.mailPasted' : 'report.owner.mailOpened')}
        </Notice>
      )}
    </>
  );
}
