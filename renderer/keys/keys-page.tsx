import { Button, Group, Text } from '@mantine/core';
import { IconFileImport, IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { VaultStatus } from '../../shared/keys/key';
import type { MessageKey } from '../../shared/messages/say';
import { useAppInfo, useKeyCall, useKeys, useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { EmptyState } from '../ui/empty-state';
import { keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame } from '../ui/page';
import { ActivityNotices } from './activity-notices';
import { AddKeyDialog } from './add-key-dialog';
import { DropZone } from './drop-zone';
import { keyNameId } from './focus-ids';
import { ImportDialog } from './import-dialog';
import { KeyList } from './key-list';
import { RecoveryNotices } from './recovery-notice';
import { VaultBanner } from './vault-banner';
import { VaultCheck } from './vault-check';

const LEADS = {
  keychain: 'keys.lead',
  session: 'keys.leadSession',
  practice: 'keys.leadPractice',
} as const satisfies Record<VaultStatus['store'], MessageKey>;

export function KeysPage() {
  const { say } = useText();
  const info = useAppInfo().data;
  const vault = useVault();
  const keys = useKeys();
  const dropped = useKeyCall((doctor) => doctor.imports.dropped);
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null);
  const store = vault.data?.store ?? 'keychain';
  const practising = info?.mode === 'practice';
  const actions = !practising && <Actions onChoose={setDialog} />;
  const dropFile = (file: File) => dropped.mutate({ file }, { onSuccess: () => setDialog('import') });
  return (
    <DropZone enabled={!practising} onFile={dropFile}>
      <PageFrame
        title={say('keys.title')}
        lead={say(LEADS[store])}
        actions={keys.data?.length !== 0 && actions}
      >
        {info?.practiceOnly === true && <Notice tone="info">{say('keys.practiceOnly')}</Notice>}
        {vault.data !== undefined && (
          <Group gap={12} justify="space-between">
            <VaultBanner status={vault.data} />
            {store === 'keychain' && <VaultCheck />}
          </Group>
        )}
        <CallAlert error={keys.error ?? vault.error} />
        <CallAlert error={dropped.error} onClose={dropped.reset} />
        <RecoveryNotices />
        <ActivityNotices />
        {keys.data?.length === 0 && (
          <EmptyState icon={IconKey} title={say('keys.emptyTitle')}>
            <Text c="dimmed" maw={460} mb={6}>
              {say('keys.empty')}
            </Text>
            {actions}
          </EmptyState>
        )}
        {keys.data !== undefined && keys.data.length > 0 && (
          <KeyList keys={keys.data} practising={practising} />
        )}
        <AddKeyDialog
          opened={dialog === 'add'}
          onClose={() => setDialog(null)}
          onAdded={(id) => {
            setDialog(null);
            keyboard.give(keyNameId(id));
          }}
        />
        <ImportDialog opened={dialog === 'import'} onClose={() => setDialog(null)} />
      </PageFrame>
    </DropZone>
  );
}

function Actions({ onChoose }: { readonly onChoose: (dialog: 'add' | 'import') => void }) {
  const { say } = useText();
  return (
    <Group gap={10} wrap="nowrap">
      <Button
        variant="default"
        leftSection={<IconFileImport size={17} aria-hidden />}
        onClick={() => onChoose('import')}
      >
        {say('imports.open')}
      </Button>
      {/* The keyboard finds it by this id, whether it stands in the head or in the empty list. */}
      <Button id="add-key" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => onChoose('add')}>
        {say('keys.add')}
      </Button>
    </Group>
  );
}
