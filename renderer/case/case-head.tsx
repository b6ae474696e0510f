import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { MAX_CASE_NAME } from '../../shared/base/limits';
import type { CaseView } from '../../shared/case/views';
import { useNavigation } from '../state/navigation';
import { useCaseCall, useCasesCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CasePin } from '../ui/case-pin';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Dialog } from '../ui/dialog';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import { UNDO_CASES } from '../ui/undo-case-deletion';
import { ReportMenu } from './report-menu';

/** What can be done with a case as such. */
export function CaseActions({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const close = () => setOpen(null);
  return (
    <Group gap={4} wrap="nowrap">
      <ReportMenu view={view} />
      <CasePin item={view} />
      <IconButton
        label={say('cases.rename')}
        icon={<IconPencil size={18} />}
        onClick={() => setOpen('rename')}
      />
      <IconButton
        label={say('app.navigation.deleteCase')}
        icon={<IconTrash size={18} />}
        onClick={() => setOpen('delete')}
      />
      <Dialog opened={open === 'rename'} onClose={close} title={say('cases.renameTitle')}>
        <RenameForm view={view} onDone={close} />
      </Dialog>
      <DeleteDialog id={view.id} opened={open === 'delete'} onClose={close} />
    </Group>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
}

function IconButton({ label, icon, onClick }: IconButtonProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}

function RenameForm({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }) {
  const { say } = useText();
  const tag = useCaseCall((doctor) => doctor.cases.tag);
  const [name, setName] = useState(view.name ?? '');
  const save = () =>
    tag.mutate({ id: view.id, name: name.trim() || null, isPinned: view.isPinned }, { onSuccess: onDone });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap={16}>
        <TextInput
          aria-label={say('cases.renameTitle')}
          description={say('cases.nameHint')}
          inputWrapperOrder={['input', 'description']}
          placeholder={view.model ?? ''}
          value={name}
          maxLength={MAX_CASE_NAME}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <CallAlert error={tag.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onDone}>
            {say('app.common.cancel')}
          </Button>
          <Button type="submit" loading={tag.isPending}>
            {say('cases.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface DeleteDialogProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function DeleteDialog({ id, opened, onClose }: DeleteDialogProps) {
  const { say } = useText();
  const { go } = useNavigation();
  const remove = useCasesCall((doctor) => doctor.cases.delete);
  const deleted = () => {
    onClose();
    go({ kind: 'diagnose' });
    keyboard.give(UNDO_CASES);
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={say('app.case.deleteTitle')}
      explanation={say('app.case.deleteExplanation')}
      confirm={say('app.common.delete')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ ids: [id] }, { onSuccess: deleted })}
      onClose={onClose}
    />
  );
}
