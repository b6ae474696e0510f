import { Button, Menu } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { KEY_COLOURS, type KeyColour, type KeySummary } from '../../shared/keys/key';
import { ask } from '../state/bridge';
import { useKeyCall, useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import { DeleteSelected, SelectionBar } from '../ui/selection-bar';
import { ColourDot, colourName } from './colours';
import { UNDO_DELETE } from './focus-ids';

interface BulkBarProps {
  readonly chosen: readonly KeySummary[];
  readonly practising: boolean;
  readonly onClear: () => void;
}

/** What can be done with several keys at once. */
export function BulkBar({ chosen, practising, onClear }: BulkBarProps) {
  const { say } = useText();
  const check = useKeyCall((doctor) => doctor.matrix.start);
  const [deleting, setDeleting] = useState(false);
  const ids = chosen.map(({ id }) => id);
  if (chosen.length === 0) return null;
  return (
    <SelectionBar
      label={say('keyring.bulk.bar')}
      count={say('keyring.selected', { count: chosen.length })}
      clearLabel={say('keyring.clearSelection')}
      onClear={onClear}
      aftermath={
        <>
          <CallAlert error={check.error} />
          {deleting && <DeleteMany ids={ids} onDone={onClear} onClose={() => setDeleting(false)} />}
        </>
      }
    >
      <Button size="xs" loading={check.isPending} onClick={() => check.mutate({ kind: 'fill', keyIds: ids })}>
        {say('keyring.bulk.check')}
      </Button>
      {!practising && <ColourMenu chosen={chosen} />}
      {!practising && <DeleteSelected label={say('keyring.bulk.delete')} onClick={() => setDeleting(true)} />}
    </SelectionBar>
  );
}

interface DeleteManyProps {
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function DeleteMany({ ids, onDone, onClose }: DeleteManyProps) {
  const { say } = useText();
  const store = useVault().data?.store ?? 'keychain';
  const remove = useKeyCall((doctor) => doctor.keys.delete);
  return (
    <ConfirmDialog
      opened
      title={say('keyring.bulk.deleteTitle', { count: ids.length })}
      explanation={say(`keys.deleteExplanation.${store}`)}
      confirm={say('keys.delete')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        void remove.mutateAsync({ ids: [...ids] }).then(
          () => {
            onDone();
            keyboard.give(UNDO_DELETE);
          },
          () => undefined,
        )
      }
      onClose={onClose}
    />
  );
}

function ColourMenu({ chosen }: { readonly chosen: readonly KeySummary[] }) {
  const { say } = useText();
  const client = useQueryClient();
  const paint = useMutation({
    mutationFn: (colour: KeyColour | null) => paintAll(chosen, colour),
    onSettled: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
  return (
    <>
      <ActionMenu
        position="top-start"
        width={180}
        target={
          <Button size="xs" variant="default" leftSection={<IconPalette size={15} aria-hidden />}>
            {say('keyring.bulk.colour')}
          </Button>
        }
      >
        {[null, ...KEY_COLOURS].map((colour) => (
          <Menu.Item
            key={colour ?? 'none'}
            leftSection={
              <span aria-hidden>
                <ColourDot colour={colour} />
              </span>
            }
            onClick={() => paint.mutate(colour)}
          >
            {colourName(colour, say)}
          </Menu.Item>
        ))}
      </ActionMenu>
      <CallAlert error={paint.error} onClose={paint.reset} />
    </>
  );
}

/** Throws the first refusal, once every key was tried. */
async function paintAll(keys: readonly KeySummary[], colour: KeyColour | null): Promise<void> {
  const tries = keys.map(({ id, label, note, sentFor }) =>
    ask((doctor) => doctor.keys.edit({ id, label, note, colour, sentFor })),
  );
  await Promise.allSettled(tries);
  await Promise.all(tries);
}
