import { Button, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconArrowRight, IconEyeOff, IconHistory } from '@tabler/icons-react';
import {
  type ClipboardEvent,
  type DragEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { MAX_PASTE } from '../../shared/ipc/limits';
import { useDraft } from '../state/draft';
import { formatBytes } from '../text/format';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { hintOf, hotkeysOf } from '../ui/shortcuts';
import styles from './diagnose.module.css';
import { hiddenIn, hideSecrets } from './hidden-secrets';

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

interface Inserted {
  readonly text: string;
  /** Where writing goes on. */
  readonly caret: number;
}

function insertPaste(box: HTMLTextAreaElement, pasted: string): Inserted {
  const text = pasted.replace(/\r\n?/g, '\n');
  return {
    text: box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd),
    caret: box.selectionStart + text.length,
  };
}

export function PasteBox({ busy, onSubmit, onObjection, onChange }: PasteBoxProps) {
  const { say } = useText();
  const { draft, change, fromLastStart } = useDraft();
  const cameWhole = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const hidden = useMemo(() => hiddenIn(draft.text), [draft.text]);
  // A text that is set as a whole would send the caret to its end.
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const write = (text: string, pasted: boolean) => {
    change({ text, pasted });
    onChange();
  };
  const handlePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const picture = pictureIn(event.clipboardData);
    if (picture !== null) return onObjection('picture', picture.size);
    const given = event.clipboardData.getData('text/plain');
    const pasted = hideSecrets(given);
    cameWhole.current = pasted === given && pasted.length <= LARGE_PASTE;
    if (cameWhole.current) return;
    event.preventDefault();
    const next = insertPaste(event.currentTarget, pasted);
    // What was typed before stays where the whole would be too much.
    if (next.text.length > MAX_PASTE) return onObjection('too_large', next.text.length);
    caret.current = next.caret;
    write(next.text, true);
  };
  // What the app is for begins here, so a text can be pasted without a click.
  useEffect(() => keyboard.give(PASTE_BOX), []);
  const clear = () => {
    write('', false);
    keyboard.give(PASTE_BOX);
  };
  const submit = (event: KeyboardEvent) => {
    if (!event.isComposing) onSubmit();
  };
  const handleKey = getHotkeyHandler(hotkeysOf('submit').map((hotkey) => [hotkey, submit]));
  const drop = useDrop(draft.text, write, onObjection);

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
            write(isTyped ? value : hideSecrets(value), cameWhole.current);
            cameWhole.current = false;
          }}
        />
      </div>
      <Below fromLastStart={fromLastStart} hidden={hidden} />
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
  before: string,
  write: (text: string, pasted: boolean) => void,
  onObjection: (kind: BoxObjection, size: number) => void,
) {
  const [over, setOver] = useState(false);
  const take = async (file: File) => {
    if (file.type.startsWith('image/')) return onObjection('picture', file.size);
    if (file.size > MAX_PASTE) return onObjection('too_large', file.size);
    const text = await file.text().catch(() => null);
    // A NUL does not occur in text: this is some other kind of file.
    if (text === null || text.includes('\u0000')) return onObjection('file_unreadable', file.size);
    write(hideSecrets(text), true);
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
      const text = hideSecrets(given);
      if (file === undefined && text === given && text.length <= LARGE_PASTE) return;
      event.preventDefault();
      if (file !== undefined) void take(file);
      else if (before.length + text.length > MAX_PASTE) onObjection('too_large', before.length + text.length);
      else write(before + text, true);
    },
  };
  return { over, handlers };
}
