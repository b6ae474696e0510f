import { Button } from '@mantine/core';
import { IconFolder, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppInfo } from '../../shared/ipc/views';
import { useCall, useDismissSetAside, useRestoreSetAside } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import styles from './frame.module.css';

/** Said at the top, since what was lost or will be lost concerns every page. */
export function StoreNotice({ info }: { readonly info: AppInfo }) {
  if (info.storeUnavailable) return <UnavailableNotice />;
  return (
    <>
      {info.storeTrouble !== null && <TroubleNotice trouble={info.storeTrouble} />}
      {info.storeSetAside !== null && <SetAsideNotice path={info.storeSetAside} />}
    </>
  );
}

/** It stands as long as it is true: until the app is started again. */
function TroubleNotice({ trouble }: { readonly trouble: NonNullable<AppInfo['storeTrouble']> }) {
  const { say } = useText();
  return (
    <div className={styles['notice']} data-testid="store-trouble">
      <Notice tone="warn" role="status">
        {say(`app.notice.trouble.${trouble}`)}
      </Notice>
    </div>
  );
}

function UnavailableNotice() {
  const { say } = useText();
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <div className={styles['notice']}>
      <Notice tone="warn" role="status" onClose={() => setClosed(true)}>
        {say('app.notice.storeUnavailable')}
      </Notice>
    </div>
  );
}

/** Comes back at every start until it is dismissed: whoever missed it would look for their keys in vain. */
function SetAsideNotice({ path }: { readonly path: string }) {
  const { say } = useText();
  const show = useCall((doctor) => doctor.app.show_set_aside);
  const dismiss = useDismissSetAside();
  const restore = useRestoreSetAside();
  return (
    <div className={styles['notice']}>
      <Notice
        tone="warn"
        role="status"
        title={say('app.notice.setAsideTitle')}
        onClose={() => dismiss.mutate()}
        actions={
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFolder size={15} aria-hidden />}
              onClick={() => show.mutate({})}
            >
              {say('app.notice.showInFolder')}
            </Button>
            {restore.data === undefined && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconRestore size={15} aria-hidden />}
                loading={restore.isPending}
                onClick={() => restore.mutate()}
              >
                {say('app.notice.restore')}
              </Button>
            )}
          </>
        }
      >
        {say('app.notice.setAside')}
        <div className={`${styles['noticePath']} mono break`}>{path}</div>
        {restore.data !== undefined && (
          <div>{say('app.notice.restored', { count: restore.data.restored })}</div>
        )}
        <CallAlert error={show.error ?? dismiss.error ?? restore.error} />
      </Notice>
    </div>
  );
}
