import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../shared/case/views';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { CONTROL_CANDIDATES } from '../../shared/models/families';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { KeySelect } from '../ui/key-select';
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
  const choose = useCaseCall('cases:choose');
  const [typed, setTyped] = useState<string | null>(null);
  const model = typed ?? view.model ?? '';
  const changed = typed !== null && typed.trim() !== (view.model ?? '');
  const send = (keyId: string | null, name: string) =>
    choose.mutate(
      { id: view.id, keyId, model: name.trim() === '' ? null : name.trim() },
      { onSuccess: () => setTyped(null) },
    );
  const key = keys.find(({ id }) => id === view.keyId);
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

/** The newest list that the chosen key was given. */
export function modelsListedIn(view: CaseView): readonly string[] {
  const lists = view.evidence.flatMap((item) =>
    item.kind === 'probe' && item.keyId === view.keyId && item.answer.kind === 'success' && item.answer.models
      ? [item.answer.models.map((model) => model.id)]
      : [],
  );
  return lists.at(-1) ?? [];
}
