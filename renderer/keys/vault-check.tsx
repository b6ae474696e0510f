import { Button } from '@mantine/core';
import { IconShieldSearch } from '@tabler/icons-react';
import type { VaultReview } from '../../shared/keys/activity';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { UnclaimedList } from './unclaimed-list';

/** Compares the list with the keychain when asked to: what others deleted or changed, and what no key here uses. */
export function VaultCheck() {
  const { say } = useText();
  const review = useKeyCall((doctor) => doctor.keys.review_vault);
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
  const { checked, missing, changed, unclaimed } = review;
  const fine = missing === 0 && changed === 0;
  return (
    <div data-testid="vault-review" style={{ flexBasis: '100%' }}>
      <Notice
        tone={!fine ? 'warn' : unclaimed.length === 0 ? 'good' : 'info'}
        role="status"
        title={say('keyring.review.title')}
        onClose={onClose}
      >
        {fine && <div>{say('keyring.review.fine', { count: checked })}</div>}
        {missing > 0 && <div>{say('keyring.review.missing', { count: missing })}</div>}
        {changed > 0 && <div>{say('keyring.review.changed', { count: changed })}</div>}
        {!fine && <div>{say('keyring.review.inList')}</div>}
        {unclaimed.length > 0 && <UnclaimedList unclaimed={unclaimed} />}
      </Notice>
    </div>
  );
}
