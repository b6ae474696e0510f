import { Button, Collapse, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ChangePreview, ChangeRecord } from '../../shared/admin/change';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { Notice } from '../ui/notice';
import { ChangeFailure } from './change-failure';
import { PolicyDifference } from './difference';
import { HoldButton } from './hold-button';
import { useAdminCall } from './queries';
import type { usePreview } from './use-preview';

interface ChangeDialogProps {
  readonly preview: ReturnType<typeof usePreview>;
  readonly onDone: (record: ChangeRecord) => void;
}

/** Nothing is sent before this dialog's button was held, or the project's name typed. */
export function ChangeDialog({ preview: { preview, close }, onDone }: ChangeDialogProps) {
  const { say } = useText();
  const undo = preview?.undoes !== null;
  const project = preview?.project.name ?? '';
  return (
    <Dialog
      opened={preview !== null}
      onClose={close}
      title={say(undo ? 'admin.preview.undoTitle' : 'admin.preview.title', { project })}
      size="lg"
    >
      {preview !== null && (
        <Confirmation
          key={preview.id}
          preview={preview}
          onClose={close}
          onDone={(record) => {
            onDone(record);
            close();
          }}
        />
      )}
    </Dialog>
  );
}

interface ConfirmationProps {
  readonly preview: ChangePreview;
  readonly onClose: () => void;
  readonly onDone: (record: ChangeRecord) => void;
}

function Confirmation({ preview, onClose, onDone }: ConfirmationProps) {
  const { say } = useText();
  const apply = useAdminCall((doctor) => doctor.admin.apply);
  const go = () => apply.mutate({ id: preview.id, confirmed: true }, { onSuccess: onDone });
  return (
    <Stack gap={14} data-testid="change-preview">
      {preview.changedSince && <Notice tone="warn">{say('admin.preview.changedSince')}</Notice>}
      <PolicyDifference preview={preview} />
      {apply.isIdle && <Choice preview={preview} onConfirmed={go} onClose={onClose} />}
      {apply.isPending && <Applying />}
      {apply.isError && <ChangeFailure error={apply.error} onClose={onClose} />}
    </Stack>
  );
}

interface ChoiceProps {
  readonly preview: ChangePreview;
  readonly onConfirmed: () => void;
  readonly onClose: () => void;
}

function Choice({ preview, onConfirmed, onClose }: ChoiceProps) {
  const { say } = useText();
  const act = actOf(preview);
  return (
    <>
      <Text size="sm" c="dimmed">
        {say('admin.preview.nothingSent')}
        <br />
        {say('admin.preview.holdHelp')}
      </Text>
      <TypedName
        name={preview.project.name}
        apply={say(`admin.preview.apply.${act}`)}
        onTyped={onConfirmed}
      />
      <Group justify="flex-end" gap={10}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {say('app.common.cancel')}
        </Button>
        <HoldButton label={say(`admin.preview.hold.${act}`)} onHeld={onConfirmed} />
      </Group>
    </>
  );
}

/** What the confirmation is called. A list that goes is more than one that changes. */
function actOf({ undoes, plan }: ChangePreview): 'undo' | 'remove' | 'change' {
  if (undoes !== null) return 'undo';
  return plan.after.kind === 'none' ? 'remove' : 'change';
}

function Applying() {
  const { say } = useText();
  return (
    <Group gap={12} role="status">
      <Loader size={20} />
      <div>
        <Text>{say('admin.preview.applying')}</Text>
        <Text size="sm" c="dimmed">
          {say('admin.preview.slow')}
        </Text>
      </div>
    </Group>
  );
}

interface TypedNameProps {
  readonly name: string;
  readonly apply: string;
  readonly onTyped: () => void;
}

/** For whoever cannot hold a button. */
function TypedName({ name, apply, onTyped }: TypedNameProps) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const right = typed.trim() === name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (right) onTyped();
  };
  return (
    <form onSubmit={submit}>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('admin.preview.typed')}
      </Button>
      <Collapse expanded={open}>
        <Group gap={10} align="flex-end" mt={8}>
          <TextInput
            label={say('admin.preview.typedHelp', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            style={{ flex: 1 }}
          />
          <Button type="submit" color="red.9" disabled={!right}>
            {apply}
          </Button>
        </Group>
      </Collapse>
    </form>
  );
}
