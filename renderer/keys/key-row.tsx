import { ActionIcon, Button, Checkbox, Menu, UnstyledButton } from '@mantine/core';
import { IconCopy, IconDots, IconInfoCircle, IconRefresh, IconTrash } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import { type KeySummary, OPENAI_BASE_URL } from '../../shared/keys/key';
import { sentForBy } from '../../shared/observations/sender';
import { shortenId } from '../../shared/text/shorten-id';
import { useKeyCall, useVault } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { ActionMenu } from '../ui/action-menu';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { keyboard } from '../ui/keyboard';
import { CallAlert, Notice } from '../ui/notice';
import { ColourDot } from './colours';
import { keyNameId, UNDO_DELETE } from './focus-ids';
import { Health } from './health';
import styles from './keys.module.css';
import { RotateDialog } from './rotate-dialog';
import { shortLabel } from './short-label';
import { useTestKey } from './use-test-key';

interface KeyRowProps {
  readonly summary: KeySummary;
  readonly practising: boolean;
  readonly selected: boolean;
  readonly onSelect: (ids: readonly string[], inside: boolean) => void;
  readonly onOpen: (id: string) => void;
}

type Dialog = 'rotate' | 'delete' | null;

/** Drawn again only when something of its own changed, since scrolling draws the list many times a second. */
export const KeyRow = memo(function KeyRow({ summary, practising, selected, onSelect, onOpen }: KeyRowProps) {
  const { say } = useText();
  const [dialog, setDialog] = useState<Dialog>(null);
  const check = useTestKey();
  const copy = useKeyCall((doctor) => doctor.keys.copy_secret);
  const close = () => setDialog(null);
  const open = () => onOpen(summary.id);
  return (
    <div
      className={styles['row']}
      data-testid="key-row"
      data-key-id={summary.id}
      data-selected={selected || undefined}
    >
      <Checkbox
        size="sm"
        aria-label={say('keyring.select', { label: summary.label })}
        checked={selected}
        onChange={(event) => onSelect([summary.id], event.currentTarget.checked)}
      />
      <Identity summary={summary} onOpen={open} />
      <Health summary={summary} />
      <Belonging summary={summary} practising={practising} />
      <div className={styles['actions']}>
        <Button
          size="xs"
          variant="light"
          loading={check.isPending}
          aria-label={`${say('keys.check')}: ${summary.label}`}
          onClick={() => check.start(summary.id)}
        >
          {say('keys.check')}
        </Button>
        {!practising && (
          <MoreMenu
            summary={summary}
            onOpen={open}
            onCopy={() => copy.mutate({ id: summary.id })}
            onChoose={setDialog}
          />
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
      {dialog === 'rotate' && <RotateDialog summary={summary} opened onClose={close} />}
      {dialog === 'delete' && <DeleteDialog summary={summary} onClose={close} />}
    </div>
  );
});

export function DeleteDialog({
  summary,
  onClose,
}: {
  readonly summary: KeySummary;
  readonly onClose: () => void;
}) {
  const { say } = useText();
  const store = useVault().data?.store ?? 'keychain';
  const remove = useKeyCall((doctor) => doctor.keys.delete);
  return (
    <ConfirmDialog
      opened
      title={say('keys.deleteTitle', { label: shortLabel(summary.label), lastFour: summary.lastFour })}
      explanation={say(`keys.deleteExplanation.${store}`)}
      confirm={say('keys.delete')}
      busy={remove.isPending}
      error={remove.error}
      // The key's row goes with it, so the answer is awaited here and not there.
      onConfirm={() =>
        void remove.mutateAsync({ ids: [summary.id] }).then(
          () => {
            onClose();
            keyboard.give(UNDO_DELETE);
          },
          () => undefined,
        )
      }
      onClose={onClose}
    />
  );
}

function Identity({ summary, onOpen }: { readonly summary: KeySummary; readonly onOpen: () => void }) {
  const { say } = useText();
  return (
    <div>
      <UnstyledButton id={keyNameId(summary.id)} className={styles['label']} onClick={onOpen}>
        {summary.colour !== null && <ColourDot colour={summary.colour} />}
        {summary.label}
      </UnstyledButton>
      <div className="small">
        {say(`keys.kind.${summary.kind}`)} · <span className="mono">…{summary.lastFour}</span>
      </div>
      {summary.note !== '' && <div className={styles['note']}>{summary.note}</div>}
    </div>
  );
}

/** What is known of where the key belongs. Nothing at all where nothing is: the line above the list says so once for all. */
function Belonging({ summary, practising }: Pick<KeyRowProps, 'summary' | 'practising'>) {
  const { say, language } = useText();
  const { baseUrl, hostSeen, learnedAt } = summary;
  const sent = sentForBy(summary);
  const homes = HOMES.filter((name) => summary[name] !== null && summary[name] !== sent[name]);
  const chosen = HOMES.map((name) => sent[name]).filter((id) => id !== null);
  return (
    <div className={`small ${styles['belonging']}`}>
      {homes.map((name) => (
        <Home key={name} name={name} id={summary[name] ?? ''} />
      ))}
      {chosen.map((id) => (
        <div key={id} title={id}>
          {say('keys.sentFor', { id: shortenId(id, 16) })}
        </div>
      ))}
      {homes.length > 0 && learnedAt !== null && (
        <div>{say('keys.knownSince', { moment: formatMoment(learnedAt, language, new Date()) })}</div>
      )}
      {/* In practice every key but the gateway's goes to the same place, which the badge of practice explains. */}
      {(practising ? hostSeen === 'other' : baseUrl !== OPENAI_BASE_URL) && (
        <div className="mono" style={{ color: 'var(--doctor-warn)' }}>
          → {baseUrl}
        </div>
      )}
    </div>
  );
}

const HOMES = ['project', 'organization'] as const;

function Home({ name, id }: { readonly name: (typeof HOMES)[number]; readonly id: string }) {
  const { say } = useText();
  return (
    <div title={id}>
      {say(`keyring.details.${name}`)} <span className={`mono ${styles['home']}`}>{shortenId(id, 16)}</span>
    </div>
  );
}

interface MoreMenuProps {
  readonly summary: KeySummary;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
  readonly onChoose: (dialog: Dialog) => void;
}

/** The menu is made when it is first asked for: one in each of many rows would make them slow to draw. */
function MoreMenu({ summary, onOpen, onCopy, onChoose }: MoreMenuProps) {
  const { say } = useText();
  const [made, setMade] = useState(false);
  const id = useId();
  const trigger = (
    <ActionIcon
      // The menu gives its button this id, by which the keyboard finds it again once it was drawn anew.
      id={id}
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={say('keys.more', { label: summary.label })}
      aria-haspopup="menu"
      onClick={() => setMade(true)}
    >
      <IconDots size={18} />
    </ActionIcon>
  );
  if (!made) return trigger;
  return (
    <ActionMenu id={id} position="bottom-end" width={220} defaultOpened target={trigger}>
      <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={onOpen}>
        {say('keyring.details.open')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={onCopy}>
        {say('keys.copySecret')}
      </Menu.Item>
      <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onChoose('rotate')}>
        {say('keyring.rotate.open')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} />}
        color="var(--doctor-bad)"
        onClick={() => onChoose('delete')}
      >
        {say('keys.delete')}
      </Menu.Item>
    </ActionMenu>
  );
}
