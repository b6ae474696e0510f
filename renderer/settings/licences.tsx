import { Button, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import type { Licence } from '../../shared/ipc/views';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { SidePanel } from '../ui/side-panel';
import styles from './settings.module.css';

/** What the work of others in this app is, and under which terms. Nothing is fetched for it. */
export function Licences() {
  const { say } = useText();
  const read = useCall((doctor) => doctor.app.licences);
  return (
    <>
      <CallAlert error={read.error} onClose={read.reset} />
      <Button
        variant="default"
        leftSection={<IconScale size={16} aria-hidden />}
        loading={read.isPending}
        onClick={() => read.mutate({})}
      >
        {say('about.licences.open')}
      </Button>
      <SidePanel
        opened={read.data !== undefined}
        onClose={read.reset}
        title={say('about.licences.title')}
        size={560}
      >
        {read.data !== undefined && <List licences={read.data} />}
      </SidePanel>
    </>
  );
}

function List({ licences }: { readonly licences: readonly Licence[] }) {
  const { say } = useText();
  return (
    <Stack gap={14}>
      <Text size="sm">
        {say('about.licences.own')} {say('about.licences.runtime')}
      </Text>
      <Text size="sm">{say('about.licences.count', { count: licences.length })}</Text>
      <ul className={styles['licences']} aria-label={say('about.licences.list')}>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary className={styles['licence']}>
                <span className={styles['package']}>
                  {name} <span className="small">{version}</span>
                </span>
                <span className="small">{licence}</span>
              </summary>
              <pre className={styles['licenceText']}>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
