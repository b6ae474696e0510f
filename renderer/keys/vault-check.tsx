import { Button } from '@mantine/core';
import { IconShieldSearch } from '@tabler/icons-react';
import type { VaultReview } from '../../shared/keys/activity';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
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
  const { checked, missing, changed, orphans } = review;
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
        {orphans.length > 0 && <Orphans orphans={orphans} />}
      </Notice>
    </div>
  );
}

const NAMED = 12;

function Orphans({ orphans }: Pick<VaultReview, 'orphans'>) {
  const { say } = useText();
  const remove = useKeyCall('keys:delete_orphans');
  const names = orphans
    .slice(0, NAMED)
    .map(({ kind, lastFour }) => `${say(`keys.kind.${kind}`)} …${lastFour}`);
  if (remove.isSuccess) return <div>{say('keyring.review.deleted')}</div>;
  return (
    <div style={{ marginTop: 8 }}>
      <div>
        {say('keyring.review.orphans', { count: orphans.length })} ({names.join(', ')}
        {orphans.length > NAMED ? ' …' : ''})
      </div>
      <div>{say('keyring.review.orphansText')}</div>
      <Button
        mt={8}
        size="xs"
        variant="default"
        loading={remove.isPending}
        onClick={() => remove.mutate({ accounts: orphans.map(({ account }) => account) })}
      >
        {say('keyring.review.deleteOrphans')}
      </Button>
      <CallAlert error={remove.error} />
    </div>
  );
}
