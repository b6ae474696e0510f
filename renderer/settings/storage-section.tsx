import { Button, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Nothing } from '../../shared/ipc/calls/call';
import type { AppInfo } from '../../shared/ipc/views';
import type { VaultStatus } from '../../shared/keys/key';
import { ask, type ChooseVerb } from '../state/bridge';
import { useCall, useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './settings.module.css';

const PLACES = ['keys', 'database', 'settings', 'log'] as const;
type Place = (typeof PLACES)[number];

/** For whoever has to know what of them lies on this computer, and where. */
export function StorageSection({ mode }: Pick<AppInfo, 'mode'>) {
  const { say } = useText();
  const vault = useVault().data;
  const storage = useQuery({
    queryKey: ['app', 'storage'],
    queryFn: () => ask((doctor) => doctor.app.storage({})),
    // The log begins with the first failure.
    staleTime: 0,
  });
  if (storage.data === undefined) return <CallAlert error={storage.error} />;
  const { database, log } = storage.data;
  const files: Readonly<Record<Place, string | null>> = { keys: null, database, settings: database, log };
  return (
    <Section
      title={say('about.storage.title')}
      lead={say(`about.storage.lead.${mode === 'practice' ? 'practice' : 'real'}`)}
    >
      <dl className={styles['places']}>
        {PLACES.map((place) => (
          <div key={place} className={styles['place']}>
            <dt>{say(`about.storage.${place}.title`)}</dt>
            <dd>
              <div className={styles['placeText']}>
                <Where place={place} file={files[place]} vault={vault} />
                <p>{say(`about.storage.${place}.holds`)}</p>
                <p className={styles['never']}>{say(`about.storage.${place}.never`)}</p>
              </div>
              {place === 'database' && database !== null && (
                <Show choose={(doctor) => doctor.app.show_data} />
              )}
              {place === 'log' && log !== null && <Show choose={(doctor) => doctor.app.show_log} />}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface WhereProps {
  readonly place: Place;
  readonly file: string | null;
  readonly vault: VaultStatus | undefined;
}

function Where({ place, file, vault }: WhereProps) {
  const { say } = useText();
  if (place === 'keys') {
    if (vault === undefined) return null;
    const { store, backend } = vault;
    return (
      <p>
        {say(store === 'keychain' ? `about.storage.backend.${backend}` : `about.storage.backend.${store}`)}
      </p>
    );
  }
  if (place === 'settings') return <p>{say('about.storage.settings.where')}</p>;
  if (file === null) return <p>{say(`about.storage.${place}.none`)}</p>;
  return (
    <Text className="mono break" size="sm" component="p">
      {file}
    </Text>
  );
}

function Show({ choose }: { readonly choose: ChooseVerb<Nothing, null> }) {
  const { say } = useText();
  const show = useCall(choose);
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolder size={15} aria-hidden />}
        onClick={() => show.mutate({})}
      >
        {say('app.settings.log.showInFolder')}
      </Button>
      <CallAlert error={show.error} onClose={show.reset} />
    </div>
  );
}
