import { Button, Group, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconFile, IconTerminal2 } from '@tabler/icons-react';
import { useRef } from 'react';
import type { ImportState } from '../../shared/keys/import/preview';
import { useAppInfo, useImport, useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { CallAlert } from '../ui/notice';
import { putBack, takeValue } from '../ui/secret-input';
import styles from './import.module.css';
import { ImportPreviewView } from './import-preview';
import { ImportResults } from './import-results';
import { useSendSecret } from './use-send-secret';

interface ImportDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The import as the main process has it: closing the dialog drops a preview, but lets a running import go on. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  const { say } = useText();
  const state = useImport(opened).data;
  const cancel = useKeyCall((doctor) => doctor.imports.cancel);
  const close = () => {
    if (state?.kind === 'preview' || state?.kind === 'finished') cancel.mutate({});
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={say('imports.title')} size={860}>
      {state !== undefined && <Stage state={state} onClose={close} />}
    </Dialog>
  );
}

function Stage({ state, onClose }: { readonly state: ImportState; readonly onClose: () => void }) {
  switch (state.kind) {
    case 'none':
      return <Sources />;
    case 'preview':
      return <ImportPreviewView key={state.preview.id} preview={state.preview} />;
    case 'running':
      return <Running state={state} onClose={onClose} />;
    case 'finished':
      return <ImportResults state={state} onClose={onClose} />;
  }
}

const LONGEST_TEXT = 5_000_000;

function Sources() {
  const { say } = useText();
  const text = useRef<HTMLTextAreaElement>(null);
  const read = useSendSecret((doctor) => doctor.imports.text);
  const file = useKeyCall((doctor) => doctor.imports.file);
  const send = () => {
    const field = text.current;
    if (field === null || field.value.trim() === '') return;
    const taken = takeValue(field);
    void read.send({ text: taken }).then((failure) => {
      if (failure !== null) putBack(field, taken);
    });
  };
  return (
    <Stack gap={16}>
      <Text size="sm" c="dimmed">
        {say('imports.lead')}
      </Text>
      <Textarea
        ref={text}
        label={say('imports.text')}
        description={say('imports.textHelp')}
        placeholder={'OPENAI_API_KEY=…\nSTAGING_OPENAI_API_KEY=…'}
        rows={6}
        maxLength={LONGEST_TEXT}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: styles['text'] ?? '' }}
        data-autofocus
      />
      <Group gap={10} justify="space-between">
        <Group gap={10}>
          <Button
            variant="default"
            leftSection={<IconFile size={16} aria-hidden />}
            loading={file.isPending}
            onClick={() => file.mutate({})}
          >
            {say('imports.file')}
          </Button>
          <FromEnvironment />
        </Group>
        <Button loading={read.busy} onClick={send}>
          {say('imports.read')}
        </Button>
      </Group>
      <CallAlert error={read.error ?? file.error} />
      <Text size="xs" c="dimmed">
        {say('imports.drop')}
      </Text>
    </Stack>
  );
}

function FromEnvironment() {
  const { say } = useText();
  const names = (useAppInfo().data?.environmentVariables ?? []).filter((name) => /KEY|TOKEN/i.test(name));
  const call = useKeyCall((doctor) => doctor.imports.environment);
  if (names.length === 0) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTerminal2 size={16} aria-hidden />}
        title={say('imports.environmentHelp', { names: names.join(', ') })}
        loading={call.isPending}
        onClick={() => call.mutate({})}
      >
        {say('imports.environment')}
      </Button>
      <CallAlert error={call.error} />
    </>
  );
}

interface RunningProps {
  readonly state: Extract<ImportState, { kind: 'running' }>;
  readonly onClose: () => void;
}

function Running({ state, onClose }: RunningProps) {
  const { say } = useText();
  const stop = useKeyCall((doctor) => doctor.imports.cancel);
  const text = say('imports.running', { done: state.done, total: state.total });
  return (
    <Stack gap={14} data-testid="import-running">
      <Text fw={600} role="status">
        {state.stopping ? say('imports.stopping') : text}
      </Text>
      <Progress value={(100 * state.done) / state.total} aria-label={text} />
      <Text size="sm" c="dimmed">
        {say('imports.runningHelp')}
      </Text>
      <Group justify="flex-end" gap={10}>
        <Button variant="default" onClick={onClose}>
          {say('app.common.close')}
        </Button>
        <Button variant="default" disabled={state.stopping} onClick={() => stop.mutate({})}>
          {say('imports.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
