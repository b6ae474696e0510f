import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type KeyHealth, type KeySummary, OPENAI_BASE_URL } from '../../shared/keys/key';
import { useKeyCall } from '../state/queries';
import { formatMoment, shortenId } from '../text/format';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CallAlert, Notice } from '../ui/notice';
import styles from './keys.module.css';
import { RenameDialog } from './rename-dialog';

interface KeyRowProps {
  readonly summary: KeySummary;
  readonly practising: boolean;
}

type Dialog = 'rename' | 'delete' | null;

export function KeyRow({ summary, practising }: KeyRowProps) {
  const { say } = useText();
  const [dialog, setDialog] = useState<Dialog>(null);
  const check = useKeyCall('keys:check');
  const copy = useKeyCall('keys:copy_secret');
  const remove = useKeyCall('keys:delete');
  const close = () => setDialog(null);
  return (
    <li className={styles['row']} data-testid="key-row" data-key-id={summary.id}>
      <Identity summary={summary} />
      <Belonging summary={summary} />
      <Health summary={summary} />
      <div className={styles['actions']}>
        <Button
          size="xs"
          variant="light"
          loading={check.isPending}
          aria-label={`${say('keys.check')}: ${summary.label}`}
          onClick={() => check.mutate({ id: summary.id })}
        >
          {say('keys.check')}
        </Button>
        {!practising && (
          <MoreMenu summary={summary} onCopy={() => copy.mutate({ id: summary.id })} onChoose={setDialog} />
        )}
      </div>
      {copy.isSuccess && (
        <div className={styles['across']}>
          <Notice tone="good" role="status" onClose={copy.reset}>
            {say('keys.copiedSecret')}
          </Notice>
        </div>
      )}
      {(check.error ?? copy.error) !== null && (
        <div className={styles['across']}>
          <CallAlert error={check.error ?? copy.error} />
        </div>
      )}
      <RenameDialog summary={summary} opened={dialog === 'rename'} onClose={close} />
      <ConfirmDialog
        opened={dialog === 'delete'}
        title={say('keys.deleteTitle', { label: summary.label })}
        explanation={say('keys.deleteExplanation')}
        confirm={say('keys.delete')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ ids: [summary.id] }, { onSuccess: close })}
        onClose={close}
      />
    </li>
  );
}

function Identity({ summary }: { readonly summary: KeySummary }) {
  const { say } = useText();
  return (
    <div>
      <div className={styles['label']}>{summary.label}</div>
      <div className={styles['small']}>
        {say(`keys.kind.${summary.kind}`)} · <span className="mono">…{summary.lastFour}</span>
      </div>
    </div>
  );
}

function Belonging({ summary }: { readonly summary: KeySummary }) {
  const { say } = useText();
  const { project, organization, baseUrl } = summary;
  return (
    <div className={`${styles['small']} ${styles['belonging']}`}>
      {project === null ? (
        say('keys.projectUnknown')
      ) : (
        <span className="mono" title={project}>
          {shortenId(project)}
        </span>
      )}
      {organization !== null && (
        <div className="mono" title={organization}>
          {shortenId(organization)}
        </div>
      )}
      {baseUrl !== OPENAI_BASE_URL && (
        <div className="mono" style={{ color: 'var(--doctor-warn)' }}>
          → {baseUrl}
        </div>
      )}
    </div>
  );
}

const TONES = { accepted: 'good', accepted_cannot_list: 'good', refused: 'bad', undecided: 'warn' } as const;

function Health({ summary }: { readonly summary: KeySummary }) {
  const { say, language } = useText();
  const { health, checkedAt } = summary;
  if (health === null)
    return <div className={`${styles['small']} ${styles['health']}`}>{say('keys.neverChecked')}</div>;
  return (
    <div className={styles['health']}>
      <Pill tone={TONES[health.kind]}>{healthText(health, say)}</Pill>
      {checkedAt !== null && (
        <div className={styles['small']}>{formatMoment(checkedAt, language, new Date())}</div>
      )}
    </div>
  );
}

/** A refusal shows the API's own code, so that it can be looked up. */
export function healthText(health: KeyHealth, say: Say): string {
  switch (health.kind) {
    case 'accepted':
      return say('keys.health.accepted', { count: health.models });
    case 'accepted_cannot_list':
      return say('keys.health.accepted_cannot_list');
    case 'refused':
    case 'undecided':
      return `${say(`keys.health.${health.kind}`)} (${health.code})`;
  }
}

interface MoreMenuProps {
  readonly summary: KeySummary;
  readonly onCopy: () => void;
  readonly onChoose: (dialog: Dialog) => void;
}

function MoreMenu({ summary, onCopy, onChoose }: MoreMenuProps) {
  const { say } = useText();
  return (
    <Menu position="bottom-end" width={220} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say('keys.more', { label: summary.label })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
          {say('keys.copySecret')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onChoose('rename')}>
          {say('keys.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          color="var(--doctor-bad)"
          onClick={() => onChoose('delete')}
        >
          {say('keys.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
