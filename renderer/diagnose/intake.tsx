/**
 * Takes an error in, wherever in the window it comes from: pasted, dropped, or opened as a file. What a text is, what is
 * too large, and what a text takes the place of are decided here alone.
 */
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { MAX_PASTE } from '../../shared/base/limits';
import { bare, hideSecrets, type Veiled } from '../../shared/redaction/veiled';
import { useDraft } from '../state/draft';
import { useNavigation } from '../state/navigation';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import styles from './diagnose.module.css';

/** The id of the box. */
export const PASTE_BOX = 'pasted-error';

/** Why nothing was taken in, or no case was opened. */
type ObjectionKind = 'too_large' | 'file_unreadable' | 'picture' | 'empty' | 'no_error';

export interface IntakeObjection {
  readonly kind: ObjectionKind;
  /** Of what was given, in UTF-16 units or bytes. */
  readonly size: number;
}

interface Intake {
  readonly veiled: Veiled;
  /** How often the text was changed in this window; what an earlier one left behind is no change. */
  readonly changes: number;
  readonly objection: IntakeObjection | null;
  readonly object: (kind: ObjectionKind, size?: number) => void;
  /** Puts a text into the box. `pasted`: it came whole, and nobody has typed into it. */
  readonly write: (next: Veiled, pasted: boolean) => void;
  readonly clear: () => void;
  readonly takeFile: (file: File) => Promise<void>;
  /** Puts a text into the box that came neither by keyboard nor by mouse. */
  readonly takeVeiled: (text: Veiled) => void;
  /** Lets the person choose a file. */
  readonly openFile: () => void;
  /** Brings back the text that another one, or none, took the place of; null where nothing is to be brought back. */
  readonly undo: (() => void) | null;
}

/** A text that was replaced as a whole, as long as nobody has changed the one in its place. */
interface Replaced {
  readonly before: Veiled;
  readonly by: string;
}

const IntakeContext = createContext<Intake | null>(null);

export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const { draft, hidden, change } = useDraft();
  const { go } = useNavigation();
  const [objection, setObjection] = useState<IntakeObjection | null>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const [changes, setChanges] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const veiled: Veiled = { text: draft.text, hidden };

  const object = (kind: ObjectionKind, size = 0) => setObjection({ kind, size });
  const write = (next: Veiled, pasted: boolean) => {
    setObjection(null);
    setChanges((before) => before + 1);
    change({ text: next.text, pasted }, next.hidden);
  };
  const replace = (next: Veiled) => {
    setReplaced(veiled.text === '' ? null : { before: veiled, by: next.text });
    write(next, next.text !== '');
    keyboard.give(PASTE_BOX);
  };
  const takeFile = async (file: File) => {
    go({ kind: 'diagnose' });
    if (file.type.startsWith('image/')) return object('picture', file.size);
    if (file.size > MAX_PASTE) return object('too_large', file.size);
    const text = await file.text().catch(() => null);
    // A NUL does not occur in text: this is some other kind of file.
    if (text === null || text.includes('\u0000')) return object('file_unreadable', file.size);
    replace(hideSecrets(bare(text.replace(/\r\n?/g, '\n'))));
  };
  const takeText = (text: string) => {
    go({ kind: 'diagnose' });
    if (text.length > MAX_PASTE) object('too_large', text.length);
    else replace(hideSecrets(bare(text.replace(/\r\n?/g, '\n'))));
  };
  const takeVeiled = (text: Veiled) => {
    go({ kind: 'diagnose' });
    replace(text);
  };
  const undo = () => {
    if (replaced === null) return;
    setReplaced(null);
    write(replaced.before, false);
    keyboard.give(PASTE_BOX);
  };
  const value: Intake = {
    veiled,
    changes,
    objection,
    object,
    write,
    clear: () => replace(bare('')),
    takeFile,
    takeVeiled,
    openFile: () => input.current?.click(),
    undo: replaced?.by === draft.text ? undo : null,
  };
  return (
    <IntakeContext value={value}>
      {children}
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // So that the same file can be chosen again.
          event.currentTarget.value = '';
          if (file !== undefined) void takeFile(file);
        }}
      />
      <Everywhere takeFile={takeFile} takeText={takeText} />
    </IntakeContext>
  );
}

export function useIntake(): Intake {
  const intake = useContext(IntakeContext);
  if (intake === null) throw new Error('useIntake is used outside its provider');
  return intake;
}

/** Of a screenshot there is only the picture; what was copied from a page brings its text along. */
export function pictureIn(data: DataTransfer): File | null {
  const [file] = data.files;
  return file?.type.startsWith('image/') === true && data.getData('text/plain') === '' ? file : null;
}

interface EverywhereProps {
  readonly takeFile: (file: File) => Promise<void>;
  readonly takeText: (text: string) => void;
}

/**
 * A paste that no field takes, and a file that no page takes, are an error to be read. A dialog keeps everything to
 * itself, so that nothing changes behind it.
 */
function Everywhere(props: EverywhereProps) {
  const { say } = useText();
  const [over, setOver] = useState(false);
  const { current: now } = useRef({ ...props });
  useEffect(() => void Object.assign(now, props));
  useEffect(() => {
    const ending = new AbortController();
    const listen = <K extends keyof WindowEventMap>(type: K, act: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(type, act, { signal: ending.signal });
    listen('paste', (event) => {
      if (isTaken(event) || isField(event.target) || event.clipboardData === null) return;
      const picture = pictureIn(event.clipboardData);
      const text = event.clipboardData.getData('text/plain');
      if (picture === null && text === '') return;
      event.preventDefault();
      if (picture === null) now.takeText(text);
      else void now.takeFile(picture);
    });
    listen('dragover', (event) => {
      const isOurs = !isTaken(event) && bringsFile(event);
      if (isOurs) event.preventDefault();
      setOver(isOurs);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (isTaken(event) || file === undefined) return;
      event.preventDefault();
      void now.takeFile(file);
    });
    return () => ending.abort();
  }, [now]);
  return over ? <div className={styles['everywhere']}>{say('app.diagnose.dropHere')}</div> : null;
}

function isTaken(event: Event): boolean {
  return event.defaultPrevented || keyboard.isTaken;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function bringsFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
