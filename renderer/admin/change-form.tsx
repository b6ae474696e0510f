import { Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { ChangeRecord, ProjectReading } from '../../shared/admin/change';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { ChangeButtons } from './change-buttons';
import { ChangeDialog } from './change-dialog';
import { usePreview } from './use-preview';

interface ChangeFormProps {
  readonly reading: ProjectReading;
  readonly onChanged: (record: ChangeRecord) => void;
}

/** As many as one change may name. */
const MOST_MODELS = 200;

export function namesIn(text: string): readonly string[] {
  const names = text.split(/[\s,、，]+/).filter((name) => name !== '' && name.length <= 200);
  return [...new Set(names)].slice(0, MOST_MODELS);
}

export function ChangeForm({ reading, onChanged }: ChangeFormProps) {
  const { say } = useText();
  const [text, setText] = useState('');
  const preview = usePreview();
  const place = { keyId: reading.keyId, project: reading.project.id };
  const names = namesIn(text);
  if (reading.policy.kind === 'none' || reading.project.status === 'archived') return null;
  return (
    <section style={{ marginTop: 18 }} aria-label={say('admin.change.title')}>
      <Title order={3} mb={6}>
        {say('admin.change.title')}
      </Title>
      <Textarea
        label={say('admin.change.models')}
        description={say('admin.change.modelsHelp')}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div style={{ margin: '12px 0' }}>
        <ChangeButtons preview={preview} place={place} models={names} remove={say('admin.change.remove')} />
      </div>
      <CallAlert error={preview.error} />
      <Notice tone="info">{say('admin.change.removeWarning')}</Notice>
      <ChangeDialog preview={preview.preview} onClose={preview.close} onDone={onChanged} />
    </section>
  );
}
