import { Button, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconArrowRight, IconEyeOff, IconHistory } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MAX_PASTE } from '../../shared/base/limits';
import { useDraft } from '../state/draft';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { hintOf, hotkeysOf } from '../ui/shortcuts';
import styles from './diagnose.module.css';
import { bare, edited, hideSecrets, spliced, type Veiled } from './hidden-secrets';

/** The id of the box. */
export const PASTE_BOX = 'pasted-error';

/** What the box cannot take, and why. */
export type BoxObjection = 'too_large' | 'file_unreadable' | 'picture';

interface PasteBoxProps {
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onObjection: (kind: BoxObjection, size: number) => void;
  readonly onChange: () => void;
}

/** Text of more than this many units shows its size. */
const SIZE_SHOWN_FROM = 20_000;

/** So many units in one step are inserted, not typed. */
const AT_ONCE = 16;

/** The browser's own insertion of a long text freezes the window for minutes; from here on it is set as a whole. */
const LARGE_PASTE = 20_000;

/** Of a screenshot there is only the picture; what was copied from a page brings its text along. */
function pictureIn(data: DataTransfer): File | null {
  const [file] = data.files;
  return file?.type.startsWith('image/') === true && data.getData('text/plain') === '' ? file : null;
}

export function PasteBox({ busy, onSubmit, onObjection, onChange }: PasteBoxProps) {
  const { say } = useText();
  const { draft, hidden, change, fromLastStart } = useDraft();
  const cameWhole = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  // A text that is set as a whole would send the caret to its end.
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const before: Veiled = { text: draft.text, hidden };
  const write = (next: Veiled, pasted: boolean) => {
    change({ text: next.text, pasted }, next.hidden);
    onChange();
  };
  const handlePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const picture = pictureIn(event.clipboardData);
    if (picture !== null) return onObjection('picture', picture.size);
    const given = event.clipboardData.getData('text/plain');
    const pasted = hideSecrets(bare(given.replace(/\r\n?/g, '\n')));
    cameWhole.current = pasted.hidden.length === 0 && given.length <= LARGE_PASTE;
    if (cameWhole.current) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const next = spliced(before, { start, end }, pasted);
    // What was typed before stays where the whole would be too much.
    if (next.text.length > MAX_PASTE) return onObjection('too_large', next.text.length);
    caret.current = start + pasted.text.length;
    write(next, true);
  };
  // What the app is for begins here, so a text can be pasted without a click.
  useEffect(() => keyboard.give(PASTE_BOX), []);
  const clear = () => {
    write(bare(''), false);
    keyboard.give(PASTE_BOX);
  };
  const submit = (event: KeyboardEvent) => {
    if (!event.isComposing) onSubmit();
  };
  const handleKey = getHotkeyHandler(hotkeysOf('submit').map((hotkey) => [hotkey, submit]));
  const drop = useDrop(before, write, onObjection);

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
      <div className={styles['bar']} style={{ marginTop: 12 }}>
        <Button size="md" loading={busy} onClick={onSubmit} rightSection={<IconArrowRight size={18} />}>
          {say('app.diagnose.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {say('app.diagnose.shortcut', { keys: hintOf('submit') })}
        </Text>
        <span style={{ flex: 1 }} />
        {draft.text.length > SIZE_SHOWN_FROM && (
          <Text size="sm" c="dimmed">
            {say('app.diagnose.size', { size: formatBytes(draft.text.length) })}
          </Text>
        )}
        {draft.text !== '' && (
          <Button variant="subtle" color="gray" size="sm" onClick={clear}>
            {say('app.diagnose.clear')}
          </Button>
        )}
      </div>
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

/** Log files dropped on the box are read as text; a short dropped text is left to the box itself. */
function useDrop(
  before: Veiled,
  write: (next: Veiled, pasted: boolean) => void,
  onObjection: (kind: BoxObjection, size: number) => void,
) {
  const [over, setOver] = useState(false);
  const take = async (file: File) => {
    if (file.type.startsWith('image/')) return onObjection('picture', file.size);
    if (file.size > MAX_PASTE) return onObjection('too_large', file.size);
    const text = await file.text().catch(() => null);
    // A NUL does not occur in text: this is some other kind of file.
    if (text === null || text.includes('\u0000')) return onObjection('file_unreadable', file.size);
    write(hideSecrets(bare(text)), true);
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
      const given = event.dataTransfer.getData('text/plain');
      const dropped = hideSecrets(bare(given));
      if (file === undefined && dropped.hidden.length === 0 && given.length <= LARGE_PASTE) return;
      event.preventDefault();
      if (file !== undefined) return void take(file);
      const end = before.text.length;
      const next = spliced(before, { start: end, end }, dropped);
      if (next.text.length > MAX_PASTE) onObjection('too_large', next.text.length);
      else write(next, true);
    },
  };
  return { over, handlers };
}
