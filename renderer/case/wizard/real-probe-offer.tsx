import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../shared/case/views';
import { useText } from '../../text/use-text';
import { RealProbeDialog } from '../real-probe-dialog';
import styles from './wizard.module.css';

/** The one step that is left from open to certain; it costs something, so it is asked for in a dialog. */
export function RealProbeOffer({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const [consenting, setConsenting] = useState(false);
  const blocked = view.keyId === null || view.model === null || view.running !== null;
  return (
    <div className={styles['offer']}>
      <Text size="sm">{say('wizard.proven.realProbe')}</Text>
      <Button variant="default" size="xs" disabled={blocked} onClick={() => setConsenting(true)}>
        {say('app.case.realProbe')}
      </Button>
      <RealProbeDialog view={view} opened={consenting} onClose={() => setConsenting(false)} />
    </div>
  );
}
