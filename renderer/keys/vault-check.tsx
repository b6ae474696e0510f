import { Button } from '@mantine/core';
import { IconShieldSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Orphan, VaultReview } from '../../shared/keys/activity';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CallAlert, Notice } from '../ui/notice';

/** Compares the list with the keychain when asked to: what others deleted or changed, and what nobody knows any more. */
export function VaultCheck() {
  const { say } = useText();
  const review = useKeyCall('keys:review_vault');
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconShieldSearch size={16} aria-hidden />}
        loading={review.isPending}
        onClick={() => review.mutate({})}
      >
        {say('keyring.review.start')}
      </Button>
      <CallAlert error={review.error} />
      {review.data !== undefined && <Found review={review.data} onClose={review.reset} />}
    </>
  );
}

function Found({ review, onClose }: { readonly review: VaultReview; readonly onClose: () => void }) {
  const { say } = useText();
  const { checked, missing, changed, orphans, orphansMayBeOwn } = review;
  const fine = missing === 0 && changed === 0;
  return (
    <div data-testid="vault-review" style={{ flexBasis: '100%' }}>
      <Notice
        tone={fine && orphans.length === 0 ? 'good' : 'warn'}
        role="status"
        title={say('keyring.review.title')}
        onClose={onClose}
      >
        {fine && <div>{say('keyring.review.fine', { count: checked })}</div>}
        {missing > 0 && <div>{say('keyring.review.missing', { count: missing })}</div>}
        {changed > 0 && <div>{say('keyring.review.changed', { count: changed })}</div>}
        {!fine && <div>{say('keyring.review.inList')}</div>}
        {orphans.length > 0 && <Orphans orphans={orphans} mayBeOwn={orphansMayBeOwn} />}
      </Notice>
    </div>
  );
}

const NAMED = 12;

interface OrphansProps {
  readonly orphans: readonly Orphan[];
  readonly mayBeOwn: boolean;
}

/** Where they may be the person's own, they are named and that is all. */
function Orphans({ orphans, mayBeOwn }: OrphansProps) {
  const { say } = useText();
  if (!mayBeOwn) return <DeletableOrphans orphans={orphans} />;
  return (
    <div style={{ marginTop: 8 }}>
      <OrphanList orphans={orphans} />
      <div>{say('keyring.review.orphansMayBeOwn')}</div>
    </div>
  );
}

function OrphanList({ orphans }: Pick<VaultReview, 'orphans'>) {
  const { say } = useText();
  return (
    <>
      <div>{say('keyring.review.orphans', { count: orphans.length })}</div>
      <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
        {orphans.slice(0, NAMED).map(({ account, kind, lastFour }) => (
          <li key={account}>
            {say(`keys.kind.${kind}`)} <span className="mono">…{lastFour}</span>
          </li>
        ))}
        {orphans.length > NAMED && <li>…</li>}
      </ul>
    </>
  );
}

/** Nobody can bring these back, and another copy of the app may use them: so they are named, and asked about. */
function DeletableOrphans({ orphans }: Pick<VaultReview, 'orphans'>) {
  const { say } = useText();
  const remove = useKeyCall('keys:delete_orphans');
  const [asking, setAsking] = useState(false);
  if (remove.isSuccess) return <div>{say('keyring.review.deleted')}</div>;
  const accounts = orphans.map(({ account }) => account);
  return (
    <div style={{ marginTop: 8 }}>
      <OrphanList orphans={orphans} />
      <div>{say('keyring.review.orphansText')}</div>
      <Button mt={8} size="xs" variant="default" onClick={() => setAsking(true)}>
        {say('keyring.review.deleteOrphans')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={say('keyring.review.deleteTitle', { count: orphans.length })}
        explanation={say('keyring.review.orphansText')}
        confirm={say('keys.delete')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ accounts })}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
