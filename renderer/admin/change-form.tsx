import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChangeRecord, ProjectReading } from '../../shared/admin/change';
import { modelsToPropose } from '../../shared/admin/known-models';
import { modelsOf } from '../../shared/admin/policy';
import { holdsSecret } from '../../shared/redaction/holds-secret';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import { ChangeButtons } from './change-buttons';
import { ChangeDialog } from './change-dialog';
import { namesIn, objectionTo } from './model-names';
import { ModelNamesInput } from './model-names-input';
import { PreviewFailure } from './preview-failure';
import { useKnownModels } from './queries';
import { usePreview } from './use-preview';

interface ChangeFormProps {
  readonly reading: ProjectReading;
  readonly onChanged: (record: ChangeRecord) => void;
}

export function ChangeForm({ reading, onChanged }: ChangeFormProps) {
  const { say } = useText();
  const { keyId, policy, project } = reading;
  const [names, setNames] = useState<readonly string[]>([]);
  const [draft, setDraft] = useState('');
  const [secretRefused, setSecretRefused] = useState(false);
  const preview = usePreview();
  const listed = [...(useKnownModels(keyId).data ?? []), ...modelsOf(policy)];
  const wished = [...new Set([...names, ...namesIn(draft)])];
  const sendable = objectionTo(wished) === null;
  const take = (taken: readonly string[]) => {
    setNames(taken.filter((name) => !holdsSecret(name)));
    setSecretRefused(taken.some(holdsSecret));
  };
  const type = (text: string) => {
    setDraft(text);
    if (text !== '') setSecretRefused(false);
  };
  const changed = (record: ChangeRecord) => {
    if (record.state === 'verified') {
      setNames([]);
      setDraft('');
    }
    onChanged(record);
  };
  if (policy.kind === 'none' || project.status === 'archived') return null;
  return (
    <section style={{ marginTop: 18 }} aria-label={say('admin.change.title')}>
      <Title order={3} mb={6}>
        {say('admin.change.title')}
      </Title>
      <ModelNamesInput
        names={names}
        onNames={take}
        draft={draft}
        onDraft={type}
        secretRefused={secretRefused}
        proposals={modelsToPropose(policy, listed, new Date().toISOString().slice(0, 10))}
        listed={listed}
      />
      <Stack gap={12} mt={12}>
        <ChangeButtons
          preview={preview}
          place={{ keyId, project: project.id }}
          models={sendable ? wished : []}
          remove={say('admin.change.remove')}
        />
        <PreviewFailure error={preview.error} />
        <Notice tone="info">{say('admin.change.removeWarning')}</Notice>
      </Stack>
      <ChangeDialog preview={preview} onDone={changed} />
    </section>
  );
}
