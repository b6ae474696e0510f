import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { CONTROL_CANDIDATES } from '../../shared/models/families';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { KeySelect } from '../ui/key-select';
import { keyboard } from '../ui/keyboard';
import { ModelInput } from '../ui/model-input';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './case.module.css';

export const CHOOSER_FIELDS = { key: 'case-key', model: 'case-model' } as const;

/** With which key, and for which model, the tests of this case are sent. */
export function Chooser({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const { go } = useNavigation();
  const keys = useKeys().data ?? [];
  const choose = useCaseCall((doctor) => doctor.cases.choose);
  const [typed, setTyped] = useState<string | null>(null);
  const model = typed ?? view.model ?? '';
  const changed = typed !== null && typed.trim() !== (view.model ?? '');
  const send = (keyId: string | null, name: string) =>
    choose.mutate(
      { id: view.id, keyId, model: name.trim() === '' ? null : name.trim() },
      { onSuccess: () => setTyped(null) },
    );
  const key = keys.find(({ id }) => id === view.keyId);
  const [isChanging, setChanging] = useState(false);
  const isMissing = view.keyId === null || view.model === null;
  // Once something was missing the fields stay, so that they do not go from under the person who fills them.
  useEffect(() => {
    if (isMissing) setChanging(true);
  }, [isMissing]);
  if (!isChanging && !isMissing)
    return <ChosenLine keyLabel={key?.label ?? null} model={view.model} onChange={() => setChanging(true)} />;
  return (
    <Section title={say('app.case.chooser')} lead={say('app.case.chooserLead')}>
      <div className={styles['chooser']}>
        <KeySelect id={CHOOSER_FIELDS.key} value={view.keyId} onChange={(id) => send(id, model)} />
        <ModelInput
          id={CHOOSER_FIELDS.model}
          value={model}
          onChange={setTyped}
          suggestions={[...modelsListedIn(view), ...CONTROL_CANDIDATES]}
        />
        {keys.length === 0 && (
          <Button variant="light" onClick={() => go({ kind: 'keys' })}>
            {say('app.question.addKey')}
          </Button>
        )}
        {changed && (
          <Button variant="light" loading={choose.isPending} onClick={() => send(view.keyId, model)}>
            {say('app.case.apply')}
          </Button>
        )}
      </div>
      {key !== undefined && key.baseUrl !== OPENAI_BASE_URL && (
        <Text size="sm" c="dimmed" mt={8} className="break">
          {say('app.case.otherHost', { host: key.baseUrl })}
        </Text>
      )}
      <CallAlert error={choose.error} onClose={choose.reset} />
    </Section>
  );
}

interface ChosenLineProps {
  readonly keyLabel: string | null;
  readonly model: string | null;
  readonly onChange: () => void;
}

/** Both in one line, since they are seldom changed. */
function ChosenLine({ keyLabel, model, onChange }: ChosenLineProps) {
  const { say } = useText();
  return (
    <section className={styles['keyLine']} aria-label={say('app.case.chooser')}>
      <dl>
        <dt>{say('app.question.key')}</dt>
        <dd>{keyLabel ?? say('app.common.notKnown')}</dd>
      </dl>
      <dl>
        <dt>{say('app.question.model')}</dt>
        <dd className="mono">{model}</dd>
      </dl>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          onChange();
          keyboard.give(CHOOSER_FIELDS.key);
        }}
      >
        {say('app.case.change')}
      </Button>
    </section>
  );
}

/** The newest list that the chosen key was given. */
export function modelsListedIn(view: CaseView): readonly string[] {
  const lists = view.evidence.flatMap((item) =>
    item.kind === 'probe' && item.keyId === view.keyId && item.answer.kind === 'success' && item.answer.models
      ? [item.answer.models.map((model) => model.id)]
      : [],
  );
  return lists.at(-1) ?? [];
}
