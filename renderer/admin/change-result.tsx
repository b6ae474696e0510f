import { Button } from '@mantine/core';
import { type ChangeRecord, UNDOABLE } from '../../shared/admin/change';
import { useText } from '../text/use-text';
import { TAKES_OVER } from '../ui/keyboard';
import { Notice, type Tone } from '../ui/notice';
import styles from './admin.module.css';
import { ChangeDialog } from './change-dialog';
import { PreviewFailure } from './preview-failure';
import { usePreview } from './use-preview';

interface ChangeResultProps {
  readonly record: ChangeRecord;
  readonly onChanged: (record: ChangeRecord) => void;
}

/** The id of what takes the keyboard after a change. */
export const CHANGE_RESULT = 'change-result';

export const STATE_TONES = {
  planned: 'open',
  writing: 'open',
  written: 'warn',
  verified: 'good',
  differs: 'warn',
  refused: 'bad',
  stopped: 'warn',
  not_written: 'open',
  unknown: 'warn',
  undone: 'open',
} as const satisfies Record<ChangeRecord['state'], Tone | 'open'>;

/** How a change ended, with the way back. */
export function ChangeResult({ record, onChanged }: ChangeResultProps) {
  const { say } = useText();
  const preview = usePreview();
  const tone = STATE_TONES[record.state];
  return (
    <div
      id={CHANGE_RESULT}
      tabIndex={-1}
      {...TAKES_OVER}
      className={styles['result']}
      data-testid="change-result"
      data-state={record.state}
    >
      <Notice
        tone={tone === 'open' ? 'info' : tone}
        role="status"
        title={say(`admin.state.${record.state}`)}
        actions={
          UNDOABLE.includes(record.state) && (
            <Button
              size="xs"
              variant="default"
              loading={preview.busy}
              onClick={() => preview.showUndo(record.id)}
            >
              {say('admin.fix.undo')}
            </Button>
          )
        }
      >
        {say(`admin.stateHelp.${record.state}`)}
      </Notice>
      {preview.error !== null && (
        <div style={{ marginTop: 12 }}>
          <PreviewFailure error={preview.error} />
        </div>
      )}
      <ChangeDialog preview={preview} onDone={onChanged} />
    </div>
  );
}
