import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ChangeRecord, UNDOABLE, UNSETTLED } from '../../shared/admin/change';
import { modelsOf } from '../../shared/admin/policy';
import type { Say } from '../../shared/messages/say';
import { formatMoment } from '../text/format';
import { useText } from '../text/use-text';
import { Pill } from '../ui/chip';
import { CopyIcon } from '../ui/copy';
import { keyboard } from '../ui/keyboard';
import { CallAlert } from '../ui/notice';
import { Section } from '../ui/page';
import styles from './admin.module.css';
import { ChangeDialog } from './change-dialog';
import { STATE_TONES } from './change-result';
import { shortList } from './difference';
import { PreviewFailure } from './preview-failure';
import { useAdminCall, useChangesMade } from './queries';
import { usePreview } from './use-preview';

export function ChangeHistory() {
  const { say } = useText();
  const changes = useChangesMade();
  const client = useQueryClient();
  const preview = usePreview();
  const made = changes.data ?? [];
  const changed = ({ id }: ChangeRecord) => {
    keyboard.give(rowId(id));
    void client.invalidateQueries({ queryKey: ['admin-project'] });
  };
  return (
    <Section title={say('admin.history.title')} lead={say('admin.history.lead')}>
      <CallAlert error={changes.error} />
      <PreviewFailure error={preview.error} />
      {made.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('admin.history.none')}
        </Text>
      ) : (
        <ol className={styles['list']}>
          {made.map((record) => (
            <ChangeRow
              key={record.id}
              record={record}
              busy={preview.busy}
              onUndo={() => preview.showUndo(record.id)}
            />
          ))}
        </ol>
      )}
      <ChangeDialog preview={preview} onDone={changed} />
    </Section>
  );
}

const rowId = (changeId: string) => `change-${changeId}`;

interface ChangeRowProps {
  readonly record: ChangeRecord;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function ChangeRow({ record, busy, onUndo }: ChangeRowProps) {
  const { say, language } = useText();
  const settle = useAdminCall((doctor) => doctor.admin.settle);
  const { state, requestIds, project } = record;
  return (
    <li
      id={rowId(record.id)}
      tabIndex={-1}
      className={styles['row']}
      data-testid="change-row"
      data-state={state}
    >
      <div>
        <div className={styles['label']}>{project.name}</div>
        <div className="small">{summaryOf(record, say)}</div>
      </div>
      <div>
        <Pill tone={STATE_TONES[state]} title={say(`admin.stateHelp.${state}`)}>
          {say(`admin.state.${state}`)}
        </Pill>
        <div className="small">{formatMoment(record.at, language, new Date())}</div>
      </div>
      <div className={styles['actions']}>
        {UNSETTLED.includes(state) && (
          <Button
            size="xs"
            variant="light"
            loading={settle.isPending}
            onClick={() => settle.mutate({ id: record.id })}
          >
            {say('admin.history.settle')}
          </Button>
        )}
        {UNDOABLE.includes(state) && (
          <Button size="xs" variant="default" disabled={busy} onClick={onUndo}>
            {say('admin.history.undo')}
          </Button>
        )}
      </div>
      {UNSETTLED.includes(state) && (
        <div className={`small ${styles['across']}`}>{say(`admin.stateHelp.${state}`)}</div>
      )}
      {requestIds.length > 0 && (
        <div className={`small ${styles['across']}`}>
          {say('admin.history.requests')}: <span className="mono">{requestIds.join(', ')}</span>{' '}
          <CopyIcon
            text={requestIds.join('\n')}
            label={say('app.fact.copy', { name: say('admin.history.requests') })}
          />
        </div>
      )}
      {settle.error !== null && (
        <div className={styles['across']}>
          <CallAlert error={settle.error} onClose={settle.reset} />
        </div>
      )}
    </li>
  );
}

/** What the change did to the list, in one line. */
function summaryOf({ before, after, undoes }: ChangeRecord, say: Say): string {
  const kind = say(`admin.history.summary.${after.kind}`);
  const old = new Set(modelsOf(before));
  const next = new Set(modelsOf(after));
  const added = [...next].filter((model) => !old.has(model)).sort();
  const removed = [...old].filter((model) => !next.has(model)).sort();
  const parts = [
    undoes === null ? kind : `${say('admin.history.undoes')} · ${kind}`,
    ...(added.length === 0 ? [] : [`+ ${shortList(added, say)}`]),
    // Where the restriction goes as a whole, entries that go with it are no loss.
    ...(removed.length === 0 || after.kind === 'none' ? [] : [`− ${shortList(removed, say)}`]),
  ];
  return parts.join(' · ');
}
