import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Unclaimed } from '../../shared/keys/activity';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CallAlert } from '../ui/notice';
import styles from './keys.module.css';

/**
 * Secrets that no key of the list uses. Nothing tells whether anybody needs them, so there is no way to act on several
 * at once: each is added or deleted by itself.
 */
export function UnclaimedList({ unclaimed }: { readonly unclaimed: readonly Unclaimed[] }) {
  const { say } = useText();
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const left = unclaimed.filter(({ account }) => !settled.has(account));
  const settle = (account: string) => setSettled((before) => new Set([...before, account]));
  if (left.length === 0) return null;
  return (
    <div className={styles['unclaimed']}>
      <div>{say('keyring.review.unclaimed', { count: left.length })}</div>
      <div>{say('keyring.review.unclaimedText')}</div>
      <ul className={styles['unclaimedList']}>
        {left.map((entry) => (
          <Entry key={entry.account} entry={entry} onSettled={() => settle(entry.account)} />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  readonly entry: Unclaimed;
  readonly onSettled: () => void;
}

function Entry({ entry, onSettled }: EntryProps) {
  const { say } = useText();
  const adopt = useKeyCall((doctor) => doctor.keys.adopt_unclaimed);
  const remove = useKeyCall((doctor) => doctor.keys.delete_unclaimed);
  const [asking, setAsking] = useState(false);
  const { account, kind, lastFour, origin, label, baseUrl, sameAs } = entry;
  const name = `${label ?? say('keyring.review.unnamed')} · ${say(`keys.kind.${kind}`)} …${lastFour}`;
  return (
    <li className={styles['unclaimedEntry']} data-testid="unclaimed" data-account={account}>
      <div className={styles['unclaimedName']}>{name}</div>
      <div className={styles['unclaimedFacts']}>
        {say(`keyring.review.origin.${origin}`)}{' '}
        {sameAs !== null && say('keyring.review.sameAs', { label: sameAs })}{' '}
        {baseUrl !== null &&
          baseUrl !== OPENAI_BASE_URL &&
          say('keyring.review.sentTo', { address: baseUrl })}
      </div>
      <Group gap={8} mt={4}>
        {sameAs === null && (
          <Button
            size="compact-sm"
            variant="default"
            loading={adopt.isPending}
            onClick={() => adopt.mutate({ account }, { onSuccess: onSettled })}
          >
            {say('keyring.review.adopt')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {say('keyring.review.remove')}
        </Button>
      </Group>
      <CallAlert error={adopt.error} />
      <ConfirmDialog
        opened={asking}
        title={say('keyring.review.removeTitle', { name })}
        explanation={say('keyring.review.removeText')}
        confirm={say('keys.delete')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ account }, { onSuccess: onSettled })}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
