/** What comes after the app's own tests: the same request elsewhere, a new error, and what else can refuse. */
import { Button, SegmentedControl, Text, Textarea, Title } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { MAX_PASTE } from '../../../shared/base/limits';
import type { CaseView } from '../../../shared/case/views';
import { OPENAI_BASE_URL } from '../../../shared/keys/key';
import { redact } from '../../../shared/redaction/redact';
import {
  CODE_LANGUAGES,
  type CodeLanguage,
  requestCode,
  requestOf,
} from '../../../shared/report/request-code';
import { useNavigation } from '../../state/navigation';
import { useAppInfo, useCaseCall, useKeys } from '../../state/queries';
import { formatList } from '../../text/format';
import { useText } from '../../text/use-text';
import { CopyTextButton } from '../../ui/copy';
import { CallAlert } from '../../ui/notice';
import { OpenLink } from '../../ui/open-link';
import { hotkeysOf } from '../../ui/shortcuts';
import { useNearest } from '../nearest';
import { Fold } from './step-parts';
import styles from './wizard.module.css';

/** So many units in one step are inserted, not typed. */
const AT_ONCE = 16;

/** The id of the field. */
const NEW_ERROR = 'new-error';

const NAMES = { python: 'Python', curl: 'curl', node: 'Node.js' } as const;

/** The same request in three languages; nothing where no small one is sensible for the model. */
export function RunYourself({ view, title }: { readonly view: CaseView; readonly title: string }) {
  const { say } = useText();
  const [language, setLanguage] = useState<CodeLanguage>('python');
  const practising = useAppInfo().data?.mode === 'practice';
  const key = (useKeys().data ?? []).find(({ id }) => id === view.keyId);
  const request = requestOf(view, key?.baseUrl ?? OPENAI_BASE_URL);
  if (request === null) return null;
  const code = requestCode(request, language);
  return (
    <section data-testid="run-yourself">
      <div className={styles['codeTools']}>
        <Title order={3} flex={1}>
          {title}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={say('wizard.after.language')}
          value={language}
          onChange={(value) => setLanguage(value)}
          data={CODE_LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        />
        <CopyTextButton text={code} label={say('wizard.after.copy')} variant="light" size="xs" />
      </div>
      <Text size="sm" c="dimmed" mb={8}>
        {say(practising ? 'wizard.after.leadPractice' : 'wizard.after.lead')}{' '}
        {request.form && say('wizard.after.file')}
      </Text>
      <section
        className={styles['code']}
        aria-label={NAMES[language]}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        tabIndex={0}
      >
        <pre>{code}</pre>
      </section>
    </section>
  );
}

/** A new error is a new case: it can name another key or model. Secrets in it are hidden as it is pasted. */
export function NewError() {
  const { say } = useText();
  const { go } = useNavigation();
  const [text, setText] = useState('');
  const open = useCaseCall((doctor) => doctor.cases.open);
  const isEmpty = text.trim() === '';
  const submit = () => {
    if (isEmpty) return;
    open.mutate(
      { text, keyId: null, model: null },
      { onSuccess: ({ id }) => go({ kind: 'case', id, part: 'verdict' }) },
    );
  };
  return (
    <Fold label={say('wizard.after.error.title')} field={NEW_ERROR}>
      <Text size="sm" c="dimmed" mt={6} mb={8}>
        {say('wizard.after.error.lead')}
      </Text>
      <div className={styles['newError']}>
        <Textarea
          id={NEW_ERROR}
          aria-label={say('wizard.after.error.label')}
          placeholder={say('wizard.after.error.placeholder')}
          rows={2}
          flex={1}
          spellCheck={false}
          value={text}
          onKeyDown={getHotkeyHandler(hotkeysOf('submit').map((hotkey) => [hotkey, submit]))}
          onChange={(event) => {
            const value = event.currentTarget.value.slice(0, MAX_PASTE);
            // A long text is searched once, as it comes in, and not with every letter after it.
            setText(value.length - text.length < AT_ONCE ? value : redact(value));
          }}
        />
        <Button variant="default" disabled={isEmpty} loading={open.isPending} onClick={submit}>
          {say('wizard.after.error.submit')}
        </Button>
      </div>
      <CallAlert error={open.error} />
    </Fold>
  );
}

/** Where else it can be refused, in the order in which people can look. */
export function NextChecks({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  return (
    <Fold label={say('wizard.after.checks.title')}>
      <ul className={styles['checks']}>
        <li>
          <div className={styles['check']}>
            <OtherModel view={view} />
          </div>
        </li>
        {view.verdict.host === 'openai' && (
          <li>
            <div className={styles['check']}>
              <Text size="sm">{say('wizard.after.checks.billing')}</Text>
              <OpenLink
                link="billing"
                caseId={view.id}
                label={say('wizard.after.checks.billingOpen')}
                variant="default"
                size="xs"
              />
            </div>
          </li>
        )}
        <li>
          <Text size="sm">{say('wizard.after.checks.policies')}</Text>
        </li>
      </ul>
    </Fold>
  );
}

/** Only what is known of the key itself: a model is never guessed. */
function OtherModel({ view }: { readonly view: CaseView }) {
  const { say, language } = useText();
  const known = useNearest(view);
  const list = useCaseCall((doctor) => doctor.cases.check);
  if (known === undefined) return null;
  if (known !== null && known.nearest.length > 0) {
    const models = formatList(
      known.nearest.map(({ model }) => model),
      language,
    );
    return (
      <Text size="sm" className="break">
        {say('wizard.after.checks.model', { models, time: known.time })}
      </Text>
    );
  }
  if (known !== null)
    return <Text size="sm">{say('wizard.after.checks.modelNone', { time: known.time })}</Text>;
  return (
    <>
      <Text size="sm">{say('wizard.after.checks.modelUnknown')}</Text>
      <Button
        variant="default"
        size="xs"
        disabled={view.keyId === null || view.running !== null}
        loading={list.isPending}
        onClick={() => list.mutate({ id: view.id, probe: 'list', consent: false })}
      >
        {say('wizard.after.checks.load')}
      </Button>
      <CallAlert error={list.error} />
    </>
  );
}
