import { Button, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler, type HotkeyItem } from '@mantine/hooks';
import { IconArrowRight, IconEyeOff, IconFolderOpen, IconHistory } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MAX_PASTE } from '../../shared/base/limits';
import { bare, edited, hideSecrets, spliced } from '../../shared/redaction/veiled';
import { useDraft } from '../state/draft';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { hintOf, hotkeysOf } from '../ui/shortcuts';
import styles from './diagnose.module.css';
import { PASTE_BOX, pictureIn, useIntake } from './intake';

interface PasteBoxProps {
  readonly busy: boolean;
  /** The text came whole and is known for a refused call: nothing is left to do but to open it. */
  readonly isClear: boolean;
  /** While the box is empty, another button of the page is the one to press. */
  readonly isSecondary: boolean;
  readonly onSubmit: () => void;
}

/** Text of more than this many units shows its size. */
const SIZE_SHOWN_FROM = 20_000;

/** So many units in one step are inserted, not typed. */
const AT_ONCE = 16;

/** The browser's own insertion of a long text freezes the window for minutes; from here on it is set as a whole. */
const LARGE_PASTE = 20_000;

export function PasteBox({ busy, isClear, isSecondary, onSubmit }: PasteBoxProps) {
  const { say } = useText();
  const { draft, hidden, fromLastStart } = useDraft();
  const { veiled: before, write, object, undo } = useIntake();
  const cameWhole = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  // A text that is set as a whole would send the caret to its end.
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const handlePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const picture = pictureIn(event.clipboardData);
    if (picture !== null) return object('picture', picture.size);
    const given = event.clipboardData.getData('text/plain');
    const pasted = hideSecrets(bare(given.replace(/\r\n?/g, '\n')));
    cameWhole.current = pasted.hidden.length === 0 && given.length <= LARGE_PASTE;
    if (cameWhole.current) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const next = spliced(before, { start, end }, pasted);
    // What was typed before stays where the whole would be too much.
    if (next.text.length > MAX_PASTE) return object('too_large', next.text.length);
    caret.current = start + pasted.text.length;
    write(next, true);
  };
  // What the app is for begins here, so a text can be pasted without a click.
  useEffect(() => keyboard.give(PASTE_BOX), []);
  const submit = (event: KeyboardEvent) => {
    if (!event.isComposing) onSubmit();
  };
  const handleKey = getHotkeyHandler([
    ...hotkeysOf('submit').map((hotkey) => [hotkey, submit] satisfies HotkeyItem),
    // A text that still has to be written goes on with a new line.
    ...(isClear ? [['Enter', submit] satisfies HotkeyItem] : []),
    // The browser knows nothing of what was replaced as a whole.
    ...(undo === null ? [] : hotkeysOf('undo').map((hotkey) => [hotkey, undo] satisfies HotkeyItem)),
  ]);
  const drop = useDrop();

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
          id={PASTE_BOX}
          ref={box}
          value={draft.text}
          onPaste={handlePaste}
          onKeyDown={handleKey}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const isTyped = value.length - draft.text.length < AT_ONCE;
            const next = edited(before, value);
            write(isTyped ? next : hideSecrets(next), cameWhole.current);
            cameWhole.current = false;
          }}
        />
      </div>
      <Below fromLastStart={fromLastStart} hidden={hidden.length} />
      <Bar busy={busy} isClear={isClear} isSecondary={isSecondary} onSubmit={onSubmit} />
    </div>
  );
}

/** What can be done with the text in the box. */
function Bar({ busy, isClear, isSecondary, onSubmit }: PasteBoxProps) {
  const { say } = useText();
  const { veiled, clear, undo, openFile } = useIntake();
  const { length } = veiled.text;
  return (
    <div className={styles['bar']} style={{ marginTop: 12 }}>
      <Button
        size="md"
        variant={isSecondary && length === 0 ? 'default' : 'filled'}
        loading={busy}
        onClick={onSubmit}
        rightSection={<IconArrowRight size={18} />}
      >
        {say('app.diagnose.submit')}
      </Button>
      <Text size="sm" c="dimmed">
        {say('app.diagnose.shortcut', { keys: isClear ? 'Enter' : hintOf('submit') })}
      </Text>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={openFile}
      >
        {say('app.diagnose.openFile')}
      </Button>
      <span style={{ flex: 1 }} />
      {length > SIZE_SHOWN_FROM && (
        <Text size="sm" c="dimmed">
          {say('app.diagnose.size', { size: formatBytes(length) })}
        </Text>
      )}
      {undo !== null && (
        <Button variant="subtle" color="gray" size="sm" onClick={undo}>
          {say('app.diagnose.undo')}
        </Button>
      )}
      {length > 0 && (
        <Button variant="subtle" color="gray" size="sm" onClick={clear}>
          {say('app.diagnose.clear')}
        </Button>
      )}
    </div>
  );
}

interface BelowProps {
  readonly fromLastStart: boolean;
  /** How many places of the text are hidden. */
  readonly hidden: number;
}

/** What is to be known of the text in the box. */
function Below({ fromLastStart, hidden }: BelowProps) {
  const { say } = useText();
  return (
    <Text size="sm" c="dimmed" component="div" role="status">
      {fromLastStart && (
        <div className={styles['below']}>
          <IconHistory size={16} aria-hidden />
          {say('app.diagnose.fromLastStart')}
        </div>
      )}
      {hidden > 0 && (
        <div className={styles['below']}>
          <IconEyeOff size={16} aria-hidden />
          {say('app.diagnose.hidden', { count: hidden })}
        </div>
      )}
    </Text>
  );
}

/** A long text dropped on the box is set as a whole; a short one is left to the box, and a file to the whole window. */
function useDrop() {
  const { veiled: before, write, object } = useIntake();
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer.files.length > 0) return;
      const given = event.dataTransfer.getData('text/plain');
      const dropped = hideSecrets(bare(given));
      if (dropped.hidden.length === 0 && given.length <= LARGE_PASTE) return;
      event.preventDefault();
      const end = before.text.length;
      const next = spliced(before, { start: end, end }, dropped);
      if (next.text.length > MAX_PASTE) object('too_large', next.text.length);
      else write(next, true);
    },
  };
  return { over, handlers };
}
