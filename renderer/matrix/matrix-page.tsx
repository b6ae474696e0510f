import { Button, Text, Title } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useNavigation } from '../state/navigation';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { Runs } from '../ui/runs';
import styles from './matrix.module.css';
import type { MatrixData } from './matrix-data';
import { MatrixTable } from './matrix-table';
import { useMatrix } from './use-matrix';
import { useStarts } from './use-starts';

export function MatrixPage() {
  const { say } = useText();
  const keys = useKeys();
  const { data, error } = useMatrix();
  const isFilled = data !== null && data.models.length > 0 && keys.data?.length !== 0;
  return (
    <div className={styles['page']}>
      {!isFilled && (
        <div>
          <Title order={1}>{say('matrix.title')}</Title>
          <Text c="dimmed" size="sm" mt={2} maw={760}>
            {say('matrix.lead')}
          </Text>
        </div>
      )}
      <CallAlert error={error ?? keys.error} />
      {data !== null && keys.data !== undefined && <Content data={data} keys={keys.data} />}
    </div>
  );
}

function Content({ data, keys }: { readonly data: MatrixData; readonly keys: readonly KeySummary[] }) {
  const { say } = useText();
  const { go } = useNavigation();
  const run = useStarts(data);
  if (keys.length === 0)
    return (
      <Empty title={say('matrix.noKeysTitle')} text={say('matrix.noKeys')}>
        <Button onClick={() => go({ kind: 'keys' })}>{say('app.navigation.keys')}</Button>
      </Empty>
    );
  if (data.models.length === 0)
    return (
      <>
        <CallAlert error={run.error} onClose={run.forgetError} />
        <Runs run={data.run} rests={data.rests} />
        <Empty title={say('matrix.emptyTitle')} text={say('matrix.empty')}>
          <Button onClick={run.fill} loading={run.busy}>
            {say('matrix.fill')}
          </Button>
        </Empty>
      </>
    );
  return <MatrixTable data={data} keys={keys} />;
}

function Empty({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      <span className={styles['emptyIcon']}>
        <IconGridDots size={28} aria-hidden />
      </span>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {text}
      </Text>
      {children}
    </div>
  );
}
