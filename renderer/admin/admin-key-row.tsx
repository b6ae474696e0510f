import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AdminKeySummary } from '../../shared/admin/change';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import type { Say } from '../../shared/messages/say';
import { shortLabel } from '../keys/short-label';
import { formatMoment } from '../text/format';
import { reasonText } from '../text/reason-text';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import styles from './admin.module.css';
import { useAdminCall } from './queries';

type Health = NonNullable<AdminKeySummary['health']>;

interface AdminKeyRowProps {
  readonly summary: AdminKeySummary;
  readonly practising: boolean;
}

/** Where the keyboard goes after a dialog: ids of the buttons that add a key and that read with one. */
export const ADD_ADMIN_KEY = 'add-admin-key';
export const adminKeyId = (id: string) => `admin-key-${id}`;

const TONES = { accepted: 'good', refused: 'bad', undecided: 'warn' } as const;

export function AdminKeyRow({ summary, practising }: AdminKeyRowProps) {
  const { say, language } = useText();
  const [deleting, setDeleting] = useState(false);
  const check = useAdminCall((doctor) => doctor.admin.check_key);
  const remove = useAdminCall((doctor) => doctor.admin.delete_key);
  const { label, lastFour, health, checkedAt, baseUrl } = summary;
  return (
    <li className={styles['row']} data-testid="admin-key" data-key-id={summary.id}>
      <div>
        <div className={styles['label']}>{label}</div>
        <div className="small">
          <span className="mono">…{lastFour}</span>
          {baseUrl !== OPENAI_BASE_URL && <span className="mono"> → {baseUrl}</span>}
        </div>
      </div>
      <div>
        {health === null ? (
          <span className="small">{say('admin.health.never')}</span>
        ) : (
          <>
            <Pill tone={TONES[health.kind]}>{pillText(health, say)}</Pill>
            <div className="small">{detailText(health, say)}</div>
          </>
        )}
        {checkedAt !== null && <div className="small">{formatMoment(checkedAt, language, new Date())}</div>}
      </div>
      <div className={styles['actions']}>
        <Button
          id={adminKeyId(summary.id)}
          size="xs"
          variant="light"
          loading={check.isPending}
          aria-label={`${say('admin.read')}: ${label}`}
          onClick={() => check.mutate({ id: summary.id })}
        >
          {say('admin.read')}
        </Button>
        {!practising && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`${say('admin.delete')}: ${label}`}
            onClick={() => setDeleting(true)}
          >
            {say('admin.delete')}
          </Button>
        )}
      </div>
      {check.error !== null && (
        <div className={styles['across']}>
          <CallAlert error={check.error} onClose={check.reset} />
        </div>
      )}
      <ConfirmDialog
        opened={deleting}
        title={say('admin.deleteTitle', { label: shortLabel(label), lastFour })}
        explanation={say('admin.deleteExplanation')}
        confirm={say('admin.delete')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          // Its row goes with it, and what waits for the answer in the row as well.
          void remove.mutateAsync({ id: summary.id }).then(
            () => keyboard.give(ADD_ADMIN_KEY),
            () => undefined,
          )
        }
        onClose={() => setDeleting(false)}
      />
    </li>
  );
}

function pillText({ kind }: Health, say: Say): string {
  return kind === 'accepted' ? say('admin.health.accepted') : say(`keys.health.${kind}`);
}

function detailText(health: Health, say: Say): string {
  return health.kind === 'accepted'
    ? say('admin.health.projects', { count: health.projects })
    : reasonText(health.code, say);
}
