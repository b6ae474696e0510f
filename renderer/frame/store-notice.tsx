import { useState } from 'react';
import type { AppInfo } from '../../shared/ipc/views';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';

/** Said once at the top, since what was lost or will be lost concerns every page. */
export function StoreNotice({ info }: { readonly info: AppInfo }) {
  const { say } = useText();
  const [closed, setClosed] = useState(false);
  if (closed || !(info.storeWasReset || info.storeUnavailable)) return null;
  return (
    <div style={{ padding: '16px 30px 0' }}>
      <Notice tone="warn" role="status" onClose={() => setClosed(true)}>
        {say(info.storeUnavailable ? 'app.notice.storeUnavailable' : 'app.notice.storeReset')}
      </Notice>
    </div>
  );
}
