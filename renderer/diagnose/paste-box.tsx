import { Button, Text, Textarea } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useDraft } from '../state/draft';
import { useAppInfo } from '../state/queries';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import styles from './diagnose.module.css';
import { MAX_TEXT } from './live-reading';

interface PasteBoxProps {
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onObjection: (kind: 'too_large' | 'file_unreadable', size: number) => void;
  readonly onChange: () => void;
}

/** Text of more than this many units shows its size. */
const SIZE_SHOWN_FROM = 20_000;

export function PasteBox({ busy, onSubmit, onObjection, onChange }: PasteBoxProps) {
  const { say } = useText();
  const { draft, change } = useDraft();
  const mac = useAppInfo().data?.platform === 'darwin';
  const cameWhole = useRef(false);

  const write = (text: string, pasted: boolean) => {
    change({ text, pasted });
    onChange();
  };
  const handlePaste = (event: ClipboardEvent) => {
    const size = event.clipboardData.getData('text/plain').length;
    cameWhole.current = true;
    if (draft.text.length + size <= MAX_TEXT) return;
    // Taking it in would freeze the box; what was typed before stays.
    event.preventDefault();
    cameWhole.current = false;
    onObjection('too_large', size);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit();
  };
  const drop = useFileDrop(write, onObjection);

  return (
    <div>
      <div className={styles['box']} {...drop.handlers} data-over={drop.over}>
        <Textarea
          aria-label={say('app.diagnose.pasteLabel')}
          placeholder={drop.over ? say('app.diagnose.dropHere') : say('app.diagnose.placeholder')}
          classNames={{ input: styles['input'] ?? '' }}
          resize="vertical"
          rows={7}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          data-autofocus
          value={draft.text}
          onPaste={handlePaste}
          onKeyDown={handleKey}
          onChange={(event) => {
            write(event.currentTarget.value, cameWhole.current);
            cameWhole.current = false;
          }}
        />
      </div>
      <div className={styles['bar']} style={{ marginTop: 12 }}>
        <Button size="md" loading={busy} onClick={onSubmit} rightSection={<IconArrowRight size={18} />}>
          {say('app.diagnose.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('app.diagnose.shortcut', { keys: mac ? '⌘ + Enter' : 'Ctrl + Enter' })}
        </Text>
        <span style={{ flex: 1 }} />
        {draft.text.length > SIZE_SHOWN_FROM && (
          <Text size="sm" c="dimmed">
            {say('app.diagnose.size', { size: formatBytes(draft.text.length) })}
          </Text>
        )}
        {draft.text !== '' && (
          <Button variant="subtle" color="gray" size="sm" onClick={() => write('', false)}>
            {say('app.diagnose.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Log files dropped on the box are read as text; dropped text is left to the box itself. */
function useFileDrop(
  write: (text: string, pasted: boolean) => void,
  onObjection: (kind: 'too_large' | 'file_unreadable', size: number) => void,
) {
  const [over, setOver] = useState(false);
  const take = async (file: File) => {
    if (file.size > MAX_TEXT) return onObjection('too_large', file.size);
    const text = await file.text().catch(() => null);
    // A NUL does not occur in text: this is some other kind of file.
    if (text === null || text.includes('\u0000')) return onObjection('file_unreadable', file.size);
    write(text, true);
  };
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      event.preventDefault();
      void take(file);
    },
  };
  return { over, handlers };
}
