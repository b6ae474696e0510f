import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { CONTROL_CANDIDATES } from '../../shared/models/families';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { KeySelect } from '../ui/key-select';
import { ModelInput } from '../ui/model-input';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';

/** "Can this key use this model?", without an error to start from. */
export function QuestionForm() {
  const { say } = useText();
  const { draft, change } = useDraft();
  const { go } = useNavigation();
  const keys = useKeys().data ?? [];
  const open = useCaseCall((doctor) => doctor.cases.open);
  const model = draft.model.trim();
  const keyId = keys.some((key) => key.id === draft.keyId) ? draft.keyId : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(
      { text: null, keyId, model },
      { onSuccess: (view) => go({ kind: 'case', id: view.id, part: 'verdict' }) },
    );
  };
  return (
    <Section title={say('app.question.title')} lead={say('app.question.lead')}>
      <form onSubmit={submit}>
        <Stack gap={12}>
          <KeySelect value={keyId} onChange={(id) => change({ keyId: id })} />
          <ModelInput
            value={draft.model}
            onChange={(value) => change({ model: value })}
            suggestions={CONTROL_CANDIDATES}
          />
          <CallAlert error={open.error} onClose={open.reset} />
          <Group gap={10}>
            <Button
              type="submit"
              variant="light"
              loading={open.isPending}
              disabled={model === '' || keyId === null}
            >
              {say('app.question.ask')}
            </Button>
            {keys.length === 0 && (
              <>
                <Text size="sm" c="dimmed">
                  {say('app.question.noKeys')}
                </Text>
                <Button variant="subtle" size="sm" onClick={() => go({ kind: 'keys' })}>
                  {say('app.question.addKey')}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
