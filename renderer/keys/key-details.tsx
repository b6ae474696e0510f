import { Button, Group, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type KeySummary, MAX_LABEL, MAX_NOTE } from '../../shared/keys/key';
import { headerTexts, reachesSeveral, sentForBy } from '../../shared/observations/sender';
import { useKeyCall } from '../state/queries';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { SidePanel } from '../ui/side-panel';
import { ColourPicker } from './colours';
import { healthText } from './health';
import { DeleteDialog } from './key-row';
import styles from './keys.module.css';
import { LabelHint } from './label-hint';
import { RotateDialog } from './rotate-dialog';
import { SentForFields, useSentFor } from './sent-for';
import { shortLabel } from './short-label';

interface KeyDetailsProps {
  readonly summary: KeySummary;
  readonly practising: boolean;
  readonly onClose: () => void;
}

/** Everything known of one key, and everything that can be done with it. */
export function KeyDetails({ summary, practising, onClose }: KeyDetailsProps) {
  const { say } = useText();
  const [dialog, setDialog] = useState<'rotate' | 'delete' | null>(null);
  const closeDialog = () => setDialog(null);
  return (
    <SidePanel
      opened
      onClose={onClose}
      size={430}
      title={shortLabel(summary.label)}
      styles={{
        title: { fontSize: 17, fontWeight: 650, lineHeight: 1.4, overflowWrap: 'anywhere' },
      }}
    >
      <Stack gap={20}>
        <Drift summary={summary} onReplace={() => setDialog('rotate')} />
        <EditForm key={summary.id} summary={summary} readOnly={practising} />
        <Known summary={summary} />
        {!practising && (
          <Group gap={8}>
            <Button variant="default" size="xs" onClick={() => setDialog('rotate')}>
              {say('keyring.rotate.open')}
            </Button>
            <Button variant="subtle" size="xs" color="var(--doctor-bad)" onClick={() => setDialog('delete')}>
              {say('keys.delete')}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog === 'rotate' && <RotateDialog summary={summary} opened onClose={closeDialog} />}
      {dialog === 'delete' && <DeleteDialog summary={summary} onClose={closeDialog} />}
    </SidePanel>
  );
}

/** What others did to the keychain, and the ways to put it right. */
function Drift({ summary, onReplace }: { readonly summary: KeySummary; readonly onReplace: () => void }) {
  const { say } = useText();
  const accept = useKeyCall((doctor) => doctor.keys.accept_changed);
  const { drift } = summary;
  if (drift === null) return null;
  return (
    <Notice
      tone="warn"
      title={say(`keyring.drift.${drift}Title`)}
      actions={
        <>
          <Button size="xs" variant="default" onClick={onReplace}>
            {say('keyring.rotate.open')}
          </Button>
          {drift === 'changed' && (
            <Button
              size="xs"
              variant="default"
              loading={accept.isPending}
              onClick={() => accept.mutate({ id: summary.id })}
            >
              {say('keyring.drift.accept')}
            </Button>
          )}
          <CallAlert error={accept.error} />
        </>
      }
    >
      {say(`keyring.drift.${drift}Text`)}
    </Notice>
  );
}

function EditForm({ summary, readOnly }: { readonly summary: KeySummary; readonly readOnly: boolean }) {
  const { say } = useText();
  const [label, setLabel] = useState(summary.label);
  const [note, setNote] = useState(summary.note);
  const [colour, setColour] = useState(summary.colour);
  const headers = useSentFor(summary.sentFor);
  const edit = useKeyCall((doctor) => doctor.keys.edit);
  const changed =
    label.trim() !== summary.label || note !== summary.note || colour !== summary.colour || headers.changed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sentFor = headers.read();
    if (sentFor !== null) edit.mutate({ id: summary.id, label: label.trim(), note, colour, sentFor });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={14}>
        <TextInput
          label={say('keys.dialog.label')}
          value={label}
          maxLength={MAX_LABEL}
          readOnly={readOnly}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <LabelHint label={label} keyId={summary.id} onUse={setLabel} />
        <Textarea
          label={say('keyring.details.note')}
          placeholder={say('keyring.details.notePlaceholder')}
          value={note}
          maxLength={MAX_NOTE}
          readOnly={readOnly}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ColourPicker value={colour} onChange={setColour} />
        {reachesSeveral(summary.kind) && <SentForFields fields={headers} readOnly={readOnly} />}
        <CallAlert error={edit.error} />
        <Group gap={10}>
          <Button type="submit" size="xs" disabled={!changed || label.trim() === ''} loading={edit.isPending}>
            {say('keyring.details.save')}
          </Button>
          {edit.isSuccess && !changed && (
            <span role="status" className="small">
              {say('keyring.details.saved')}
            </span>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Known({ summary }: { readonly summary: KeySummary }) {
  const { say, language } = useText();
  const later = say('keyring.details.learnedLater');
  const headers = headerTexts(sentForBy(summary));
  const moment = (iso: string | null) =>
    iso === null ? say('keys.neverChecked') : formatMoment(iso, language, new Date());
  const facts = [
    ['kind', say(`keys.kind.${summary.kind}`), false],
    ['ending', `…${summary.lastFour}`, true],
    ['project', summary.project ?? later, summary.project !== null],
    ['organization', summary.organization ?? later, summary.organization !== null],
    ...(reachesSeveral(summary.kind)
      ? [['sent', headers.join(', ') || say('keyring.details.sentNothing'), headers.length > 0] as const]
      : []),
    ['address', summary.baseUrl, true],
    ['added', moment(summary.addedAt), false],
    ['checked', moment(summary.checkedAt), false],
    ['result', summary.health === null ? '–' : healthText(summary.health, say), false],
  ] as const;
  return (
    <section>
      <Title order={3} mb={8}>
        {say('keyring.details.known')}
      </Title>
      <dl className={styles['facts']}>
        {facts.map(([name, value, mono]) => (
          <div key={name}>
            <dt>{say(`keyring.details.${name}`)}</dt>
            <dd className={mono ? 'mono' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
