import { Button, Text } from '@mantine/core';
import { IconPlus, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppInfo } from '../state/queries';
import { useText } from '../text/use-text';
import { EmptyState } from '../ui/empty-state';
import { keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { PageFrame, Section } from '../ui/page';
import { AddAdminKeyDialog } from './add-admin-key-dialog';
import styles from './admin.module.css';
import { ADD_ADMIN_KEY, AdminKeyRow, adminKeyId } from './admin-key-row';
import { ChangeHistory } from './change-history';
import { Projects } from './projects';
import { useAdminKeys } from './queries';

export function AdminPage() {
  const { say } = useText();
  const practising = useAppInfo().data?.mode === 'practice';
  const keys = useAdminKeys();
  const [adding, setAdding] = useState(false);
  const add = !practising && (
    <Button id={ADD_ADMIN_KEY} leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      {say('admin.add')}
    </Button>
  );
  const stored = keys.data ?? [];
  return (
    <PageFrame
      title={say('admin.title')}
      lead={say(practising ? 'admin.leadPractice' : 'admin.lead')}
      actions={stored.length > 0 && add}
    >
      <CallAlert error={keys.error} />
      {keys.data?.length === 0 && (
        <EmptyState icon={IconShieldLock} title={say('admin.emptyTitle')}>
          <Text c="dimmed" maw={480} mb={6}>
            {say('admin.empty')}
          </Text>
          {add}
        </EmptyState>
      )}
      {stored.length > 0 && (
        <>
          <Section title={say('admin.keys')}>
            <ul className={styles['list']} aria-label={say('admin.keys')}>
              {stored.map((key) => (
                <AdminKeyRow key={key.id} summary={key} practising={practising} />
              ))}
            </ul>
          </Section>
          <Projects keys={stored} />
        </>
      )}
      <ChangeHistory />
      <Notice tone="info" title={say('admin.power.title')}>
        {say('admin.power.text')}
      </Notice>
      <AddAdminKeyDialog
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(id) => {
          setAdding(false);
          keyboard.give(adminKeyId(id));
        }}
      />
    </PageFrame>
  );
}
