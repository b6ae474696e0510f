import { Button, Text, Title } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { VaultStatus } from '../../shared/keys/key';
import { useAppInfo, useKeys, useVault } from '../state/queries';
import type { MessageKey } from '../text/message-key';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame } from '../ui/page';
import { AddKeyDialog } from './add-key-dialog';
import { KeyRow } from './key-row';
import styles from './keys.module.css';
import { VaultBanner } from './vault-banner';

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
  const [adding, setAdding] = useState(false);
  const store = vault.data?.store ?? 'keychain';
  const practising = info?.mode === 'practice';
  const add = !practising && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      {say('keys.add')}
    </Button>
  );
  return (
    <PageFrame title={say('keys.title')} lead={say(LEADS[store])} actions={keys.data?.length !== 0 && add}>
      {info?.practiceOnly === true && <Notice tone="info">{say('keys.practiceOnly')}</Notice>}
      {vault.data !== undefined && <VaultBanner status={vault.data} />}
      <CallAlert error={keys.error ?? vault.error} />
      {keys.data?.length === 0 && <EmptyKeys>{add}</EmptyKeys>}
      {keys.data !== undefined && keys.data.length > 0 && (
        <ul className={styles['list']} aria-label={say('keys.list')}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} summary={key} practising={practising} />
          ))}
        </ul>
      )}
      <AddKeyDialog opened={adding} onClose={() => setAdding(false)} />
    </PageFrame>
  );
}

function EmptyKeys({ children }: { readonly children: ReactNode }) {
  const { say } = useText();
  return (
    <div className={styles['empty']}>
      <span className={styles['emptyIcon']}>
        <IconKey size={30} aria-hidden />
      </span>
      <Title order={2}>{say('keys.emptyTitle')}</Title>
      <Text c="dimmed" maw={460} mb={6}>
        {say('keys.empty')}
      </Text>
      {children}
    </div>
  );
}
